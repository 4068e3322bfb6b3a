import assert from 'node:assert/strict';
import type { RoundStore } from '../../../src/application/ports.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { acceptDecline } from '../../../src/application/reply/follow-up.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { createCompleteness } from '../../../src/application/work/completeness.js';
import { operationId } from '../../../src/domain/ids.js';
import { aDepartment, aDepartmentId, aRound, aRoundDepartment, aSecretary, aVersion } from '../../support/builders.js';
import {
  aFollowUp,
  answeredByAll,
  aPress,
  aReply,
  createMunicipality,
  delivered,
  FIRST_SEEN,
  type Municipality,
  notatsPosted,
  openRound,
  SECRETARIAT,
  typing,
} from '../municipality.js';
import { createGate, deliveryOf, onlyOf, passes, whileWorking } from './processes.js';

/** The same, and what is asked of the store about the whole round. */
function noting(municipality: Municipality) {
  const asked: string[] = [];
  const { rounds } = municipality;
  const noted: RoundStore = {
    ...rounds,
    async findAwaited(id) {
      asked.push('findAwaited');
      return rounds.findAwaited(id);
    },
    async readOverview(id) {
      asked.push('readOverview');
      return rounds.readOverview(id);
    },
    async readDepartments(id) {
      asked.push('readDepartments');
      return rounds.readDepartments(id);
    },
  };
  return { municipality: { ...municipality, rounds: noted }, asked };
}

async function notatsOf({ rounds }: Municipality, id: Parameters<RoundStore['readNotats']>[0]) {
  return (await rounds.readNotats(id)).map((notat) => notat.id);
}

describe('the question whether a notat is complete', () => {
  for (const size of [6, 1_000]) {
    it(`costs one request while one of ${size} departments is awaited`, async () => {
      const municipality = await createMunicipality(0);
      const round = aRound({ state: 'open' });
      await municipality.rounds.commit(round.id, operationId('start'), [{ change: 'insert round', round }]);
      for (let n = 0; n < size; n += 1) {
        const reply = n === 0 ? undefined : aVersion();
        const department = aRoundDepartment({ department: aDepartment({ id: aDepartmentId(`d${n}`) }), reply });
        await municipality.rounds.commit(round.id, operationId('ask', n), [
          { change: 'insert department', department },
        ]);
      }
      const { municipality: noted, asked } = noting(municipality);
      await createCompleteness(noted).ask(round.id);
      assert.deepEqual(asked, ['findAwaited']);
    });
  }

  it('is asked once for all who ask while it is being asked', async () => {
    const { municipality, round } = await openRound(2);
    const gate = createGate();
    let asked = 0;
    const rounds: RoundStore = {
      ...municipality.rounds,
      async findAwaited(id) {
        asked += 1;
        await gate.opened;
        return municipality.rounds.findAwaited(id);
      },
    };
    const completeness = createCompleteness({ ...municipality, rounds });
    const asking = Array.from({ length: 1_000 }, () => completeness.ask(round.id));
    gate.open();
    await Promise.all(asking);
    assert.equal(asked, 2);
  });

  it('is asked again although it could not be asked before', async () => {
    const { municipality, round } = await openRound(1);
    await answeredByAll(municipality, round);
    let failures = 0;
    const rounds: RoundStore = {
      ...municipality.rounds,
      async findAwaited(id) {
        failures += 1;
        if (failures === 1) throw new Error('The store is away.');
        return municipality.rounds.findAwaited(id);
      },
    };
    const completeness = createCompleteness({ ...municipality, rounds });
    const [first, second] = [completeness.ask(round.id), completeness.ask(round.id)];
    await assert.rejects(first);
    await second;
    assert.deepEqual(await notatsOf(municipality, round.id), ['complete-1']);
  });

  it('is asked by a process as soon as somebody answers, and once for many answers', async () => {
    const { municipality, round } = await openRound(40);
    await delivered(municipality);
    const { municipality: noted, asked } = noting(municipality);
    await whileWorking(noted, async (work, told) => {
      await work.idle();
      asked.length = 0;
      await Promise.all(round.plan.invitations.map((_, index) => submitReply(told, aReply(round, index))));
      await work.idle();
    });
    assert.ok(asked.filter((what) => what === 'findAwaited').length < 10, `${asked.length} questions`);
    assert.equal(notatsPosted(municipality.messenger).length, 1);
  });

  it('is asked again with the cards where it could not be asked at once', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    let failures = 0;
    const rounds: RoundStore = {
      ...municipality.rounds,
      async findAwaited(id) {
        failures += 1;
        if (failures <= 2) throw new Error('The store is away.');
        return municipality.rounds.findAwaited(id);
      },
    };
    await whileWorking({ ...municipality, rounds }, async (work, told) => {
      await submitReply(told, aReply(round, 0));
      await work.idle();
      passes(municipality, 60_000);
      await work.idle();
    });
    assert.equal(notatsPosted(municipality.messenger).length, 1);
  });
});

describe('a complete notat', () => {
  it('is owed once for each complete state, whoever asks', async () => {
    const { municipality, round } = await openRound(2);
    await answeredByAll(municipality, round);
    const ask = () => createCompleteness(municipality).ask(round.id);
    await Promise.all([ask(), ask(), ask()]);
    assert.deepEqual(await notatsOf(municipality, round.id), ['complete-2']);
    const again = aReply(round, 0, { press: 'igen', seen: FIRST_SEEN, answer: typing('Et andet svar.') });
    await submitReply(municipality, again);
    await ask();
    assert.deepEqual(await notatsOf(municipality, round.id), ['complete-2', 'complete-3']);
    assert.equal((await deliveryOf(municipality, round, '@secretariat/notat-complete-3')).state, 'pending');
  });

  it('is another when the secretariat agrees that a department has nothing to say', async () => {
    const { municipality, round } = await openRound(1);
    await declineReply(municipality, { ...aPress(round, 0), reason: 'Ikke os.', instead: '' });
    const ask = () => createCompleteness(municipality).ask(round.id);
    await ask();
    assert.deepEqual(await notatsOf(municipality, round.id), []);
    await acceptDecline(municipality, { ...aFollowUp(round, 0), inNotat: true });
    await ask();
    assert.deepEqual(await notatsOf(municipality, round.id), [
      `complete-0-${municipality.clock.now().getTime().toString(36)}`,
    ]);
  });

  it('is not owed where the store found nobody awaited, and the rows say otherwise', async () => {
    const { municipality, round } = await openRound(1);
    const rounds = { ...municipality.rounds, findAwaited: async () => 'unknown' as const };
    await createCompleteness({ ...municipality, rounds }).ask(round.id);
    assert.deepEqual(await notatsOf(municipality, round.id), []);
  });

  it('is not owed for a round that is being closed: that gets its final notat', async () => {
    const { municipality, round } = await openRound(1);
    await answeredByAll(municipality, round);
    const closing = {
      roundId: round.id,
      address: SECRETARIAT,
      by: aSecretary(),
      press: 'afslut',
      keep: [],
      missing: [],
    };
    assert.equal((await closeRound(municipality, closing)).kind, 'closing');
    await createCompleteness(municipality).ask(round.id);
    assert.deepEqual(await notatsOf(municipality, round.id), []);
  });

  it('does not wait until cards are redrawn', async () => {
    const { municipality, round } = await openRound(20);
    await delivered(municipality);
    await answeredByAll(municipality, round);
    const before = municipality.messenger.asked.length;
    await delivered({ ...municipality, postsASecond: 1 });
    const kinds = municipality.messenger.asked.slice(before).map(({ message }) => message.kind);
    assert.ok(kinds.length > 20);
    assert.ok(kinds.slice(0, 2).includes('notat'));
  });

  it('is posted also where only the owed question was stored', async () => {
    const { municipality, round } = await openRound(1);
    await answeredByAll(municipality, round);
    await delivered(municipality);
    assert.equal((await onlyOf(municipality, round, 'post notat')).state, 'sent');
  });
});
