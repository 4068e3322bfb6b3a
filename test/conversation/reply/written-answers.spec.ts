import assert from 'node:assert/strict';
import { findAction, initialInputs } from '../../../dev/local-teams/card-actions.js';
import { cardText } from '../../../dev/local-teams/card-text.js';
import type { Card } from '../../../src/cards/render.js';
import type { Mention } from '../../../src/conversation/acts.js';
import type { Answer } from '../../../src/conversation/answer.js';
import { createConversation } from '../../../src/conversation/conversation.js';
import type { ChannelAddress } from '../../../src/domain/channel/channel.js';
import { MESSAGE_MAX, REPLY_MAX } from '../../../src/domain/limits.js';
import { accepted } from '../../../src/domain/result.js';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import { da, en } from '../../../src/text/messages.js';
import type { Notice } from '../../../src/text/notice.js';
import {
  aDepartment,
  aDraft,
  aLocalDate,
  anAct,
  anAddress,
  anAsk,
  aPosted,
  aProposal,
  aRoundId,
  aTimeRequest,
  aVersion,
  START,
} from '../../support/builders.js';
import { createRecordingLog } from '../../support/fakes.js';
import { AASE, type ABot, aBot, cardOf, readAnswer, SECRETARIAT, SECRETARY, ULLA } from '../a-bot.js';
import { mentioning } from '../written.js';

const TEXT = 'Vi har lært tre ting:\n- Vi ringer.\n- Vi skriver.';
const NOBODYS = anAddress({}, 'ingens');
const MENTIONED = [AASE, ULLA].map(({ id, name }): Mention => ({ id: `29:${id}`, name }));

interface Where {
  readonly at?: ChannelAddress;
  readonly thread?: string;
}

let written = 0;

/** What the bot answers when this is written to it. */
function write(bot: ABot, text: string, { at = anAddress(), thread }: Where = {}): Promise<Answer> {
  const message = mentioning(
    text,
    MENTIONED.filter(({ name }) => text.includes(`<at>${name}</at>`)),
  );
  written += 1;
  const by = at === SECRETARIAT ? SECRETARY : AASE;
  const act = anAct({ by, address: at, thread, activityId: `1700000000${written}` });
  return createConversation(bot.deps, createRecordingLog()).write(message, accepted(act));
}

const buttonsOf = (card: Card) => (Array.isArray(card['actions']) ? card['actions'].map(({ title }) => title) : []);
const textIn = (answer: Answer) => initialInputs(cardOf(answer))['written'];

function assertToOne(answer: Answer, notice: Notice): void {
  assert.deepEqual(answer, { kind: 'notice', notice, isForOne: true });
}

function assertSays(answer: Answer, ...sentences: readonly string[]): void {
  const shown = readAnswer(answer);
  for (const sentence of sentences) assert.ok(shown.includes(sentence), `“${sentence}” is not in:\n${shown}`);
}

describe('a message that could be an answer', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });

  it('is asked about with a short card, which carries it, and nothing is stored', async () => {
    const before = await bot.department();
    const answer = await write(bot, `  ${TEXT}\n`);
    assertSays(answer, da.written.heading, before.ask.title, da.written.explain);
    assert.deepEqual(buttonsOf(cardOf(answer)), [da.written.use, da.written.ask, da.written.dismiss]);
    assert.equal(textIn(answer), TEXT);
    assert.equal(answer.kind === 'card' && answer.summary, da.written.summary(before.ask.title));
    assert.deepEqual(await bot.department(), before);
  });

  it('is not shown on the card, where it would stand twice', async () => {
    assert.ok(!cardText(cardOf(await write(bot, TEXT))).includes('Vi ringer'));
  });

  it('can be sent after two presses', async () => {
    const used = await bot.press(cardOf(await write(bot, TEXT)), 'written.use');
    assertSays(used, da.request.fromThread);
    assert.equal((await bot.department()).reply, undefined);
    await bot.press(cardOf(used), 'reply.send');
    assert.deepEqual((await bot.department()).reply?.content, { kind: 'text', text: TEXT });
  });

  it('has the names of those it mentions', async () => {
    const answer = await write(bot, '<at>Ulla Østergaard</at> ringer til borgeren, og <at>Åse Brøndum</at> skriver.');
    assert.equal(textIn(answer), 'Ulla Østergaard ringer til borgeren, og Åse Brøndum skriver.');
  });

  it('stands beside what is there already, which it takes nothing from', async () => {
    await bot.change({ draft: aDraft({ author: ULLA }), reply: aVersion() });
    const used = await bot.press(cardOf(await write(bot, TEXT)), 'written.use');
    await bot.press(cardOf(used), 'reply.send');
    const { reply, draft } = await bot.department();
    assert.deepEqual([reply?.number, draft?.text], [2, aDraft().text]);
  });

  it('can be used while another’s text awaits approval', async () => {
    await bot.change({ department: aDepartment({ heads: [AASE] }), proposal: aProposal() });
    const used = await bot.press(cardOf(await write(bot, TEXT)), 'written.use');
    assert.equal(initialInputs(cardOf(used))['reply'], TEXT);
  });

  it('with a CPR number is used by the presser alone, in a card that no channel sees', async () => {
    const used = await bot.press(cardOf(await write(bot, 'Borgeren 010203-1234 fik besked.')), 'written.use');
    assert.ok(used.kind === 'card');
    assert.deepEqual(used.insteadOfAll, da.written.cprInMessage());
  });

  it('is asked about in the language that the round’s cards have', async () => {
    await bot.change({ department: aDepartment({ language: 'en' }) });
    assertSays(await write(bot, TEXT), en.written.heading);
  });

  it('is not asked about when no card can hold it', async () => {
    assertToOne(await write(bot, '"'.repeat(MESSAGE_MAX)), da.notices.tooLongInThread(MESSAGE_MAX, REPLY_MAX));
  });

  it('is told why there is nothing to answer, by where it is written', async () => {
    assertToOne(await write(bot, TEXT, { at: SECRETARIAT }), da.notices.notUnderstood(true));
    assertToOne(await write(bot, TEXT, { at: NOBODYS }), da.notices.notUnderstood(false));
    await bot.change({ isLocked: true });
    assertToOne(await write(bot, TEXT), da.notices.noOpenRound());
    const posted = aPosted();
    await bot.change({ cards: [posted] });
    assertToOne(await write(bot, TEXT, { thread: posted.conversationId }), da.notices.locked(undefined));
  });

  it('is told that no round has asked the department', async () => {
    const index = { ...bot.deps.index, list: async () => [] };
    const unasked = { ...bot, deps: { ...bot.deps, index } };
    for (const text of [TEXT, 'status?']) assertToOne(await write(unasked, text), da.notices.notAskedYet());
  });
});

describe('the card that asks what a message is', () => {
  let bot: ABot;
  let card: Card;
  beforeEach(async () => {
    bot = await aBot();
    card = cardOf(await write(bot, TEXT));
  });

  it('is taken away for everyone by “Det er ikke et svar”, with a minimal card where that fails', async () => {
    const before = await bot.department();
    const answer = await bot.press(card, 'written.dismiss');
    assert.equal(answer.kind === 'card' && answer.forAll, 'taken away');
    assertSays(answer, da.written.dismissed().heading);
    assert.deepEqual(await bot.department(), before);
  });

  it('is not taken away once somebody has answered from it', async () => {
    await bot.press(cardOf(await bot.press(card, 'written.use')), 'reply.send');
    const answer = await bot.press(card, 'written.dismiss');
    assert.equal(answer.kind === 'card' && answer.forAll, undefined);
    assertSays(answer, da.receipt.heading);
  });

  it('is not taken away where its place is that of the request card', async () => {
    await bot.change({ cards: [aPosted()] });
    assertSays(await bot.press(card, 'written.dismiss'), da.request.heading);
  });

  it('makes the message a question at once, and then says so to everyone', async () => {
    const answer = await bot.press(card, 'written.ask');
    assert.equal(answer.kind === 'card' && answer.forAll, 'shown');
    assertSays(answer, da.written.asked().text);
    const { questions, reply, cards } = await bot.department();
    assert.deepEqual(
      questions.map(({ text, by }) => [text, by]),
      [['Vi har lært tre ting: - Vi ringer. - Vi skriver.', AASE]],
    );
    assert.deepEqual([reply, cards], [undefined, []]);
  });

  it('asks once, however often it is pressed', async () => {
    await bot.press(card, 'written.ask');
    assertSays(await bot.press(card, 'written.ask', { activityId: 'f:2' }), da.written.asked().heading);
    assert.equal((await bot.department()).questions.length, 1);
  });

  it('opens the form with the text where it is no question as it is', async () => {
    const long = cardOf(await write(bot, 'Hvad mener I? '.repeat(100)));
    const answer = await bot.press(long, 'written.ask');
    assertSays(answer, da.question.open);
    assert.equal(initialInputs(cardOf(answer))['question'], 'Hvad mener I? '.repeat(100).trim());
    assert.deepEqual((await bot.department()).questions, []);
  });

  it('answers truly when it is pressed late', async () => {
    await bot.change({ isLocked: true });
    const used = await bot.press(card, 'written.use');
    assert.deepEqual(used, { kind: 'notice', notice: da.notices.locked(undefined) });
    assert.deepEqual(await bot.press(card, 'written.ask'), { kind: 'notice', notice: da.notices.locked(undefined) });
    assert.equal(readAnswer(await bot.press(card, 'written.dismiss')).split('\n')[0], da.written.dismissed().heading);
  });

  it('is not understood without the text that it carries', async () => {
    const { written: _lost, ...rest } = initialInputs(card);
    const data = { ...Object(findAction(card, { verb: 'written.use' })['data']), ...rest };
    const act = anAct({ by: AASE, activityId: 'f:9', posted: aPosted() });
    const answer = await createConversation(bot.deps, createRecordingLog()).press(data, accepted(act));
    assert.deepEqual(answer, { kind: 'notice', notice: da.refusals.pressNotRead(), isForOne: true });
  });
});

describe('a message that may be a wish for more time', () => {
  const WISH = 'Kan vi få en uge mere?';

  it('can be taken to the form with one press, where it is the reason', async () => {
    const bot = await aBot();
    const card = cardOf(await write(bot, WISH));
    assert.deepEqual(buttonsOf(card), [da.time.open, da.written.use, da.written.ask, da.written.dismiss]);
    const form = cardOf(await bot.press(card, 'reply.open-time'));
    assert.equal(initialInputs(form)['reason'], WISH);
    await bot.press(form, 'reply.ask-for-time', { typed: { until: '2026-12-04' }, activityId: 'f:2' });
    const { timeRequest, draft } = await bot.department();
    assert.deepEqual([timeRequest?.reason, draft], [WISH, undefined]);
  });

  it('is like any other message where the department needs no time', async () => {
    const bot = await aBot({ reply: aVersion() });
    assert.deepEqual(buttonsOf(cardOf(await write(bot, WISH))), [da.written.use, da.written.ask, da.written.dismiss]);
  });
});

describe('thanks', () => {
  it('get no answer, wherever they are written', async () => {
    const bot = await aBot();
    for (const at of [anAddress(), SECRETARIAT, NOBODYS]) {
      assert.deepEqual(await write(bot, 'Mange tak 👍', { at }), { kind: 'messages', messages: [] });
    }
  });
});

describe('a question about the round', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });

  for (const [kind, text] of [
    ['deadline', 'frist?'],
    ['report', 'Hvor er rapporten?'],
    ['status', 'status'],
  ] as const) {
    it(`about the ${kind} is answered with all that the round knows, and when it was so`, async () => {
      const { ask } = await bot.department();
      const answer = await write(bot, text);
      const { roundFacts, request } = da;
      assertSays(answer, roundFacts.heading[kind], ask.title, roundFacts.deadline(ask.deadline, false));
      assertSays(answer, roundFacts.report(ask.report), request.answeredBy([]), roundFacts.asOf(START));
      assert.deepEqual(Object.keys(initialInputs(cardOf(answer))), []);
    });
  }

  const TOLD: readonly (readonly [what: string, Partial<RoundDepartment>, string])[] = [
    [
      'has answered',
      { reply: aVersion() },
      da.roundFacts.standing({ kind: 'answered', reply: aVersion(), isLate: false, correction: undefined }),
    ],
    ['has a draft', { draft: aDraft() }, da.roundFacts.standing({ kind: 'awaited', why: 'draft' })],
    [
      'has a deadline of its own',
      { ask: anAsk({ deadline: aLocalDate('2026-12-11') }) },
      'fredag den 11. december 2026',
    ],
    ['waits for more time', { timeRequest: aTimeRequest() }, da.time.asked(aTimeRequest().until)],
    ['has heads', { department: aDepartment({ heads: [AASE] }) }, da.request.answeredBy([AASE])],
    ['is in a closed round', { isLocked: true }, da.roundFacts.closed],
  ];
  for (const [what, changes, sentence] of TOLD) {
    it(`is told of a department that ${what}`, async () => {
      await bot.change(changes);
      assertSays(await write(bot, 'status?'), sentence);
    });
  }

  it('is about the round of the thread, also where that is closed', async () => {
    const posted = aPosted();
    await bot.change({ isLocked: true, cards: [posted] });
    assertSays(await write(bot, 'frist?', { thread: posted.conversationId }), da.roundFacts.closed);
  });

  it('links to the report where the round has its address', async () => {
    await bot.change({ ask: anAsk({ reportLink: 'https://kommune.example/rapport.pdf' }) });
    const card = cardOf(await write(bot, 'Hvor er rapporten?'));
    assert.equal(findAction(card, da.request.readReport)['url'], 'https://kommune.example/rapport.pdf');
  });

  it('is not understood in other channels, where the secretariat’s command stays a command', async () => {
    assertToOne(await write(bot, 'Hvor er rapporten?', { at: NOBODYS }), da.notices.notUnderstood(false));
    const status = await write(bot, 'status', { at: SECRETARIAT });
    assert.ok(status.kind === 'messages' && JSON.stringify(status.messages).includes(da.status.heading));
  });

  it('is asked of the round only where its words are no command for this place', async () => {
    const answer = await write(bot, 'frist 4. december');
    assert.ok(answer.kind === 'notice' && answer.isForOne === true);
    assert.equal((await bot.stores.rounds.readRound(aRoundId()))?.value.deadlineMoves.length, 0);
  });
});
