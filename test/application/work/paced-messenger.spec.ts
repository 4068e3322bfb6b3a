import assert from 'node:assert/strict';
import { createPace } from '../../../src/application/work/pace.js';
import { pacedMessenger } from '../../../src/application/work/paced-messenger.js';
import { anAddress, aPosted, aRound, aRoundDepartment } from '../../support/builders.js';
import { createScriptedMessenger, createSteppedTime, sentAs } from '../../support/fakes.js';
import { refusal, turns } from './processes.js';

const ADDRESS = anAddress();
const CARD = { kind: 'department card', department: aRoundDepartment() } as const;
const NO_ROOM = { kind: 'failed', failure: { kind: 'not reached', reason: 'no room' } };

function paced(messenger = createScriptedMessenger(), rate = 40) {
  const time = createSteppedTime();
  const pace = createPace(time, rate, () => ({ kind: 'shared', between: 1 }));
  const leave = { isHeld: pace.take() === 0 };
  const ending = new AbortController();
  return {
    time,
    pace,
    leave,
    ending,
    messenger,
    sending: pacedMessenger({ messenger, pace, time }, leave, ending.signal),
  };
}

describe('a messenger that keeps to the pace', () => {
  it('sends the first message with the leave that has been taken, and uses it up', async () => {
    const { sending, leave, time, messenger } = paced();
    assert.equal((await sending.post(ADDRESS, CARD)).kind, 'sent');
    assert.equal(leave.isHeld, false);
    assert.equal(time.elapsed(), 0);
    assert.equal(messenger.asked.length, 1);
  });

  it('sends each further message when there is room for it', async () => {
    const { sending, time } = paced();
    await sending.post(ADDRESS, CARD);
    assert.equal((await sending.update(anAddress({}, 'veje'), aPosted(), CARD)).kind, 'sent');
    assert.equal(time.elapsed(), 25);
  });

  it('counts what it sends to a conversation, and waits for room there', async () => {
    const { sending, time } = paced(createScriptedMessenger(), 1_000);
    for (let sent = 0; sent < 7; sent += 1) await sending.post(ADDRESS, CARD);
    assert.ok(time.elapsed() >= 1_000);
  });

  it('counts each message in a chat, and the opening of one, in the same way', async () => {
    const { sending, messenger, time } = paced();
    assert.deepEqual(await sending.openChat(ADDRESS, 'anne'), { kind: 'opened', conversationId: 'a:anne' });
    assert.equal((await sending.postInChat(ADDRESS, 'a:anne', CARD)).kind, 'sent');
    assert.equal(time.elapsed(), 25);
    assert.deepEqual([messenger.opened, messenger.chats.length], [['anne'], 1]);
  });

  it('opens and writes in no chat without room', async () => {
    const { sending, pace, time, messenger } = paced();
    for (const conversation of ['anne', 'a:anne']) pace.refused(conversation, 60_000);
    const results = Promise.all([sending.openChat(ADDRESS, 'anne'), sending.postInChat(ADDRESS, 'a:anne', CARD)]);
    await turns();
    time.pass(60_000);
    assert.deepEqual(await results, [NO_ROOM, NO_ROOM]);
    assert.deepEqual([messenger.opened, messenger.chats], [[], []]);
  });

  it('does not send what would wait for long', async () => {
    const { sending, pace, time, messenger } = paced();
    pace.refused(ADDRESS.channelId, 60_000);
    const result = sending.post(ADDRESS, CARD);
    await turns();
    time.pass(60_000);
    assert.deepEqual(await result, NO_ROOM);
    assert.deepEqual(messenger.asked, []);
  });

  it('does not send when the process ends', async () => {
    const { sending, ending, messenger } = paced();
    ending.abort();
    assert.deepEqual(await sending.post(ADDRESS, CARD), NO_ROOM);
    assert.deepEqual(messenger.asked, []);
  });

  it('tells how many messages a notat needs', () => {
    const { sending } = paced(createScriptedMessenger(sentAs, 3));
    const round = aRound();
    assert.equal(sending.partsOf({ kind: 'notat', round, part: 1 } as Parameters<typeof sending.partsOf>[0]), 3);
  });

  for (const [what, waitMs, expected] of [
    ['as long as Teams asks for', 30_000, 30_000],
    ['two seconds where Teams does not say how long', undefined, 2_000],
  ] as const) {
    it(`leaves a conversation alone after a 429, ${what}`, async () => {
      const { sending, pace } = paced(
        createScriptedMessenger(() => refusal(429, waitMs === undefined ? {} : { waitMs })),
      );
      await sending.post(ADDRESS, CARD);
      assert.equal(pace.waitFor(ADDRESS.channelId), expected);
    });
  }
});
