import assert from 'node:assert/strict';
import { ConnectorRefusal } from '../../../src/adapters/teams/connector-http-client.js';
import { createShowToOne } from '../../../src/adapters/teams/for-one.js';
import { REFUSING_PLACE_MS, REFUSING_PLACES_MAX } from '../../../src/domain/limits.js';
import { da } from '../../../src/text/messages.js';
import { AASE } from '../../conversation/a-bot.js';
import { RECIPIENT } from '../../conversation/written.js';
import { createFixedClock, createRecordingLog } from '../../support/fakes.js';
import {
  type ABotOnHttp,
  aBotOnHttp,
  aMessage,
  aPersonalMessage,
  aSecretariatMessage,
  DEPARTMENT_CHANNEL,
  inChannel,
  type Raw,
  sending,
} from './a-bot-on-http.js';

const TARGETED = '?isTargetedActivity=true';
const LUNCH = '19:frokost@thread.tacv2';
const REFUSED = { status: 403, body: { error: { code: 'THREADACCESSDENIED-209', message: 'Thread access denied.' } } };

/** A message that is not understood, because its channel is nobody's. */
const misplaced = (channelId = LUNCH) =>
  aMessage('hvad koster en fisk?', { conversation: inChannel(channelId, '1700000000001') });

describe('what concerns one person in a channel', () => {
  let bot: ABotOnHttp;
  beforeEach(async () => {
    bot = await aBotOnHttp({}, {}, { isTargeting: true });
  });
  afterEach(async () => bot.stop());

  const isTargeted = ({ path }: { readonly path: string }) => path.endsWith(TARGETED);
  const sentFor = async (activity: Raw) => (await bot.post(activity)).sent.map(isTargeted);

  it('is shown to that person alone, in the thread', async () => {
    const { sent, read } = await bot.post(misplaced());
    assert.deepEqual(
      sent.map(({ method, path }) => [method, path]),
      [['POST', `/v3/conversations/${LUNCH};messageid=1700000000001/activities${TARGETED}`]],
    );
    const { recipient, from, type } = sent[0]?.activity ?? {};
    assert.deepEqual(recipient, { id: `29:${AASE.id}`, name: AASE.name });
    assert.deepEqual([from, type], [RECIPIENT, 'message']);
    assert.ok(read[0]?.startsWith(da.notices.notUnderstood(false).heading));
  });

  const SENT: readonly (readonly [what: string, activity: () => Raw, targeted: readonly boolean[]])[] = [
    ['a refusal', () => aMessage('ny runde'), [true]],
    ['a message that is too long', () => aMessage('x'.repeat(20_001)), [true]],
    ['a press by Action.Submit that cannot be read', () => submitted({ verb: 'reply.delete' }), [true]],
    ['what all must not see of such a press', () => submitted({ reply: 'Borgeren 010203-1234.' }), [true]],
    ['the answer to a question', () => aMessage('frist?'), [false]],
    ['the card that asks what a message is', () => aMessage('Vi ringer først.'), [false]],
    ['a status', () => aSecretariatMessage('status'), [false]],
    ['what is said in a personal chat', () => aPersonalMessage({ text: 'hej' }), [false]],
    ['nothing at all', () => aMessage('tak'), []],
    ['an answer, and word that a file did not come along', () => aMessage('frist?', withFile()), [false, true]],
  ];
  for (const [what, activity, targeted] of SENT) {
    it(`is known: ${what}`, async () => {
      assert.deepEqual(await sentFor(activity()), targeted);
    });
  }

  it('is shown to all where Teams refuses, and the channel is not tried again for a while', async () => {
    bot.connector.respond = (sent) => (isTargeted(sent) ? REFUSED : undefined);
    assert.deepEqual(await sentFor(misplaced()), [true, false]);
    assert.deepEqual(await sentFor(misplaced()), [false]);
    assert.deepEqual(await sentFor(misplaced(DEPARTMENT_CHANNEL)), [false], 'is no refusal there');
    bot.clock.advance(REFUSING_PLACE_MS - 1);
    assert.deepEqual(await sentFor(misplaced()), [false]);
    bot.clock.advance(1);
    assert.deepEqual(await sentFor(misplaced()), [true, false]);
    const lines = bot.log.entries.filter(({ event }) => event === 'not shown to one person alone');
    assert.deepEqual(lines[0]?.fields, { status: 403, code: '' });
  });

  it('is shown to all after any other failure, and tried again the next time', async () => {
    bot.connector.respond = (sent) => (isTargeted(sent) ? { status: 502 } : undefined);
    for (let time = 0; time < 2; time += 1) assert.deepEqual(await sentFor(misplaced()), [true, false]);
  });

  it('is also what is said beside a card, to someone whose client cannot show it there', async () => {
    await bot.change({ isLocked: true });
    assert.deepEqual(await sentFor(submitted({})), [true]);
  });
});

describe('the channels that have refused', () => {
  it('are forgotten from the oldest on, once there are too many', async () => {
    const tried: string[] = [];
    const showToOne = createShowToOne({
      connector: async () => ({
        sendToConversation: async (conversationId: string) => {
          tried.push(conversationId);
          throw new ConnectorRefusal(403, '', undefined);
        },
      }),
      clock: createFixedClock(),
      log: createRecordingLog(),
    });
    const told = (channel: number) => showToOne(misplaced(`19:${channel}@thread.tacv2`) as never, {} as never);
    for (let channel = 0; channel <= REFUSING_PLACES_MAX; channel += 1) await told(channel);
    tried.length = 0;
    assert.deepEqual([await told(1), await told(0)], [false, false]);
    assert.deepEqual(tried, ['19:0@thread.tacv2;messageid=1700000000001']);
  });
});

describe('what concerns one person, where the installation does not use targeted messages', () => {
  it('is shown in the thread', async () => {
    const bot = await aBotOnHttp();
    const { sent } = await bot.post(misplaced());
    assert.deepEqual(
      sent.map(({ path }) => path.includes('isTargeted')),
      [false],
    );
    await bot.stop();
  });
});

/** A press by a client that sends Action.Submit. */
function submitted(data: Raw): Raw {
  const { entities: _entities, ...message } = aMessage(undefined);
  return { ...message, replyToId: '1700000000001', value: sending(data) };
}

function withFile(): Raw {
  return { attachments: [{ contentType: 'image/png', contentUrl: 'https://kommune.example/billede.png' }] };
}
