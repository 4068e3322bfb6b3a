import assert from 'node:assert/strict';
import { answerOnBehalf } from '../../../src/application/reply/answer-on-behalf.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { acceptDecline, nudge } from '../../../src/application/reply/follow-up.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { DEFAULT_CALENDAR } from '../../../src/domain/round/working-days.js';
import { nextWorkingHour } from '../../../src/domain/round/working-hours.js';
import { aPerson, START } from '../../support/builders.js';
import { createScriptedMessenger, refusedWith, sentAs } from '../../support/fakes.js';
import {
  aFollowUp,
  answeredByAll,
  aPress,
  aReply,
  delivered,
  departmentOf,
  locked,
  type Municipality,
  NOTHING_SEEN,
  openRound,
  SECRETARIAT,
  typing,
} from '../municipality.js';
import { deliveryOf, failingFirst, LOST, onlyOf, refusal, sentTo } from './processes.js';

function noticesIn({ messenger }: Municipality) {
  return messenger.asked.flatMap(({ address, thread, message }) =>
    message.kind === 'department notice' ? [{ address, thread, message }] : [],
  );
}

/** A round that is open to one department, before anything has been sent. */
async function openTo(messenger = createScriptedMessenger()) {
  const { municipality, round } = await openRound(1);
  return { municipality: { ...municipality, messenger }, round };
}

describe('words to a department', () => {
  it('are added to the thread of its request card, about the department as it stands', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    const { notice, ...department } = await departmentOf(municipality, round);
    const thread = (await deliveryOf(municipality, round)).posted;
    assert.deepEqual(noticesIn(municipality), [
      {
        address: aReply(round, 0).address,
        thread,
        message: {
          kind: 'department notice',
          department: { ...department, notice: undefined },
          notice: 'nudged',
          mentions: { personally: [], only: undefined },
        },
      },
    ]);
    assert.equal(notice?.notice, 'nudged');
  });

  it('take the place of those before', async () => {
    const { municipality, round } = await openTo();
    await delivered(municipality);
    for (const press of ['a', 'b']) {
      await nudge(municipality, aFollowUp(round, 0, { press }));
      await delivered(municipality);
    }
    const sent = (await municipality.rounds.readDeliveries(round.id)).filter(
      ({ task }) => task.kind === 'post department notice',
    );
    assert.deepEqual(municipality.messenger.removed, [sent[0]?.posted]);
    assert.deepEqual((await departmentOf(municipality, round)).notice?.posted, sent[1]?.posted);
  });

  it('are taken away when nobody must act on them any more', async () => {
    const { municipality, round } = await openTo();
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    const { notice } = await departmentOf(municipality, round);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.deepEqual(municipality.messenger.removed, [notice?.posted]);
    assert.equal((await departmentOf(municipality, round)).notice, undefined);
  });

  it('are forgotten where they can never be removed', async () => {
    const messenger = createScriptedMessenger(sentAs, 1, () => refusedWith(403));
    const { municipality, round } = await openTo(messenger);
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.equal((await departmentOf(municipality, round)).notice, undefined);
    assert.ok(municipality.log.entries.some(({ event }) => event === 'notice not removed'));
  });

  it('stay where the removal fails for a while, and are then removed', async () => {
    let isDown = true;
    const messenger = createScriptedMessenger(sentAs, 1, () => (isDown ? refusedWith(503) : undefined));
    const { municipality, round } = await openTo(messenger);
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.notEqual((await departmentOf(municipality, round)).notice, undefined);
    isDown = false;
    municipality.clock.advance(60_000);
    await delivered(municipality);
    assert.equal((await departmentOf(municipality, round)).notice, undefined);
  });

  it('begin a thread where it is not known where the request card is', async () => {
    const { municipality, round } = await openTo(
      createScriptedMessenger((sending, number) =>
        sending.message.kind === 'department card' ? { kind: 'sent', posted: undefined } : sentAs(sending, number),
      ),
    );
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    assert.deepEqual(
      noticesIn(municipality).map(({ thread }) => thread),
      [undefined],
    );
  });

  it('come after the request card while that is tried again', async () => {
    const { municipality, round } = await openTo(failingFirst(refusal(503)));
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), []);
    municipality.clock.advance(2_000);
    await delivered(municipality);
    assert.deepEqual(
      noticesIn(municipality).map(({ thread }) => thread),
      [(await deliveryOf(municipality, round)).posted],
    );
  });

  it('wait for an uncertain request card until that is sent again', async () => {
    const { municipality, round } = await openTo(failingFirst(LOST));
    await delivered(municipality);
    const answer = { answer: typing('Vi svarer for jer.'), keepCpr: undefined, seen: NOTHING_SEEN };
    await answerOnBehalf(municipality, { ...aFollowUp(round, 0), ...answer });
    await delivered(municipality);
    const waiting = await onlyOf(municipality, round, 'post department notice');
    assert.deepEqual(
      [waiting.lastFailure, waiting.dueAt],
      ['its thread is not there yet', nextWorkingHour(START, DEFAULT_CALENDAR)],
    );
    municipality.clock.advance(3_600_000);
    await delivered(municipality);
    assert.deepEqual(
      noticesIn(municipality).map(({ thread }) => thread),
      [(await deliveryOf(municipality, round)).posted],
    );
  });

  it('are the card itself where the request card could not be delivered', async () => {
    const { municipality, round } = await openTo(failingFirst(refusal(403)));
    await delivered(municipality);
    const answer = { answer: typing('Vi svarer for jer.'), keepCpr: undefined, seen: NOTHING_SEEN };
    await answerOnBehalf(municipality, { ...aFollowUp(round, 0), ...answer });
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), []);
    const cards = sentTo(municipality).flatMap(({ message, replaced }) =>
      message.kind === 'department card' && replaced === undefined ? [message.department.reply?.number] : [],
    );
    assert.deepEqual(cards, [undefined, 1]);
    const { state, posted } = await deliveryOf(municipality, round);
    const { cards: known, trouble } = await departmentOf(municipality, round);
    assert.deepEqual([state, known, trouble], ['sent', [posted], undefined]);
  });

  it('are stopped where the card that is sent instead is refused too', async () => {
    const { municipality, round } = await openTo(failingFirst(refusal(403), 2));
    await delivered(municipality);
    const answer = { answer: typing('Vi svarer for jer.'), keepCpr: undefined, seen: NOTHING_SEEN };
    await answerOnBehalf(municipality, { ...aFollowUp(round, 0), ...answer });
    await delivered(municipality);
    assert.equal((await onlyOf(municipality, round, 'post department notice')).state, 'stopped');
    assert.equal((await deliveryOf(municipality, round)).state, 'stopped');
  });

  it('are not said when they are no longer true by the time they are delivered', async () => {
    const { municipality, round } = await openRound(2);
    await nudge(municipality, aFollowUp(round, 0));
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), []);
    assert.equal((await onlyOf(municipality, round, 'post department notice')).state, 'unneeded');
  });
});

describe('a request card', () => {
  it('is not needed once its round is closed', async () => {
    const { municipality, round } = await openTo();
    await locked(municipality, round);
    await delivered(municipality);
    assert.deepEqual(sentTo(municipality), []);
    assert.equal((await deliveryOf(municipality, round)).state, 'unneeded');
  });
});

describe('a decline', () => {
  const declining = { reason: 'Ikke os.', instead: '' };

  it('is posted to the secretariat, with the department as it stands', async () => {
    const { municipality, round } = await openTo();
    await declineReply(municipality, { ...aPress(round, 0), ...declining });
    await delivered(municipality);
    const department = await departmentOf(municipality, round);
    assert.deepEqual(
      municipality.messenger.asked.filter(({ message }) => message.kind === 'follow-up'),
      [
        {
          address: SECRETARIAT,
          replaced: undefined,
          message: { kind: 'follow-up', department: { ...department, decisionCard: undefined }, starter: aPerson() },
        },
      ],
    );
    assert.ok(department.decisionCard);
  });

  it('is not posted when the secretariat has decided on it', async () => {
    const { municipality, round } = await openTo();
    await declineReply(municipality, { ...aPress(round, 0), ...declining });
    await acceptDecline(municipality, { ...aFollowUp(round, 0), inNotat: true });
    await delivered(municipality);
    assert.equal((await onlyOf(municipality, round, 'post decline')).state, 'unneeded');
  });
});

describe('a notat that takes several messages', () => {
  const partsIn = ({ messenger }: Municipality) =>
    messenger.asked.flatMap(({ message, thread }, index) =>
      message.kind === 'notat' ? [{ part: message.part, thread: thread?.activityId, number: String(index + 1) }] : [],
    );

  it('is one thread: the first message begins it, the others follow in order, each once', async () => {
    const { municipality, round } = await openTo(createScriptedMessenger(sentAs, 3));
    await answeredByAll(municipality, round);
    for (const ms of [0, 1_000, 60_000]) {
      municipality.clock.advance(ms);
      await delivered(municipality);
    }
    const sent = partsIn(municipality);
    const first = sent[0]?.number;
    assert.ok(first);
    const expected = [
      [1, undefined],
      [2, first],
      [3, first],
    ];
    assert.deepEqual(
      sent.map(({ part, thread }) => [part, thread]),
      expected,
    );
  });

  it('waits with the others while the first is not posted', async () => {
    let refusals = 0;
    const messenger = createScriptedMessenger((sending, number) => {
      if (sending.message.kind !== 'notat' || refusals > 0) return sentAs(sending, number);
      refusals += 1;
      return refusal(503, { waitMs: 5_000 });
    }, 2);
    const { municipality, round } = await openTo(messenger);
    await answeredByAll(municipality, round);
    for (const ms of [0, 1_000, 4_000, 60_000]) {
      municipality.clock.advance(ms);
      await delivered(municipality);
    }
    assert.deepEqual(
      partsIn(municipality).map(({ part }) => part),
      [1, 1, 2],
    );
    assert.ok(municipality.log.entries.every(({ level }) => level !== 'error'));
  });
});
