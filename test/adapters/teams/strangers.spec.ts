import assert from 'node:assert/strict';
import { MESSAGE_MAX, STRANGERS_TOLD_MAX } from '../../../src/domain/limits.js';
import { da } from '../../../src/text/messages.js';
import type { Notice } from '../../../src/text/notice.js';
import { AASE } from '../../conversation/a-bot.js';
import {
  type ABotOnHttp,
  aBotOnHttp,
  aMessage,
  aPersonalMessage,
  aPress,
  DEPARTMENT_CHANNEL,
  inChannel,
  type Raw,
  SECRETARIAT_CHANNEL,
  sending,
} from './a-bot-on-http.js';

const A_BOT = { id: '28:en-anden-bot', name: 'Kalenderbot' };
const BY_ROLE = { id: '29:1kalender', aadObjectId: AASE.id, name: AASE.name, role: 'bot' };
const ANONYMOUS = { id: '29:1anon', name: AASE.name };

const STRANGERS: readonly (readonly [what: string, from: Raw, cause: string, field: string, notice: Notice])[] = [
  ['a bot', A_BOT, 'a bot', 'from.id', da.refusals.aBot()],
  ['a bot by its role', BY_ROLE, 'a bot', 'from.role', da.refusals.aBot()],
  ['somebody without an Entra id', ANONYMOUS, 'unknown person', 'from.aadObjectId', da.refusals.unknownPerson()],
];

describe('whoever is no identified person', () => {
  let bot: ABotOnHttp;

  beforeEach(async () => {
    bot = await aBotOnHttp();
  });
  afterEach(async () => bot.stop());

  const refusals = () => bot.log.entries.map(({ event, fields }) => [event, fields]);
  const said = ({ heading, text }: Notice) => `${heading}\n${text}`;

  async function assertNothingStored(): Promise<void> {
    const { reply, draft, proposal } = await bot.department();
    assert.deepEqual([reply, draft, proposal], [undefined, undefined, undefined]);
  }

  for (const [what, from, cause, field, notice] of STRANGERS) {
    it(`is told so once, and then only the log says it: ${what}`, async () => {
      const first = await bot.post(aMessage('status', { from }));
      assert.deepEqual([first.status, first.read], [200, [said(notice)]]);
      assert.deepEqual(refusals(), [['not served', { cause, field }]]);
      const second = await bot.post(aMessage('status', { from }));
      assert.deepEqual([second.status, second.body, second.sent], [200, undefined, []]);
      assert.deepEqual(refusals(), [
        ['not served', { cause, field }],
        ['not served', { cause, field }],
      ]);
      await assertNothingStored();
    });

    it(`is told so for every press, in the answer to it: ${what}`, async () => {
      for (let press = 0; press < 2; press += 1) {
        const { status, body, sent } = await bot.post(aPress({}, { from }));
        assert.deepEqual([status, body?.value, sent], [200, `${notice.heading}. ${notice.text}`, []]);
      }
      await assertNothingStored();
    });
  }

  it('is told again in another channel, in a chat, and as somebody else', async () => {
    await bot.post(aMessage('hej', { from: A_BOT }));
    await bot.post(aMessage('hej', { from: A_BOT, conversation: inChannel(SECRETARIAT_CHANNEL, '1') }));
    await bot.post(aPersonalMessage({ from: A_BOT, text: 'hej' }));
    await bot.post(aMessage('hej', { from: { id: '28:en-tredje' } }));
    assert.equal(bot.connector.sent.length, 4);
  });

  it('gets no second answer in a new thread, nor by any other kind of message', async () => {
    await bot.post(aMessage('hej', { from: A_BOT, conversation: inChannel(DEPARTMENT_CHANNEL, '1') }));
    const messages: readonly Raw[] = [
      aMessage('hej', { from: A_BOT, conversation: inChannel(DEPARTMENT_CHANNEL, '2') }),
      aMessage(undefined, { from: A_BOT }),
      aMessage('x'.repeat(MESSAGE_MAX + 1), { from: A_BOT }),
      aMessage(undefined, { from: A_BOT, value: sending() }),
      aMessage(undefined, { from: A_BOT, value: 'x' }),
    ];
    for (const message of messages) await bot.post(message);
    assert.equal(bot.connector.sent.length, 1);
    await assertNothingStored();
  });

  it('gets no second answer in a group chat', async () => {
    const conversation = { ...inChannel('19:chat@thread.v2', '1'), conversationType: 'groupChat' };
    for (let message = 0; message < 3; message += 1) await bot.post(aMessage('hej', { from: A_BOT, conversation }));
    assert.equal(bot.connector.sent.length, 1);
  });

  it('cannot talk with this bot for ever, when it answers every answer', async () => {
    let heard = 0;
    for (let talk = await bot.post(aMessage('hej', { from: A_BOT })); talk.sent.length > 0; heard += 1) {
      assert.ok(heard < 10, 'they talk for ever');
      // It begins a new thread for each answer that it gets.
      talk = await bot.post(aMessage(talk.read.join(), { from: A_BOT }));
    }
    assert.equal(heard, 1);
  });

  it('does not keep people from being answered', async () => {
    await bot.post(aMessage('hej', { from: A_BOT }));
    await bot.post(aMessage('hjælp'));
    await bot.post(aMessage('hjælp'));
    assert.equal(bot.connector.sent.length, 3);
  });

  it('is remembered as told, so many of them', async () => {
    const write = (number: number) => bot.post(aMessage('hej', { from: { id: `28:${number}` } }));
    for (let number = 0; number <= STRANGERS_TOLD_MAX; number += 1) await write(number);
    assert.equal((await write(1)).sent.length, 0);
    assert.equal((await write(0)).sent.length, 1);
  });
});
