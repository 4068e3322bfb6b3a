import assert from 'node:assert/strict';
import type { RoundStore } from '../../../src/application/ports.js';
import { UnreadableRow } from '../../../src/application/ports.js';
import { nudge } from '../../../src/application/reply/follow-up.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { startRound } from '../../../src/application/round/start-round.js';
import { createCompleteness } from '../../../src/application/work/completeness.js';
import { startFinding } from '../../../src/application/work/finding.js';
import { createMembership } from '../../../src/application/work/membership.js';
import type { Outbox } from '../../../src/application/work/outbox.js';
import { operationId, type RoundId } from '../../../src/domain/ids.js';
import { OWED_AT_A_TIME } from '../../../src/domain/limits.js';
import type { Round } from '../../../src/domain/round/round.js';
import { DUTIES_DELIVERY_ID, isOwed } from '../../../src/domain/work/delivery.js';
import { aPerson, aRoundId, aSecretary, START } from '../../support/builders.js';
import {
  aFollowUp,
  answeredByAll,
  aReply,
  createMunicipality,
  delivered,
  departmentOf,
  type Municipality,
  notatsPosted,
  opened,
  openRound,
  planned,
  ROUND_CARD,
  requestsPosted,
  SECRETARIAT,
} from '../municipality.js';
import { passes, sentTo, statesOf, turns, until, whileWorking } from './processes.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const cause = new Error('The store is away.');

/** The same, and the rounds in which what is owed has been read, in order. */
function noting(municipality: Municipality) {
  const looked: RoundId[] = [];
  const rounds: RoundStore = {
    ...municipality.rounds,
    async readOwed(id, page) {
      looked.push(id);
      return municipality.rounds.readOwed(id, page);
    },
  };
  return { municipality: { ...municipality, rounds }, looked };
}

async function close(municipality: Municipality, { id }: Round): Promise<void> {
  const request = { roundId: id, address: SECRETARIAT, by: aSecretary(), press: 'afslut', keep: [], missing: [] };
  assert.equal((await closeRound(municipality, request)).kind, 'closing');
}

/** A round that has been answered and closed, with everything delivered. */
async function closedRound() {
  const { municipality, round } = await openRound(1);
  await delivered(municipality);
  await answeredByAll(municipality, round);
  await delivered(municipality);
  await close(municipality, round);
  await delivered(municipality);
  assert.equal(notatsPosted(municipality.messenger).at(-1)?.record.status, 'final');
  return { municipality, round };
}

async function owedIn({ rounds }: Municipality, { id }: Round): Promise<string[]> {
  const deliveries = await rounds.readDeliveries(id);
  // The overview is drawn some seconds later.
  const others = deliveries.filter(({ task }) => task.kind !== 'update desk');
  return others.flatMap((delivery) => (isOwed(delivery) ? [delivery.id] : []));
}

async function activeIn({ index }: Municipality): Promise<readonly RoundId[]> {
  return (await index.listActive()).map(({ value }) => value.roundId);
}

describe('a process that starts', () => {
  it('finds everything that is owed in every round, however much it is', async () => {
    const { municipality, round } = await openRound(150);
    municipality.clock.advance(1_000);
    const other = await opened(municipality);
    await delivered(municipality);
    assert.equal(requestsPosted(municipality.messenger).length, 300);
    for (const each of [round, other]) {
      assert.deepEqual(await statesOf(municipality, each), new Set(['sent', 'unneeded']));
    }
  });

  it('owes the duties of a round that version 0.1 opened', async () => {
    const { municipality, round } = await openRound(1);
    const present = await municipality.rounds.readRound(round.id);
    const duties = await municipality.rounds.readDelivery(round.id, DUTIES_DELIVERY_ID);
    assert.ok(present && duties);
    await municipality.rounds.commit(round.id, operationId('0.1'), [
      { change: 'replace round', round: { ...present.value, hasDuties: false }, etag: present.etag },
      { change: 'replace delivery', delivery: { ...duties.value, state: 'unneeded' }, etag: duties.etag },
    ]);
    await delivered(municipality);
    assert.deepEqual(await owedIn(municipality, round), [DUTIES_DELIVERY_ID]);
  });

  it('finishes the start of a round that another has left half done', async () => {
    const municipality = await createMunicipality(3);
    const { id } = await planned(municipality);
    await startRound(municipality, { address: SECRETARIAT, by: aPerson(), roundId: id, posted: ROUND_CARD });
    await delivered(municipality);
    assert.equal(requestsPosted(municipality.messenger).length, 3);
  });

  it('passes by a round that the index knows and the store does not', async () => {
    const municipality = await createMunicipality();
    await municipality.index.add({ roundId: aRoundId('slettet'), tenantId: SECRETARIAT.tenantId, createdAt: START });
    await delivered(municipality);
    assert.deepEqual(municipality.log.entries, []);
  });

  it('passes by a round whose row cannot be read, and tells nothing that the store has told', async () => {
    const { municipality } = await openRound(1);
    municipality.clock.advance(1_000);
    const newer = await opened(municipality);
    const rounds: RoundStore = {
      ...municipality.rounds,
      async readRound(id) {
        if (id === newer.id) throw new UnreadableRow('round', 'round', 'it is corrupt');
        return municipality.rounds.readRound(id);
      },
    };
    await delivered({ ...municipality, rounds });
    assert.equal(sentTo(municipality).length, 1);
    assert.ok(municipality.log.entries.every(({ level }) => level !== 'error'));
  });

  it('tries again until it could look at a round, and tells it in the log', async () => {
    const { municipality, round } = await openRound(1);
    let failures = 0;
    const rounds: RoundStore = {
      ...municipality.rounds,
      async readOwed(id, page) {
        failures += 1;
        if (failures <= 2) throw cause;
        return municipality.rounds.readOwed(id, page);
      },
    };
    await whileWorking({ ...municipality, rounds }, async (work) => {
      for (const count of [1, 2]) {
        await until(() => failures === count);
        await turns();
        passes(municipality, 5_000);
      }
      await work.idle();
    });
    assert.equal(requestsPosted(municipality.messenger).length, 1);
    const errors = municipality.log.entries.filter(({ level }) => level === 'error');
    const error = { level: 'error', event: 'round not looked at', fields: { roundId: round.id }, cause };
    assert.deepEqual(errors, [error, error]);
  });

  it('leaves a round for later that it could not look at a hundred times', async () => {
    const { municipality } = await openRound(1);
    const rounds: RoundStore = { ...municipality.rounds, readOwed: () => Promise.reject(cause) };
    await whileWorking({ ...municipality, rounds }, async (work) => {
      let isIdle = false;
      const idle = work.idle().then(() => {
        isIdle = true;
      });
      await until(() => {
        passes(municipality, 5_000);
        return isIdle;
      });
      await idle;
    });
    const failures = municipality.log.entries.filter(({ event }) => event === 'round not looked at');
    assert.ok(failures.length >= 100);
  });

  it('tries again until it knows the rounds', async () => {
    const { municipality } = await openRound(1);
    let failures = 0;
    const index = {
      ...municipality.index,
      async listActive() {
        failures += 1;
        if (failures === 1) throw cause;
        return municipality.index.listActive();
      },
    };
    await whileWorking({ ...municipality, index }, async (work) => {
      await until(() => failures === 1);
      await turns();
      passes(municipality, 5_000);
      await work.idle();
    });
    assert.equal(requestsPosted(municipality.messenger).length, 1);
    assert.ok(municipality.log.entries.some(({ event }) => event === 'rounds not read'));
  });
});

describe('a process that runs', () => {
  it('looks at every round within 15 minutes, although nobody tells it anything', async () => {
    const { municipality, round } = await openRound(1);
    municipality.clock.advance(1_000);
    const others = [await opened(municipality), await opened(municipality)];
    await delivered(municipality);
    const { municipality: noted, looked } = noting(municipality);
    await whileWorking(noted, async (work) => {
      await work.idle();
      looked.length = 0;
      for (let minutes = 0; minutes < 15; minutes += 1) {
        passes(municipality, MINUTE_MS);
        await turns();
      }
    });
    assert.deepEqual(new Set(looked), new Set([round, ...others].map(({ id }) => id)));
    assert.ok(looked.length <= 4);
  });

  it('delivers what another process has written and not told', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await whileWorking(municipality, async (work) => {
      await work.idle();
      await nudge(municipality, aFollowUp(round, 0));
      await turns();
      assert.equal(sentTo(municipality).length, 1);
      for (let minutes = 0; minutes < 15; minutes += 1) {
        passes(municipality, MINUTE_MS);
        await turns();
      }
      await work.idle();
      assert.deepEqual(await owedIn(municipality, round), [DUTIES_DELIVERY_ID]);
    });
  });

  it('looks where another process had something to do that has told nothing for 75 seconds, and forgets it', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    const ended = { id: 'en-død-proces', at: municipality.clock.now(), owing: [round.id] };
    const { municipality: noted, looked } = noting(municipality);
    await whileWorking(noted, async (work) => {
      await work.idle();
      await municipality.processes.report(ended);
      looked.length = 0;
      for (const expected of [0, 0, 1]) {
        passes(municipality, 30_000);
        await turns();
        assert.equal(looked.length, expected);
      }
      assert.deepEqual(looked, [round.id]);
      const at = municipality.clock.now();
      const known = await municipality.processes.report({ id: 'en-anden', at, owing: [] });
      assert.ok(!known.some(({ id }) => id === ended.id));
    });
  });

  it('goes on when it cannot tell the others that it lives', async () => {
    const { municipality } = await openRound(1);
    const processes = { ...municipality.processes, report: () => Promise.reject(cause) };
    await delivered({ ...municipality, processes });
    assert.equal(requestsPosted(municipality.messenger).length, 1);
    assert.ok(municipality.log.entries.some(({ event }) => event === 'processes not read'));
  });

  it('reads more of what is owed when there is room to know of it', async () => {
    const { municipality, round } = await openRound(OWED_AT_A_TIME + 1);
    const { municipality: noted, looked } = noting(municipality);
    const owed: string[] = [];
    let refusals = 0;
    const outbox: Outbox = {
      owe: (_, __, { id }) => void owed.push(id),
      noteOpen: () => undefined,
      hasRoom() {
        refusals += 1;
        return refusals > 3;
      },
      owing: () => [],
      idle: async () => undefined,
      stop: async () => undefined,
    };
    const membership = createMembership(noted);
    const finding = startFinding({ ...noted, outbox, membership, completeness: createCompleteness(noted) });
    await finding.idle();
    await finding.stop();
    assert.deepEqual(looked, [round.id, round.id]);
    assert.equal(refusals, 4);
    const dueNow = (await owedIn(municipality, round)).filter((id) => id !== DUTIES_DELIVERY_ID);
    const others = owed.filter((id) => !id.includes('/desk-'));
    assert.deepEqual(others.sort(), dueNow.sort());
  });
});

describe('a closed round', () => {
  it('is quiet when it has owed nothing for an hour, and is looked at no more', async () => {
    const { municipality, round } = await closedRound();
    assert.deepEqual(await activeIn(municipality), [round.id]);
    municipality.clock.advance(HOUR_MS);
    await delivered(municipality);
    assert.deepEqual(await activeIn(municipality), [round.id]);
    municipality.clock.advance(1);
    await delivered(municipality);
    assert.deepEqual(await activeIn(municipality), []);
    const { municipality: noted, looked } = noting(municipality);
    await delivered(noted);
    assert.deepEqual(looked, []);
  });

  it('is found to be quiet also by a process that goes on running', async () => {
    const { municipality } = await closedRound();
    await whileWorking(municipality, async (work) => {
      await work.idle();
      for (let quarters = 0; quarters < 4 * 7; quarters += 1) {
        passes(municipality, 15 * MINUTE_MS);
        await turns();
      }
    });
    assert.deepEqual(await activeIn(municipality), []);
  });

  it('is not quiet while it owes something', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await answeredByAll(municipality, round);
    await close(municipality, round);
    const channels = {
      ...municipality.channels,
      secretariat: async () => undefined,
      find: async () => municipality.departments[0],
    };
    await delivered({ ...municipality, channels });
    municipality.clock.advance(2 * HOUR_MS);
    await delivered({ ...municipality, channels });
    assert.deepEqual(await activeIn(municipality), [round.id]);
  });

  it('has the departments locked that it was closed without, when they can be read, by a process that goes on running', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await whileWorking(municipality, async (work) => {
      await work.idle();
      const present = await municipality.rounds.readRound(round.id);
      assert.ok(present);
      const closedWithout = round.plan.invitations.map(({ department }) => department.id);
      const closed = { ...present.value, state: 'closed', closedAt: START, closedWithout } as const;
      const change = { change: 'replace round', round: closed, etag: present.etag } as const;
      await municipality.rounds.commit(round.id, operationId('close'), [change]);
      for (let quarters = 0; quarters < 4 * 7; quarters += 1) {
        passes(municipality, 15 * MINUTE_MS);
        await turns();
      }
      await work.idle();
    });
    assert.ok((await departmentOf(municipality, round)).isLocked);
    assert.deepEqual((await municipality.rounds.readRound(round.id))?.value.closedWithout, []);
  });

  it('is active again when it is opened again', async () => {
    const { municipality, round } = await closedRound();
    municipality.clock.advance(HOUR_MS + 1);
    await delivered(municipality);
    const reopening = {
      roundId: round.id,
      address: SECRETARIAT,
      by: aSecretary(),
      press: 'genåbn',
      reason: 'En fejl.',
    };
    assert.equal((await reopenRound(municipality, reopening)).kind, 'reopening');
    assert.deepEqual(await activeIn(municipality), [round.id]);
    await delivered(municipality);
    assert.equal((await municipality.rounds.readRound(round.id))?.value.state, 'open');
    assert.deepEqual(await owedIn(municipality, round), [DUTIES_DELIVERY_ID]);
  });

  it('is noted as active by whoever opens it, although another has just noted it as quiet', async () => {
    const { municipality, round } = await closedRound();
    const reopening = {
      roundId: round.id,
      address: SECRETARIAT,
      by: aSecretary(),
      press: 'genåbn',
      reason: 'En fejl.',
    };
    await whileWorking(municipality, async (work, told) => {
      await work.idle();
      await reopenRound(told, reopening);
      const [entry] = await municipality.index.listActive();
      assert.ok(entry);
      await municipality.index.noteQuiet(entry);
      await work.idle();
    });
    assert.deepEqual(await activeIn(municipality), [round.id]);
  });
});

describe('what is told to a process', () => {
  it('is delivered at once, without looking for it', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    const { municipality: noted, looked } = noting(municipality);
    await whileWorking(noted, async (work, told) => {
      await work.idle();
      looked.length = 0;
      await submitReply(told, aReply(round, 0));
      await nudge(told, aFollowUp(round, 1));
      await work.idle();
      assert.deepEqual(looked, []);
    });
    assert.deepEqual(await statesOf(municipality, round), new Set(['sent', 'unneeded']));
  });
});
