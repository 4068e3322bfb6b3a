import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cardText } from '../../../dev/local-teams/card-text.js';
import { VERBS } from '../../../src/cards/buttons.js';
import type { Answer } from '../../../src/conversation/answer.js';
import { createConversation } from '../../../src/conversation/conversation.js';
import { accepted } from '../../../src/domain/result.js';
import { da } from '../../../src/text/messages.js';
import { aMember, anAct } from '../../support/builders.js';
import { createRecordingLog } from '../../support/fakes.js';
import { AASE, aBot } from '../a-bot.js';
import { mentioning } from '../written.js';

/** A message as somebody in a department would write it, and what it is. */
interface WrittenMessage {
  /** The rules were made by the first half alone, and the other half was read by them once, when they were done. */
  readonly half: 'rules' | 'held back';
  readonly by: 'head' | 'deputy' | 'colleague';
  readonly is: Meant;
  readonly text: string;
}

type Meant = 'answer' | 'question' | 'wish' | 'thanks' | 'deadline' | 'report' | 'status' | 'command';

/** What the bot does about it. */
type Taken = 'a short card' | 'a short card for more time' | 'nothing' | 'deadline' | 'report' | 'status' | 'command';

const RIGHT: Readonly<Record<Meant, Taken>> = {
  answer: 'a short card',
  question: 'a short card',
  wish: 'a short card for more time',
  thanks: 'nothing',
  deadline: 'deadline',
  report: 'report',
  status: 'status',
  command: 'command',
};

const FILE = new URL('../../../../test/conversation/written-messages.json', import.meta.url);
const MESSAGES: readonly WrittenMessage[] = JSON.parse(readFileSync(FILE, 'utf8'));

/** The messages that were held back and are not taken as they should be, by how they begin. docs/written-messages.md */
const MISSED: Readonly<Record<string, Taken>> = {
  'Det er set, vi vender tilbage': 'a short card',
  'Er det i morgen eller på fredag': 'a short card',
  'linket til rapporten virker ikke': 'a short card',
  'fint 😊 vi kigger på det': 'a short card',
  'har Jonas sendt noget ind': 'a short card',
};

/** @returns what the bot does about the message, and whether the department has an answer then */
async function take({ text }: WrittenMessage): Promise<readonly [Taken, boolean]> {
  const bot = await aBot({}, { members: { find: async () => aMember(AASE) } });
  const message = mentioning(text.replace('@Notatbot', '<at>Notatbot</at>'));
  const answer = await createConversation(bot.deps, createRecordingLog()).write(message, accepted(anAct({ by: AASE })));
  const { reply, draft, proposal } = await bot.department();
  return [takenAs(answer), (reply ?? draft ?? proposal) !== undefined];
}

function takenAs(answer: Answer): Taken {
  if (answer.kind === 'messages' && answer.messages.length === 0) return 'nothing';
  const shown = answer.kind === 'card' ? cardText(answer.card) : '';
  if (shown.startsWith(da.written.heading)) {
    return JSON.stringify(answer).includes(VERBS.openTime) ? 'a short card for more time' : 'a short card';
  }
  const asked = (['deadline', 'report', 'status'] as const).find((kind) =>
    shown.startsWith(da.roundFacts.heading[kind]),
  );
  return asked ?? 'command';
}

function missedAs({ half, text }: WrittenMessage): Taken | undefined {
  const said = text.replace('@Notatbot', '').trim();
  const [, taken] = Object.entries(MISSED).find(([beginning]) => said.startsWith(beginning)) ?? [];
  return half === 'held back' ? taken : undefined;
}

describe('sixty messages as people write them in a department’s channel', () => {
  for (const message of MESSAGES) {
    const missed = missedAs(message);
    const words = JSON.stringify(message.text.slice(0, 60));
    it(`${message.half}, ${message.is}${missed === undefined ? '' : ', missed'}: ${words}`, async () => {
      assert.deepEqual(await take(message), [missed ?? RIGHT[message.is], false]);
    });
  }

  it('are as many in each half, and the misses are five', () => {
    const held = MESSAGES.filter(({ half }) => half === 'held back');
    assert.deepEqual([MESSAGES.length, held.length], [60, 30]);
    assert.equal(held.filter((message) => missedAs(message) !== undefined).length, Object.keys(MISSED).length);
    assert.equal(Object.keys(MISSED).length, 5);
  });
});
