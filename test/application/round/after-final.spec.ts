import assert from 'node:assert/strict';
import { readFinal } from '../../../src/application/notat/read-final.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { changeRound } from '../../../src/application/round/change-round.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { operationId } from '../../../src/domain/ids.js';
import { NOTAT_CARDS_FOLLOWED } from '../../../src/domain/limits.js';
import { shownCardOf } from '../../../src/domain/reply/shown-card.js';
import { changeValuesOf } from '../../../src/domain/round/changed-round.js';
import type { Round } from '../../../src/domain/round/round.js';
import { newDelivery, notatDeliveryId } from '../../../src/domain/work/delivery.js';
import { aNotatId, aNotatRecord, aPosted, aSecretary } from '../../support/builders.js';
import { refusedWith } from '../../support/fakes.js';
import {
  answeredByAll,
  aPress,
  aReply,
  COLLEAGUE,
  delivered,
  departmentOf,
  HEAD,
  type Municipality,
  NOT_ASKED_HERE,
  notatsPosted,
  openRound,
  SECRETARIAT,
  seenIn,
  typing,
} from '../municipality.js';

const REASON = 'Et tal var forkert.';

const secretarys = (round: Round, press: string) => ({
  roundId: round.id,
  address: SECRETARIAT,
  by: aSecretary(),
  press,
});

async function close(municipality: Municipality, round: Round, press: string): Promise<void> {
  municipality.clock.advance(60_000);
  const missing = round.plan.invitations.map(({ department }) => department.id);
  const outcome = await closeRound(municipality, { ...secretarys(round, press), keep: [], missing });
  assert.equal(outcome.kind, 'closing');
  await delivered(municipality);
}

async function reopen(municipality: Municipality, round: Round, press: string): Promise<void> {
  municipality.clock.advance(60_000);
  assert.equal((await reopenRound(municipality, { ...secretarys(round, press), reason: REASON })).kind, 'reopening');
  await delivered(municipality);
}

/** A round that all have answered, with its first final notat. */
async function finalRound(departments = 2) {
  const { municipality, round } = await openRound(departments);
  await answeredByAll(municipality, round);
  await delivered(municipality);
  await close(municipality, round, 'afslut 1');
  return { municipality, round };
}

/** The notats on the secretariat's cards that were changed after `before` messages had been sent. */
function followed({ messenger }: Municipality, before: number) {
  return messenger.asked
    .slice(before)
    .flatMap(({ message, replaced }) => (message.kind === 'notat' && replaced !== undefined ? [message] : []));
}

describe('once the notat is final', () => {
  it('each department’s row tells it, and its card is drawn again without a message', async () => {
    const { municipality, round } = await finalRound();
    const { messenger } = municipality;
    for (const index of [0, 1]) {
      const { final, isLocked } = await departmentOf(municipality, round, index);
      assert.deepEqual([final?.number, isLocked], [1, true]);
      const { address } = await departmentOf(municipality, round, index);
      const newest = messenger.asked.findLast(({ address: { channelId } }) => channelId === address.channelId);
      assert.ok(newest?.replaced);
      assert.equal(newest.message.kind === 'department card' && newest.message.department.final?.number, 1);
    }
    assert.ok(messenger.asked.every(({ message }) => message.kind !== 'department notice'));
  });

  it('each department may read what all have answered, and nobody before or elsewhere', async () => {
    const { municipality, round } = await openRound(2);
    await answeredByAll(municipality, round);
    assert.equal((await readFinal(municipality, aPress(round, 0))).kind, 'not final');
    await close(municipality, round, 'afslut');
    const read = await readFinal(municipality, aPress(round, 0));
    assert.equal(read.kind, 'read');
    assert.deepEqual([read.notat.status, read.notat.rows.length], ['final', 2]);
    const elsewhere = aPress(round, 0, { address: SECRETARIAT });
    assert.deepEqual(await readFinal(municipality, elsewhere), NOT_ASKED_HERE);
  });

  it('the card of the notat that was only complete says that there is a newer one', async () => {
    const { municipality } = await finalRound();
    const [complete, ...others] = followed(municipality, 0);
    assert.deepEqual([complete?.record.status, complete?.newer?.number, others], ['complete', 1, []]);
  });
});

describe('a round that was opened again', () => {
  it('says so for good, in the secretariat’s channel and the departments’, also when it is closed again', async () => {
    const { municipality, round } = await finalRound();
    const before = municipality.messenger.asked.length;
    await reopen(municipality, round, 'genåbn');
    const opened = followed(municipality, before);
    assert.deepEqual(
      opened.map(({ record, round: { state, reopenings } }) => [record.id, state, reopenings[0]?.reason]),
      [
        ['final-1', 'open', REASON],
        [opened[1]?.record.id, 'open', REASON],
      ],
    );
    await close(municipality, round, 'afslut 2');
    const stored = await municipality.rounds.readRound(round.id);
    const { by, reason } = stored?.value.reopenings[0] ?? {};
    assert.deepEqual([by?.name, reason, stored?.value.reopenings.length], [aSecretary().name, REASON, 1]);
    const department = await departmentOf(municipality, round, 1);
    assert.deepEqual(department.reopenings, stored?.value.reopenings);
    assert.equal(department.final?.number, 2);
  });

  it('asks those that were taken out no more, and what they had proposed waits for nobody', async () => {
    const { municipality, round } = await openRound(2, { heads: [HEAD] });
    const { right: _, ...press } = aPress(round, 1, { by: COLLEAGUE });
    assert.equal((await submitReply(municipality, aReply(round, 1, press))).kind, 'proposed');
    const changed = (departments: readonly string[], press: string, changeSeen: number) =>
      changeRound(municipality, {
        ...secretarys(round, press),
        values: { ...changeValuesOf(round.plan), departments, reason: REASON },
        changeSeen,
      });
    const [first, second] = round.plan.invitations.map(({ department }) => department.id);
    assert.ok(first && second);
    const out = await changed([first], 'ud', 0);
    assert.ok(out.kind === 'changed');
    await delivered(municipality);
    await close(municipality, round, 'afslut');
    await reopen(municipality, round, 'genåbn');
    const { isLocked, reopenings } = await departmentOf(municipality, round, 1);
    assert.deepEqual([isLocked, reopenings], [true, []]);
    assert.equal(shownCardOf(await departmentOf(municipality, round, 1)).kind, 'withdrawn');
    // Added again, it sees on its card that the round was opened again, as all others do.
    await changed([first, second], 'ind', out.round.changes[0]?.at.getTime() ?? 0);
    await delivered(municipality);
    const added = await departmentOf(municipality, round, 1);
    assert.deepEqual([added.isLocked, added.reopenings.length], [false, 1]);
  });

  it('gets a second notat that says what changed since the first, and the first card says that there is a second', async () => {
    const { municipality, round } = await finalRound();
    await reopen(municipality, round, 'genåbn');
    const seen = await seenIn(municipality, round);
    await submitReply(municipality, aReply(round, 0, { seen, press: 'ret', answer: typing('Vi har rettet et tal.') }));
    await delivered(municipality);
    const before = municipality.messenger.asked.length;
    await close(municipality, round, 'afslut 2');
    const second = notatsPosted(municipality.messenger).at(-1);
    const [changed] = round.plan.invitations;
    assert.deepEqual(second?.changes, [{ departmentId: changed?.department.id, kind: 'changed' }]);
    assert.deepEqual(second.notat.changes, [{ department: changed?.department.name, kind: 'changed' }]);
    assert.deepEqual(
      followed(municipality, before)
        .filter(({ record }) => record.status === 'final')
        .map(({ record, newer }) => [record.number, newer?.number]),
      [[1, 2]],
    );
  });

  it('is tried again on its older cards where Teams did not answer, and not where a card is gone', async () => {
    const failing = async (status: number) => {
      const { municipality, round } = await finalRound();
      const { messenger } = municipality;
      const update: typeof messenger.update = (address, posted, message) =>
        message.kind === 'notat' && message.record.status === 'final'
          ? Promise.resolve(refusedWith(status))
          : messenger.update(address, posted, message);
      municipality.clock.advance(60_000);
      const reopening = { ...secretarys(round, 'genåbn'), reason: REASON };
      assert.equal((await reopenRound(municipality, reopening)).kind, 'reopening');
      await delivered({ ...municipality, messenger: { ...messenger, update } });
      const all = await municipality.rounds.readDeliveries(round.id);
      return all.find(({ id }) => id.endsWith('notats-reopened-1'))?.state;
    };
    assert.equal(await failing(502), 'pending');
    assert.equal(await failing(404), 'sent');
  });

  it('changes no more of its older cards than it may', async () => {
    const { municipality, round } = await finalRound();
    for (let index = 0; index < NOTAT_CARDS_FOLLOWED + 2; index += 1) {
      const notat = aNotatRecord({ id: aNotatId(`complete-9${index}`), status: 'complete', versions: [] });
      const task = { kind: 'post notat', notatId: notat.id } as const;
      const posted = aPosted({ conversationId: `${SECRETARIAT.channelId};messageid=${index}`, activityId: `${index}` });
      const delivery = {
        ...newDelivery(notatDeliveryId(notat.id), task, notat.compiledAt),
        state: 'sent',
        posted,
      } as const;
      const written = await municipality.rounds.commit(round.id, operationId('arrange', index), [
        { change: 'insert notat', notat },
        { change: 'insert delivery', delivery },
      ]);
      assert.equal(written, 'committed');
    }
    const before = municipality.messenger.asked.length;
    await reopen(municipality, round, 'genåbn');
    assert.equal(followed(municipality, before).length, NOTAT_CARDS_FOLLOWED);
  });
});
