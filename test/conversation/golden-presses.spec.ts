import assert from 'node:assert/strict';
import { type Activity, type ChannelAccount, TestAdapter } from 'botbuilder';
import { NotatbotHandler } from '../../src/adapters/teams/bot.js';
import { VERBS } from '../../src/cards/buttons.js';
import type { Card } from '../../src/cards/render.js';
import { createConversation } from '../../src/conversation/conversation.js';
import { PERSONAL_BUTTONS } from '../../src/conversation/rows.js';
import type { Person } from '../../src/domain/person.js';
import { da } from '../../src/text/messages.js';
import { everyCard } from '../cards/every-card.js';
import { differenceFrom, GOLDEN, type PressData, sentBy, shapeOf } from '../cards/golden-presses.js';
import { aMember, START, TENANT } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { AASE, type ABot, aBot, SECRETARIAT, SECRETARY } from './a-bot.js';
import { GOLDEN_BUTTONS, type GoldenButton, placeOf, standAsSeen } from './golden-buttons.js';

const BUTTONS: ReadonlyMap<unknown, GoldenButton> = new Map(Object.entries(GOLDEN_BUTTONS));

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';

/** A turn of the bot: what it sent, its invoke response among it, and the messages that it replaced. */
interface Turn {
  readonly sent: readonly Partial<Activity>[];
  readonly updated: readonly Partial<Activity>[];
}

async function turnOf({ deps }: ABot, activity: Partial<Activity>): Promise<Turn> {
  const log = createRecordingLog();
  const handler = new NotatbotHandler((name) => createConversation(deps, log, name), log);
  const sent: Partial<Activity>[] = [];
  const updated: Partial<Activity>[] = [];
  await new TestAdapter().processActivity(activity, async (context) => {
    context.onSendActivities(async (_context, activities, next) => {
      sent.push(...activities);
      return next();
    });
    context.onUpdateActivity(async (_context, replacing, next) => {
      updated.push(replacing);
      return next();
    });
    await handler.run(context);
  });
  const troubles = log.entries.filter(({ level }) => level !== 'info');
  assert.deepEqual(troubles, []);
  return { sent, updated };
}

/** Who did something, as Teams tells it. The SDK's types leave out the person's tenant. */
function sender(id: string, { id: aadObjectId, name }: Person): ChannelAccount & { readonly tenantId: string } {
  return { id, aadObjectId, name, tenantId: TENANT };
}

/** What Teams says of every press, in a channel. */
function pressedOn(button: GoldenButton): Partial<Activity> {
  const by = button.by ?? (button.at === 'department' ? AASE : SECRETARY);
  const { channelId, serviceUrl } = placeOf(button);
  return {
    id: 'f:1',
    channelId: 'msteams',
    serviceUrl,
    replyToId: '1700000000001',
    from: sender(`29:${by.id}`, by),
    recipient: { id: '28:notatbot', name: 'Notatbot' },
    conversation: {
      // A card of a department begins its thread.
      id: `${channelId};messageid=${button.at === 'department' ? '1700000000001' : '1700000000000'}`,
      name: '',
      isGroup: true,
      conversationType: 'channel',
      tenantId: TENANT,
    },
  };
}

/** What a card of today sends. */
interface Sent {
  readonly card: string;
  readonly data: PressData;
}

/** The two ways in which a button comes to the bot. @returns the card that the person is shown, if any */
const WAYS: Readonly<Record<string, (bot: ABot, button: GoldenButton, data: PressData) => Promise<Card | undefined>>> =
  {
    async 'Action.Execute'(bot, button, data) {
      const value = { action: { type: 'Action.Execute', title: 'Tryk', verb: data['verb'], data }, trigger: 'manual' };
      const { sent } = await turnOf(bot, { ...pressedOn(button), type: 'invoke', name: 'adaptiveCard/action', value });
      const response = sent.at(-1);
      assert.ok(response?.type === 'invokeResponse', JSON.stringify(sent));
      // A command is answered with a message, which comes first.
      const [message, ...others] = sent.slice(0, -1);
      assert.deepEqual(others, []);
      if (message !== undefined) return message.attachments?.[0]?.content;
      const { value: answer } = response.value.body;
      // A sentence leaves the card as it is.
      return typeof answer === 'string' ? undefined : answer;
    },
    async 'Action.Submit'(bot, button, data) {
      const { updated, sent } = await turnOf(bot, { ...pressedOn(button), type: 'message', value: data });
      if (button.isAnsweredInThread || opensBelow(data)) return (sent[0] ?? updated[0])?.attachments?.[0]?.content;
      const [content, ...others] = updated.flatMap(({ attachments }) => attachments ?? []).map((each) => each.content);
      assert.deepEqual(others, []);
      return content;
    },
  };

/** Whether it may open something below its card, which stays: a form from the overview, or beside what has been typed. */
function opensBelow({ verb, spot, title, reason }: PressData): boolean {
  const isTyped =
    verb === 'round.prepare-withdrawal' ? title !== undefined : verb === 'round.open-change' && reason !== '';
  return spot !== undefined || isTyped;
}

/** Where a person writes to the bot alone, and is found to be of the secretariat. */
const CHAT: Partial<Activity> = {
  id: '1700000000002',
  channelId: 'msteams',
  serviceUrl: SECRETARIAT.serviceUrl,
  from: sender('29:soeren', SECRETARY),
  recipient: { id: '28:notatbot', name: 'Notatbot' },
  conversation: { id: 'a:chat', name: '', isGroup: false, conversationType: 'personal', tenantId: TENANT },
};

const UPLOAD = {
  contentUrl: 'https://kommune-my.sharepoint.com/notat.docx',
  name: 'notat.docx',
  uploadUrl: 'https://kommune-my.sharepoint.com/plads',
  uniqueId: 'A',
  fileType: 'docx',
};

const TEMPLATE = new TextEncoder().encode('PK brevpapir');

/** One who may have files; and what has been uploaded. */
async function aSecretarysBot(): Promise<{ readonly bot: ABot; readonly uploaded: string[] }> {
  const uploaded: string[] = [];
  const bot = await aBot(
    {},
    {
      members: { find: async () => aMember(SECRETARY) },
      transfer: {
        fetch: async () => ({ kind: 'file', bytes: TEMPLATE }),
        async upload(url, bytes) {
          uploaded.push(`${url} ${new TextDecoder().decode(bytes)}`);
          return 'uploaded';
        },
      },
    },
  );
  return { bot, uploaded };
}

/** A template is in use. */
async function aTemplate({ deps: { files, templates } }: ABot): Promise<void> {
  const sha256 = await files.put(TENANT, TEMPLATE);
  const template = { number: 1, name: 'Brevpapir.docx', sha256, again: undefined, by: SECRETARY, at: START };
  assert.equal(await templates.add(TENANT, template), 'added');
}

/** What today's consent cards carry, as the bot offers a notat, the template, and the example in one that it is sent. */
async function todaysConsents(): Promise<readonly PressData[]> {
  const { bot } = await aSecretarysBot();
  const template = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: UPLOAD.contentUrl,
    name: 'Brevpapir.docx',
    content: { downloadUrl: 'https://kommune-my.sharepoint.com/hent', uniqueId: 'A', fileType: 'docx' },
  };
  const turns = [
    await turnOf(bot, { ...CHAT, type: 'message', text: 'notat' }),
    await turnOf(bot, { ...CHAT, type: 'message', text: 'skabelon' }),
    await turnOf(bot, { ...CHAT, type: 'message', text: '', attachments: [template] }),
  ];
  return turns
    .flatMap(({ sent }) => sent.flatMap(({ attachments }) => attachments ?? []))
    .filter(({ contentType }) => contentType === CONSENT)
    .flatMap(({ content }) => [content.acceptContext, content.declineContext]);
}

/** What is wanting in the golden data: a line for each shape that it does not have, with the first card that has it. */
function newShapes(sent: readonly Sent[], golden: readonly PressData[]): readonly string[] {
  const lines = new Map<string, string>();
  for (const { card, data } of sent) {
    const known = golden.filter(({ verb, kind }) => verb === data['verb'] && kind === data['kind']).map(shapeOf);
    const difference = differenceFrom(known, shapeOf(data));
    const line = `${data['verb'] ?? data['kind']} is sent with ${difference.join(', ')}`;
    if (difference.length > 0 && !lines.has(line)) lines.set(line, card);
  }
  return [...lines].map(([line, card]) => `${line} by ‘${card}’`);
}

describe('a card that has been posted', () => {
  for (const { since, card, data } of GOLDEN.presses) {
    const button = BUTTONS.get(data['verb']);
    for (const [way, press] of Object.entries(WAYS)) {
      it(`${data['verb']} does what it says on ‘${card}’ since “${since}”, by ${way}`, async () => {
        assert.ok(button, 'nobody knows what it says');
        const bot = await aBot();
        await standAsSeen(bot, data);
        await button.stands?.(bot, data);
        bot.clock.advance(60_000);
        await button.did({ bot, data, shown: await press(bot, button, data) });
      });
    }
  }

  for (const { since, card, context } of GOLDEN.consents) {
    const respond = (bot: ABot, action: 'accept' | 'decline') =>
      turnOf(bot, {
        ...CHAT,
        type: 'invoke',
        name: 'fileConsent/invoke',
        replyToId: '1700000000001',
        value: { type: 'fileUpload', action, context, ...(action === 'accept' ? { uploadInfo: UPLOAD } : {}) },
      });

    it(`gives the file for ‘${card}’ since “${since}”`, async () => {
      const { bot, uploaded } = await aSecretarysBot();
      const { writer, example } = bot.deps;
      await aTemplate(bot);
      if (context['kind'] === 'notat') await GOLDEN_BUTTONS['notat.renew'].stands?.(bot, context);
      const { sent } = await respond(bot, 'accept');
      assert.equal(uploaded.length, 1);
      const isExample = uploaded[0] === `${UPLOAD.uploadUrl} ${new TextDecoder().decode(await writer.write(example))}`;
      assert.equal(isExample, context['kind'] === 'preview');
      const isTemplate = uploaded[0] === `${UPLOAD.uploadUrl} ${new TextDecoder().decode(TEMPLATE)}`;
      assert.equal(isTemplate, context['kind'] === 'template');
      assert.equal(sent[0]?.attachments?.[0]?.contentUrl, UPLOAD.contentUrl);
    });

    it(`takes a no for ‘${card}’ since “${since}”`, async () => {
      const { bot, uploaded } = await aSecretarysBot();
      const { sent } = await respond(bot, 'decline');
      assert.equal(sent[0]?.summary, da.personal.declined().heading);
      assert.deepEqual(uploaded, []);
    });
  }
});

/** What the buttons of cards in personal chats have sent, as JSON. */
const OF_PERSONAL_CHATS = [
  '{"verb":"person.tell-in-channel"}',
  '{"verb":"command.run-personally","command":"notat.file","written":"notat"}',
  '{"verb":"command.run-personally","command":"template.show","written":"skabelon"}',
  '{"verb":"template.fetch","of":"example","template":0}',
  '{"verb":"template.fetch","of":"template","template":1}',
  '{"verb":"template.fetch","of":"template","template":1,"as":"link"}',
  '{"verb":"template.list","from":0}',
  '{"verb":"template.choose","template":0,"seen":1}',
];

describe('a card that has been posted in a personal chat', () => {
  for (const data of OF_PERSONAL_CHATS) {
    it(`does what ${data} says`, async () => {
      const { bot } = await aSecretarysBot();
      await aTemplate(bot);
      const value = { action: { type: 'Action.Execute', data: JSON.parse(data) }, trigger: 'manual' };
      const { sent } = await turnOf(bot, { ...CHAT, type: 'invoke', name: 'adaptiveCard/action', value });
      // What cannot be read, or is not there, is refused with words, which the log tells as a warning.
      assert.ok(sent.length > 0);
    });
  }
});

describe('what has been posted', () => {
  it('has every shape that today’s buttons send; a new one is a new entry', () => {
    const all = [...everyCard(da)].flatMap(([name, card]) => sentBy(card).map((data) => ({ card: name, data })));
    const isPersonal = ({ data }: Sent) => PERSONAL_BUTTONS.some(({ name }) => name === data['verb']);
    const personal: readonly PressData[] = OF_PERSONAL_CHATS.map((data) => JSON.parse(data));
    assert.deepEqual(newShapes(all.filter(isPersonal), personal), []);
    const sent = all.filter((each) => !isPersonal(each));
    assert.deepEqual(new Set(sent.map(({ data }) => data['verb'])), new Set(Object.values(VERBS)));
    const golden = GOLDEN.presses.map(({ data }) => data);
    assert.deepEqual(newShapes(sent, golden), []);
  });

  it('has every shape that today’s offers of a file carry', async () => {
    const sent = (await todaysConsents()).map((data) => ({ card: 'an offer', data }));
    assert.equal(sent.length, 6);
    const golden = GOLDEN.consents.map(({ context }) => context);
    assert.deepEqual(newShapes(sent, golden), []);
  });
});
