import assert from 'node:assert/strict';
import type { RoundStore } from '../../../src/application/ports.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { operationId } from '../../../src/domain/ids.js';
import { danishInstant } from '../../../src/domain/round/danish-time.js';
import {
  aLocalDate,
  aPerson,
  aPosted,
  aPreference,
  aRound,
  aRoundDepartment,
  aRoundId,
  START,
  TENANT,
} from '../../support/builders.js';
import {
  answeredByAll,
  aReply,
  createMunicipality,
  delivered,
  HEAD,
  type Municipality,
  opened,
  openRound,
  SECRETARIAT,
} from '../municipality.js';
import { passes, turns, whileWorking } from './processes.js';

/*
 * Every call of a store is one storage request (ports.ts), except that a report of a process is two. These counts are
 * what the design allows: see docs/adr/0015.
 */

interface Counted {
  readonly municipality: Municipality;
  /** The names of the requests so far. */
  readonly requests: string[];
}

function counted(municipality: Municipality): Counted {
  const requests: string[] = [];
  return {
    requests,
    municipality: {
      ...municipality,
      rounds: noting(municipality.rounds, requests, 1),
      index: noting(municipality.index, requests, 1),
      processes: noting(municipality.processes, requests, 2),
      preferences: noting(municipality.preferences, requests, 1),
    },
  };
}

/** The same store, which notes the name of each request. */
function noting<Store extends object>(store: Store, requests: string[], each: number): Store {
  const noted = Object.entries(store).map(([name, method]: [string, unknown]) => {
    if (typeof method !== 'function') return [name, method];
    const note = (...args: readonly unknown[]) => {
      for (let request = 0; request < each; request += 1) requests.push(name);
      return (method as (...given: readonly unknown[]) => unknown).apply(store, [...args]);
    };
    return [name, note];
  });
  return Object.fromEntries(noted) as Store;
}

/** The rows that a reply writes, by what is done to them. */
async function rowsOf(municipality: Municipality, act: (rounds: RoundStore) => Promise<unknown>) {
  const rows: string[] = [];
  const rounds: RoundStore = {
    ...municipality.rounds,
    commit(id, operation, changes, onTags) {
      rows.push(...changes.map(({ change }) => change));
      return municipality.rounds.commit(id, operation, changes, onTags);
    },
  };
  await act(rounds);
  return rows;
}

const SIZES = [6, 300];

const STEP_MS = 2_000;

/** Someone who wants to be told personally. */
const WANTING = aPerson({ id: 'vil-have-besked' });

describe('the storage requests of a reply', () => {
  it('write three rows', async () => {
    const { municipality, round } = await openRound(2);
    const rows = await rowsOf(municipality, (rounds) => submitReply({ ...municipality, rounds }, aReply(round, 0)));
    assert.deepEqual(rows, ['insert version', 'replace department', 'insert delivery']);
  });

  for (const size of SIZES) {
    it(`are seven in its whole life, and six where this process wrote the row last, of ${size} departments`, async () => {
      const { municipality, round } = await openRound(size);
      await delivered(municipality);
      const { municipality: counting, requests } = counted(municipality);
      const lives: number[] = [];
      await whileWorking(counting, async (work, told) => {
        await work.idle();
        for (const [index, typed] of ['Først', 'Så', 'Til sidst'].entries()) {
          requests.length = 0;
          const seen = { reply: index, draft: 0, proposal: 0 };
          const reply = aReply(round, 0, { answer: { kind: 'text', typed }, press: typed, seen });
          assert.equal((await submitReply({ ...told, memory: work.memory }, reply)).kind, 'stored');
          await work.idle();
          lives.push(requests.length);
        }
      });
      // The row, the reply, whether the notat is complete, the lane, the claim, the department and the settlement.
      assert.deepEqual(lives, [7, 6, 6]);
    });
  }
});

describe('the storage requests of the overview', () => {
  it('are four for all changes of ten seconds, beside the index of channels and teams', async () => {
    const { municipality, round } = await openRound(6);
    await delivered(municipality);
    passes(municipality, 10 * STEP_MS);
    await delivered(municipality);
    const { municipality: counting, requests } = counted(municipality);
    await whileWorking(counting, async (work, told) => {
      await work.idle();
      for (const index of [0, 1, 2, 3]) await submitReply(told, aReply(round, index, { press: `svar-${index}` }));
      await work.idle();
      requests.length = 0;
      passes(municipality, 10 * STEP_MS);
      await turns();
      await work.idle();
    });
    // The lane, the claim, the round and the settlement.
    assert.deepEqual(
      requests.filter((name) => name !== 'report' && name !== 'remove'),
      ['readLane', 'commit', 'readOverview', 'commit'],
    );
  });
});

describe('the storage requests of a process in which nothing happens', () => {
  const HOUR_MS = 3_600_000;

  /** So many open rounds whose cards are there, and so many that have been closed for long. */
  async function atRest(open: number, closed: number): Promise<Municipality> {
    const municipality = await createMunicipality(1);
    for (let index = 0; index < open + closed; index += 1) {
      const isOpen = index < open;
      const id = aRoundId(`runde-${index}`);
      const ended = { state: 'closed', closedBy: aPerson(), closedAt: START } as const;
      const round = aRound({ id, createdAt: START, ...(isOpen ? { state: 'open' } : ended) });
      const department = aRoundDepartment({ roundId: id, cards: [aPosted()], isLocked: !isOpen });
      const committed = await municipality.rounds.commit(id, operationId('arrange', index), [
        { change: 'insert round', round },
        { change: 'insert department', department },
      ]);
      assert.equal(committed, 'committed');
      await municipality.index.add({ roundId: id, tenantId: TENANT, createdAt: START });
    }
    // A process has been here since they were closed.
    municipality.clock.advance(2 * HOUR_MS);
    await delivered(municipality);
    return municipality;
  }

  for (const [open, closed] of [
    [0, 0],
    [1, 0],
    [100, 0],
    [100, 1_000],
  ] as const) {
    it(`are at most 12 a minute, with ${open} open rounds and ${closed} closed ones`, async () => {
      const { municipality, requests } = counted(await atRest(open, closed));
      await whileWorking(municipality, async (work) => {
        await work.idle();
        requests.length = 0;
        for (let passed = 0; passed < HOUR_MS; passed += STEP_MS) {
          passes(municipality, STEP_MS);
          await new Promise((resolve) => setImmediate(resolve));
        }
        await turns();
      });
      const aMinute = (requests.length * 60_000) / HOUR_MS;
      assert.ok(aMinute <= 12, `${aMinute} a minute`);
      assert.ok(aMinute >= 3.9, `${aMinute} a minute: the others are told that it lives`);
    });
  }
});

describe('the storage requests of the duties of an open round', () => {
  /** What a process asks in every round now and then, whatever is owed. */
  const OF_FINDING = new Set(['report', 'remove', 'listActive', 'readOwed', 'readRound']);
  /** The lane, the claim, the round, what comes next, and the lane again for what may have been owed meanwhile. */
  const MORNING = ['readLane', 'commit', 'readOverview', 'commit', 'readLane'];
  /** The overview says how many days are left: the lane, the claim, the round, and that it is drawn. */
  const OVERVIEW = ['readLane', 'commit', 'readOverview', 'commit'];
  const FEW_MINUTES_MS = 300_000;

  /** What a working day costs on which nobody is due to be reminded. */
  async function costOfDay(size: number, isSilent: boolean): Promise<readonly string[]> {
    const { municipality, round } = await openRound(size);
    if (!isSilent) await answeredByAll(municipality, round);
    await delivered(municipality);
    // The overview of what has just happened.
    passes(municipality, 20_000);
    await delivered(municipality);
    const { municipality: counting, requests } = counted(municipality);
    await whileWorking(counting, async (work) => {
      await work.idle();
      requests.length = 0;
      const until = danishInstant(aLocalDate('2026-11-10'), 12);
      passes(municipality, danishInstant(aLocalDate('2026-11-10'), 7).getTime() - municipality.clock.now().getTime());
      while (municipality.clock.now() < until) {
        await turns();
        passes(municipality, FEW_MINUTES_MS);
      }
      await work.idle();
    });
    return requests.filter((name) => !OF_FINDING.has(name));
  }

  for (const size of [2, 100]) {
    it(`are five at eight, and five at nine while somebody is silent, and four for the overview each time, of ${size} departments`, async () => {
      const twice = [...MORNING, ...OVERVIEW, ...MORNING, ...OVERVIEW];
      assert.deepEqual((await costOfDay(size, true)).toSorted(), twice.toSorted());
      assert.deepEqual((await costOfDay(size, false)).toSorted(), [...MORNING, ...OVERVIEW].toSorted());
    });
  }
});

describe('the storage requests of a closing', () => {
  it('grow by two for every 12 departments, and not by each', async () => {
    const counts: number[] = [];
    for (const size of [12, 24]) {
      const { municipality, round } = await openRound(size);
      await delivered(municipality);
      await answeredByAll(municipality, round);
      await delivered(municipality);
      const request = { address: SECRETARIAT, by: round.createdBy, press: 'afslut', keep: [], missing: [] };
      assert.equal((await closeRound(municipality, { ...request, roundId: round.id })).kind, 'closing');
      const { municipality: counting, requests } = counted(municipality);
      await delivered(counting);
      // Each department has its card redrawn when it is locked, and when the notat is final: its lane, the claim, its row
      // and the settlement.
      counts.push(requests.length - 2 * 4 * size);
    }
    const [of12 = 0, of24 = 0] = counts;
    assert.equal(of24 - of12, 2);
    assert.ok(of12 <= 35, `${of12}`);
  });
});

describe('the storage requests of a start', () => {
  it('are four for every card, and one or two for every 50 departments', async () => {
    const counts: number[] = [];
    for (const size of [50, 100]) {
      const municipality = await createMunicipality(size);
      await opened(municipality);
      const { municipality: counting, requests } = counted(municipality);
      await delivered(counting);
      counts.push(requests.length - 4 * size);
    }
    const [of50 = 0, of100 = 0] = counts;
    assert.ok(of100 - of50 <= 2, `${of50}, ${of100}`);
    assert.ok(of50 <= 30, `${of50}`);
  });

  it('are one more for each head of each department, and five for each who wants to be told personally', async () => {
    const counts: number[] = [];
    for (const heads of [[], [HEAD], [HEAD, aPerson()], [WANTING]]) {
      const municipality = await createMunicipality(10, { heads });
      await municipality.preferences.put(TENANT, aPreference({ personId: WANTING.id }), undefined);
      await opened(municipality);
      const { municipality: counting, requests } = counted(municipality);
      await delivered(counting);
      counts.push(requests.length);
    }
    const [without = 0, ...others] = counts;
    // The lane, the claim, the department, the choice and the settlement of the message.
    assert.deepEqual(
      others.map((count) => count - without),
      [10, 20, 10 + 50],
    );
  });
});
