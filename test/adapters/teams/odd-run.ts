import assert from 'node:assert/strict';
import { VERBS } from '../../../src/cards/buttons.js';
import { cleanText } from '../../../src/domain/text/clean-text.js';
import { SECRETARY } from '../../conversation/a-bot.js';
import { anAddress, aPerson, TENANT } from '../../support/builders.js';
import { type Chance, createChance, madeOdd, oddValue } from '../../support/odd-activities.js';
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
  sender,
  sending,
} from './a-bot-on-http.js';

/** What came of a run. */
export interface OddRun {
  readonly seed: number;
  readonly statuses: ReadonlyMap<number, number>;
  /** How many of the answers that whole clients sent in between stand as they were sent. */
  readonly kept: number;
  /** How many versions there are in all, those that odd presses made among them. */
  readonly versions: number;
}

const SCHOOL_CHANNEL = anAddress({}, 'skole').channelId;
const CHANNELS = [DEPARTMENT_CHANNEL, SCHOOL_CHANNEL, SECRETARIAT_CHANNEL, '19:ukendt@thread.tacv2'] as const;
const PEOPLE = [
  aPerson(),
  SECRETARY,
  ...['a', 'b', 'c', 'd'].map((id) => aPerson({ id: `person-${id}`, name: `Person ${id}` })),
] as const;
const COMMANDS = [
  'hjælp',
  'status',
  'notat',
  'versioner',
  'chef ingen',
  'sprog dansk',
  'ny runde',
  'skabelon',
  'hvad nu?',
  'tak',
] as const;
const INVOKES = [
  'task/fetch',
  'task/submit',
  'composeExtension/query',
  'signin/verifyState',
  'message/submitAction',
  'fileConsent/invoke',
  'adaptiveCard/action',
  'config/fetch',
  '__proto__',
  '',
] as const;
const TYPES = [
  'message',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'event',
  'typing',
  'endOfConversation',
  'handoff',
  'command',
  'commandResult',
  'trace',
  'noget nyt',
] as const;
/** Those that close the one round there is would leave nothing to go wrong. */
const PRESSED = Object.values(VERBS).filter((verb) => verb !== VERBS.closeRound);

type Department = Awaited<ReturnType<ABotOnHttp['department']>>;

/** Who wrote something, and where: it may be stored for nobody else. */
interface Sender {
  readonly channelId: string;
  readonly personId: string;
}

/**
 * Sends so many activities, most of them odd, to the bot behind its real HTTP server and the SDK's adapter.
 *
 * Rejects when one of them is answered with a status that says the bot failed, when a reply is stored that its author
 * did not send in that department's channel, or when an answer that was confirmed is not among the versions.
 */
export async function runOdd(count: number, seed: number): Promise<OddRun> {
  const chance = createChance(seed);
  const bot = await aBotOnHttp({}, { members: { find: async () => undefined } });
  const failures: string[] = [];
  const fail = (reason: unknown) => void failures.push(String(reason));
  process.on('unhandledRejection', fail);
  const statuses = new Map<number, number>();
  /** Everything that anyone has sent along with a press, as `claimOf` writes it. */
  const claims = new Set<string>();
  const confirmed: string[] = [];
  try {
    for (let number = 0; number < count; number += 1) {
      const isWhole = number % 20 === 0;
      const { activity, text }: { readonly activity: Raw; readonly text: string } = isWhole
        ? wholeAnswer(number, await bot.department())
        : oddOne(chance, number, await bot.department());
      for (const said of textsIn(activity['value'])) claims.add(claimOf({ text: said, ...senderIn(activity) }));
      const answered = await bot.post(activity);
      statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1);
      assert.ok(
        answered.status < 500 || answered.status === 501,
        `seed ${seed}, activity ${number} is answered ${answered.status}: ${JSON.stringify(activity).slice(0, 3_000)}\n${JSON.stringify(bot.log.entries.at(-1)?.event)} ${failureOf(bot.log.entries.at(-1)?.cause)}`,
      );
      assert.deepEqual(failures, [], `seed ${seed}, activity ${number}`);
      if (isWhole) {
        assert.deepEqual((await bot.department()).reply?.content, { kind: 'text', text }, `seed ${seed}`);
        confirmed.push(text);
      }
    }
    const stored = await storedTexts(bot);
    for (const each of stored) assert.ok(claims.has(claimOf(each)), `seed ${seed}: ${claimOf(each).slice(0, 300)}`);
    const kept = confirmed.filter((text) => stored.filter((each) => each.text === text).length === 1).length;
    assert.equal(kept, confirmed.length, `seed ${seed}`);
    return { seed, statuses, kept, versions: stored.length };
  } finally {
    process.off('unhandledRejection', fail);
    await bot.stop();
  }
}

function failureOf(cause: unknown): string {
  return cause instanceof Error ? String(cause.stack) : '';
}

/** An answer as a whole client sends it, on the card as the department has it now. */
function wholeAnswer(number: number, { reply, draft, proposal }: Department) {
  const text = `svar ${number}`;
  const data = {
    nonce: `whole-${number}`,
    reply: text,
    basedOn: reply?.number ?? 0,
    draftSeen: draft?.at.getTime() ?? 0,
    proposalSeen: proposal?.at.getTime() ?? 0,
  };
  return { activity: aPress(data), text };
}

function oddOne(chance: Chance, number: number, { reply }: Department) {
  const text = `svar ${number}`;
  const person = chance.pick(PEOPLE);
  const channelId = chance.happens(0.5) ? DEPARTMENT_CHANNEL : chance.pick(CHANNELS);
  const place = {
    from: sender(person),
    conversation: inChannel(channelId, '1700000000001'),
  };
  const whole = { ...activityOf(chance, text, reply?.number ?? 0), ...place };
  const odd = chance.happens(0.9) ? madeOdd(chance, whole) : whole;
  // Most keep what the gate requires, so that more than the gate is tried.
  const activity = chance.happens(0.85) ? throughTheGate(odd, whole) : odd;
  return { activity, text };
}

/** @param whole as it was before it was made odd */
function throughTheGate(odd: Raw, whole: Raw): Raw {
  const { type, channelId, from, conversation } = whole;
  const ids = { id: Object(conversation).id, tenantId: TENANT };
  return {
    ...odd,
    type: typeof odd['type'] === 'string' && odd['type'].length < 60 ? odd['type'] || type : type,
    channelId,
    from: { ...Object(odd['from']), id: Object(from).id, tenantId: TENANT },
    recipient: typeof odd['recipient'] === 'object' ? { ...odd['recipient'], id: '28:notatbot' } : null,
    conversation: { ...Object(odd['conversation']), ...ids },
    channelData: odd['channelData'] === undefined ? null : { tenant: { id: TENANT }, team: odd['team'] },
  };
}

function activityOf(chance: Chance, text: string, newest: number): Raw {
  const data = dataOf(chance, text, newest);
  switch (chance.below(8)) {
    case 0:
    case 1:
      return aPress(data);
    case 2:
      return { ...aMessage(undefined), value: chance.happens(0.7) ? sending(data) : oddValue(chance), replyToId: '1' };
    case 3:
      return aMessage(chance.happens(0.7) ? chance.pick(COMMANDS) : text);
    case 4:
      return aMessage(text, {
        attachments: [{ contentType: 'text/html', content: htmlOf(chance, text) }],
        entities: Array.from({ length: chance.pick([0, 1, 3, 2_000]) }, () => entityOf(chance)),
      });
    case 5:
      return aPersonalMessage({ text: chance.pick(COMMANDS), attachments: [oddValue(chance)] });
    case 6:
      return aPress(data, { name: chance.pick(INVOKES), value: oddValue(chance) });
    default:
      return aPress(data, {
        type: chance.pick(TYPES),
        action: chance.pick(['add', 'remove', 'x']),
        membersAdded: [{ id: 'x' }],
      });
  }
}

function dataOf(chance: Chance, text: string, newest: number): Raw {
  const verb = chance.happens(0.4) ? VERBS.sendReply : chance.pick(['reply.send', ...PRESSED]);
  const departmentId = chance.happens(0.6) ? 'boern' : chance.pick(['boern', 'skole', 'ukendt']);
  return {
    verb,
    departmentId,
    basedOn: chance.pick([0, newest, newest]),
    nonce: text.replace(' ', '-'),
    reply: text,
    comment: text,
    reason: text,
    inNotat: true,
    notatId: 'x',
  };
}

function entityOf(chance: Chance): unknown {
  const name = chance.pick(['Kim', 'Notatbot', '', '<at>', 7]);
  const text = chance.pick(['<at>Kim</at>', '<at>', null, ' ', {}]);
  return chance.happens(0.02) ? oddValue(chance) : { type: 'mention', text, mentioned: { id: '29:x', name } };
}

function htmlOf(chance: Chance, text: string): unknown {
  return chance.pick([
    `<ul><li>${text}</li></ul>`,
    `${'<ul><li>'.repeat(2_000)}${text}`,
    `<blockquote itemtype="http://schema.skype.com/Reply">${text}`,
    `<${'a '.repeat(5_000)}>${text}`,
    oddValue(chance),
  ]);
}

/** Every text among the fields that a card sent back, however deep; a number is read as its text. */
function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string' || typeof next === 'number') texts.push(String(next));
    else if (next !== null && typeof next === 'object') waiting.push(...Object.values(next));
  }
  return texts;
}

/** That someone has written this there. */
function claimOf({ text, channelId, personId }: Sender & { readonly text: string }): string {
  return JSON.stringify([cleanText(text), channelId, personId]);
}

/** Who an activity says has sent it, and where; what cannot be read answers for nobody. */
function senderIn({ from, conversation }: Raw): Sender {
  const of = (value: unknown, field: string): string => String(Object(value)[field] ?? '');
  return { channelId: of(conversation, 'id').split(';messageid=')[0] ?? '', personId: of(from, 'aadObjectId') };
}

async function storedTexts({ stores }: ABotOnHttp) {
  const [entry] = await stores.index.list();
  assert.equal(entry?.tenantId, TENANT);
  const overview = await stores.rounds.readOverview(entry.roundId);
  assert.ok(overview);
  const all = await Promise.all(
    overview.departments.map(async ({ roundId, department, address, draft, proposal }) => {
      const versions = await stores.rounds.readVersions(roundId, department.id);
      // What the secretariat answered for a department was written in its own channel.
      const replies = versions.map(({ content, author, isOnBehalf }) => ({
        content,
        by: author,
        channelId: isOnBehalf ? SECRETARIAT_CHANNEL : address.channelId,
      }));
      const waiting =
        proposal === undefined
          ? []
          : [{ content: proposal.content, by: proposal.author, channelId: address.channelId }];
      const texts = [...replies, ...waiting].flatMap(({ content, by, channelId }) => {
        const text = content.kind === 'text' ? content.text : content.remark;
        return text === undefined || text === '' ? [] : [{ text, personId: by.id, channelId }];
      });
      return draft === undefined
        ? texts
        : [...texts, { text: draft.text, personId: draft.author.id, channelId: address.channelId }];
    }),
  );
  return all.flat();
}
