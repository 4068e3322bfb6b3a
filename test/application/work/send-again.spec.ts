import assert from 'node:assert/strict';
import { nudge } from '../../../src/application/reply/follow-up.js';
import { markArrived, sendAgain } from '../../../src/application/work/send-again.js';
import { operationId } from '../../../src/domain/ids.js';
import type { Round } from '../../../src/domain/round/round.js';
import { inLane, NEVER, requestDeliveryId } from '../../../src/domain/work/delivery.js';
import { aDelivery, aDepartmentId, anAddress, aRoundId, aSecretary } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import {
  aFollowUp,
  commitsOf,
  delivered,
  departmentOf,
  locked,
  type Municipality,
  openRound,
  requestsPosted,
  SECRETARIAT,
} from '../municipality.js';
import { aNotatDelivery, aTroublePress, inTrouble, troubleLines, withoutCards } from './troubled.js';

const FIRST = aDepartmentId('d0');
const BY_SECRETARY = { by: aSecretary(), where: SECRETARIAT.channelId };

/** A notice to the first department that may not have arrived. */
const NOTICE = aDelivery({
  id: inLane(FIRST, '000001-notice'),
  task: { kind: 'post department notice', departmentId: FIRST, notice: 'nudged' },
  state: 'uncertain',
  dueAt: NEVER,
  lastFailure: '504',
});

const roundOf = async ({ rounds }: Municipality, { id }: Round) => (await rounds.readRound(id))?.value;
const stateOf = async ({ rounds }: Municipality, { id }: Round, delivery: string) =>
  (await rounds.readDelivery(id, delivery))?.value.state;

describe('sending again', () => {
  for (const how of ['stopped', 'uncertain'] as const) {
    it(`owes a card that is ${how} as before its first try, and tells no more of it`, async () => {
      const { municipality, round } = await withoutCards(how);
      assert.equal((await departmentOf(municipality, round)).trouble?.fate, how);
      const outcome = await sendAgain(municipality, aTroublePress(round, 0));
      const department = await departmentOf(municipality, round);
      assert.deepEqual(outcome, { kind: 'done', now: { of: 'department', department } });
      assert.equal(department.trouble, undefined);
      const request = await municipality.rounds.readDelivery(round.id, requestDeliveryId(FIRST));
      assert.deepEqual([request?.value.state, request?.value.attempts], ['pending', 0]);
      assert.deepEqual(await troubleLines(municipality, round), [
        { act: 'sent again', departmentId: FIRST, ...BY_SECRETARY },
      ]);
    });
  }

  it('reaches the channel of that department, and of no other', async () => {
    const { municipality, round } = await withoutCards();
    const before = requestsPosted(municipality.messenger).length;
    await sendAgain(municipality, aTroublePress(round, 0));
    await delivered(municipality);
    const [first] = municipality.departments;
    assert.deepEqual(requestsPosted(municipality.messenger).slice(before), [first?.address.channelId]);
    assert.equal((await departmentOf(municipality, round, 1)).trouble?.fate, 'stopped');
  });

  it('sends everything in the conversation that was tried in vain', async () => {
    const { municipality, round } = await withoutCards();
    await inTrouble(municipality, round, NOTICE);
    await sendAgain(municipality, aTroublePress(round, 0));
    assert.equal(await stateOf(municipality, round, NOTICE.id), 'pending');
    assert.equal(await stateOf(municipality, round, requestDeliveryId(FIRST)), 'pending');
  });

  it('sends what was meant for the secretariat, and gives the round as it is now', async () => {
    const { municipality, round } = await openRound();
    const notat = aNotatDelivery();
    await inTrouble(municipality, round, notat);
    const outcome = await sendAgain(municipality, aTroublePress(round, undefined));
    const overview = await municipality.rounds.readOverview(round.id);
    assert.deepEqual(outcome, { kind: 'done', now: { of: 'round', overview } });
    assert.equal(overview?.round.trouble, undefined);
    assert.equal(await stateOf(municipality, round, notat.id), 'pending');
    assert.deepEqual(await troubleLines(municipality, round), [
      { act: 'sent again', departmentId: undefined, ...BY_SECRETARY },
    ]);
  });

  for (const index of [0, undefined]) {
    it(`is done once by one press, also when it is in trouble again: ${index === 0 ? 'a department' : 'the round'}`, async () => {
      const { municipality, round } = await openRound();
      const trouble = () => inTrouble(municipality, round, index === 0 ? NOTICE : aNotatDelivery());
      await trouble();
      assert.equal((await sendAgain(municipality, aTroublePress(round, index))).kind, 'done');
      await trouble();
      const commits = await commitsOf(municipality, async (deps) => {
        assert.equal((await sendAgain(deps, aTroublePress(round, index))).kind, 'unchanged');
      });
      assert.deepEqual(commits, []);
      assert.equal((await sendAgain(municipality, aTroublePress(round, index, { press: 'et nyt' }))).kind, 'done');
    });

    it(`says so where there is nothing to send: ${index === 0 ? 'a department' : 'the round'}`, async () => {
      const { municipality, round } = await openRound();
      const commits = await commitsOf(municipality, async (deps) => {
        assert.equal((await sendAgain(deps, aTroublePress(round, index))).kind, 'nothing to send');
      });
      assert.deepEqual(commits, []);
    });
  }

  it('works in a closed round, whose cards must be redrawn too', async () => {
    const { municipality, round } = await openRound();
    const refresh = aDelivery({
      id: inLane(FIRST, '000002-refresh'),
      task: { kind: 'refresh cards', departmentId: FIRST, mayComplete: false, also: undefined },
      state: 'stopped',
      dueAt: NEVER,
      lastFailure: '403 BotDisabledByAdmin',
    });
    await inTrouble(municipality, round, refresh);
    await locked(municipality, round);
    assert.equal((await sendAgain(municipality, aTroublePress(round, 0))).kind, 'done');
    assert.equal(await stateOf(municipality, round, refresh.id), 'pending');
  });

  it('decides again when somebody else was faster', async () => {
    const { municipality, round } = await withoutCards();
    const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
      if (number === 1) await sendAgain(municipality, aTroublePress(round, 0, { press: 'en anden' }));
      return proceed();
    });
    const outcome = await sendAgain({ ...municipality, rounds }, aTroublePress(round, 0));
    assert.equal(outcome.kind, 'nothing to send');
    assert.equal((await troubleLines(municipality, round)).length, 1);
  });

  for (const [name, index, changes] of [
    ['a department from another tenant', 0, { address: anAddress({ tenantId: 'en-anden' }, 'sekretariatet') }],
    ['a round from another tenant', undefined, { address: anAddress({ tenantId: 'en-anden' }, 'sekretariatet') }],
    ['a round that is not there', undefined, { roundId: aRoundId('ukendt') }],
    ['a department that is not asked', 0, { departmentId: aDepartmentId('ukendt') }],
  ] as const) {
    it(`is not done for ${name}`, async () => {
      const { municipality, round } = await withoutCards('uncertain');
      const press = aTroublePress(round, index, changes);
      const commits = await commitsOf(municipality, async (deps) => {
        assert.deepEqual(await sendAgain(deps, press), { kind: 'unknown' });
        assert.deepEqual(await markArrived(deps, press), { kind: 'unknown' });
      });
      assert.deepEqual(commits, []);
    });
  }
});

describe('noting that something has arrived', () => {
  it('settles what may not have arrived, so that it is not sent again', async () => {
    const { municipality, round } = await withoutCards('uncertain');
    const before = requestsPosted(municipality.messenger).length;
    assert.equal((await markArrived(municipality, aTroublePress(round, 0))).kind, 'done');
    const request = await municipality.rounds.readDelivery(round.id, requestDeliveryId(FIRST));
    assert.deepEqual([request?.value.state, request?.value.posted], ['sent', undefined]);
    assert.equal((await departmentOf(municipality, round)).trouble, undefined);
    assert.deepEqual(await troubleLines(municipality, round), [
      { act: 'arrived', departmentId: FIRST, ...BY_SECRETARY },
    ]);
    municipality.clock.advance(7 * 24 * 3_600_000);
    await delivered(municipality);
    const [first] = municipality.departments;
    assert.ok(
      !requestsPosted(municipality.messenger)
        .slice(before)
        .includes(first?.address.channelId ?? ''),
    );
  });

  it('is for the round itself too', async () => {
    const { municipality, round } = await openRound();
    const notat = aNotatDelivery();
    await inTrouble(municipality, round, notat);
    assert.equal((await markArrived(municipality, aTroublePress(round, undefined))).kind, 'done');
    assert.equal(await stateOf(municipality, round, notat.id), 'sent');
    assert.equal((await roundOf(municipality, round))?.trouble, undefined);
  });

  it('leaves what has certainly not arrived, and goes on telling of it', async () => {
    const { municipality, round } = await withoutCards('stopped');
    await inTrouble(municipality, round, NOTICE);
    await markArrived(municipality, aTroublePress(round, 0));
    assert.equal(await stateOf(municipality, round, NOTICE.id), 'sent');
    assert.equal(await stateOf(municipality, round, requestDeliveryId(FIRST)), 'stopped');
    assert.deepEqual((await departmentOf(municipality, round)).trouble, {
      fate: 'stopped',
      what: 'post request',
      word: '403 BotNotInConversationRoster',
    });
  });

  it('is done once by one press, and says so where nothing is in doubt', async () => {
    const { municipality, round } = await withoutCards('uncertain');
    const kinds = [];
    for (const press of ['a', 'a', 'b']) {
      kinds.push((await markArrived(municipality, aTroublePress(round, 0, { press }))).kind);
    }
    assert.deepEqual(kinds, ['done', 'unchanged', 'nothing in doubt']);
  });
});

describe('a request card that version 0.1 of the bot gave up', () => {
  /** The delivery had no lane then, and the row told neither of cards nor of what was not delivered. */
  async function givenUp() {
    const { municipality, round } = await openRound(1);
    const { rounds } = municipality;
    const present = await rounds.readDepartment(round.id, FIRST);
    const request = await rounds.readDelivery(round.id, requestDeliveryId(FIRST));
    assert.ok(present && request);
    const older = aDelivery({
      id: `request-${FIRST}`,
      task: { kind: 'post request', departmentId: FIRST },
      state: 'stopped',
      lastFailure: '403',
    });
    const trouble = { fate: 'stopped', what: undefined, word: '403' } as const;
    const department = { ...present.value, trouble, cards: undefined };
    await rounds.commit(round.id, operationId('older'), [
      { change: 'replace department', department, etag: present.etag },
      { change: 'replace delivery', delivery: { ...request.value, state: 'unneeded' }, etag: request.etag },
      { change: 'insert delivery', delivery: older },
    ]);
    // Version 0.1 wrote no delivery in a lane.
    const readDelivery: typeof rounds.readDelivery = async (id, delivery) => {
      const found = await rounds.readDelivery(id, delivery);
      return found?.value.state === 'unneeded' && delivery === requestDeliveryId(FIRST) ? undefined : found;
    };
    return { municipality: { ...municipality, rounds: { ...rounds, readDelivery } }, rounds, round, older };
  }

  const WAYS = {
    'is sent again': (deps: Municipality, round: Round) => sendAgain(deps, aTroublePress(round, 0)),
    'is sent in place of a reminder': (deps: Municipality, round: Round) => nudge(deps, aFollowUp(round, 0)),
  };

  for (const [what, way] of Object.entries(WAYS)) {
    it(`${what}, and is known from then on`, async () => {
      const { municipality, rounds, round, older } = await givenUp();
      const { kind } = await way(municipality, round);
      assert.ok(kind === 'done' || kind === 'request again', kind);
      assert.equal(await stateOf(municipality, round, older.id), 'unneeded');
      assert.equal((await departmentOf(municipality, round)).trouble, undefined);
      const now = { ...municipality, rounds };
      await delivered(now);
      assert.equal(requestsPosted(now.messenger).length, 1);
      const request = await rounds.readDelivery(round.id, requestDeliveryId(FIRST));
      assert.equal(request?.value.state, 'sent');
      assert.deepEqual((await departmentOf(now, round)).cards, [request.value.posted]);
    });
  }
});
