import assert from 'node:assert/strict';
import { initialInputs } from '../../dev/local-teams/card-actions.js';
import { askedCard } from '../../src/cards/reply/asked-card.js';
import type { Answer } from '../../src/conversation/answer.js';
import { presentMessage } from '../../src/conversation/present-message.js';
import { COMMENT_MAX } from '../../src/domain/limits.js';
import type { RoundDepartment } from '../../src/domain/round/round.js';
import type { WrittenTextProblem } from '../../src/domain/text/written-text.js';
import { da, en } from '../../src/text/messages.js';
import {
  aDepartment,
  aDraft,
  anAnswerToAll,
  aPerson,
  aPosted,
  aQuestion,
  aQuestionAnswer,
  aVersion,
  START,
} from '../support/builders.js';
import { AASE, type ABot, aBot, assertNotice, cardOf, fieldOf, readAnswer, SECRETARIAT, SECRETARY } from './a-bot.js';

const CPR = 'Borgeren 010203-1234 fik besked.';
const ASKED = 'Skal de selvejende institutioner med?';
const ANSWER = 'Ja, tag dem med.';
const TYPED = 'Vi er i gang';

const PROBLEMS: readonly (readonly [what: string, text: string, WrittenTextProblem])[] = [
  ['nothing', ' ', { kind: 'missing' }],
  ['what is too long', 'x'.repeat(COMMENT_MAX + 7), { kind: 'too long', length: COMMENT_MAX + 7, max: COMMENT_MAX }],
  ['a CPR number', CPR, { kind: 'cpr number', certainty: 'certain' }],
];

function assertSays(answer: Answer, ...sentences: readonly string[]): void {
  const shown = readAnswer(answer);
  for (const sentence of sentences) assert.ok(shown.includes(sentence), `“${sentence}” is not in:\n${shown}`);
}

describe('the department’s form for a question', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });

  const open = async (reply = '') =>
    bot.press(await bot.card(), 'question.open', reply === '' ? {} : { typed: { reply } });
  const ask = async (question: string, reply = '') =>
    bot.press(cardOf(await open(reply)), 'question.ask', { typed: { question }, activityId: 'f:2' });

  it('keeps what stands in the answer’s field, and gives it back when it is left', async () => {
    const form = await open(TYPED);
    assert.equal(fieldOf(form), TYPED);
    assert.equal(fieldOf(await bot.press(cardOf(form), 'reply.show')), TYPED);
  });

  it('leads to the card, which says what was asked, and has the text as a draft', async () => {
    const answer = await ask(ASKED, TYPED);
    const words = [da.question.asked(AASE.name, START, ASKED), da.question.waits];
    assertSays(answer, ...words, da.request.draft(AASE.name, START));
    assert.equal(fieldOf(answer), TYPED);
    assert.ok(answer.kind === 'card' && answer.isOwedToAll);
  });

  it('gives back a text that cannot be kept as a draft, also when the press comes twice', async () => {
    const form = cardOf(await open(CPR));
    for (const activityId of ['f:2', 'f:3']) {
      const answer = await bot.press(form, 'question.ask', { typed: { question: ASKED }, activityId });
      assertSays(answer, ASKED);
      assert.equal(fieldOf(answer), CPR);
    }
    assert.equal((await bot.department()).questions.length, 1);
  });

  it('does not count a draft as seen that the pressed card did not show', async () => {
    const card = await bot.card();
    await bot.change({ draft: aDraft({ text: 'En andens kladde' }) });
    const form = await bot.press(card, 'question.open', { typed: { reply: TYPED } });
    assert.equal(fieldOf(await bot.press(cardOf(form), 'question.ask', { typed: { question: ASKED } })), TYPED);
    assert.equal((await bot.department()).draft?.text, 'En andens kladde');
  });

  it('leads back to the receipt of a department that has answered', async () => {
    await bot.change({ reply: aVersion() });
    assertSays(await ask(ASKED), da.receipt.heading, ASKED);
  });

  for (const [what, question, problem] of PROBLEMS) {
    it(`has a sentence for ${what}, and keeps all that was typed`, async () => {
      const answer = await ask(question, TYPED);
      assertSays(answer, da.question.problem(problem));
      assert.deepEqual(initialInputs(cardOf(answer)), { question, reply: TYPED });
      assert.deepEqual((await bot.department()).questions, []);
    });
  }

  it('says that many questions wait, before and after one is typed', async () => {
    const [card, form] = [await bot.card(), cardOf(await open())];
    const questions = [1, 2, 3].map((ms) => aQuestion({ text: `Nr. ${ms}`, at: new Date(START.getTime() + ms) }));
    await bot.change({ questions });
    assertNotice(await bot.press(card, 'question.open'), da.question.tooMany(3));
    assertNotice(await bot.press(form, 'question.ask', { typed: { question: ASKED } }), da.question.tooMany(3));
  });

  it('is too late in a closed round; what was typed stays', async () => {
    const [card, form] = [await bot.card(), cardOf(await open())];
    await bot.change({ isLocked: true });
    assertNotice(await bot.press(card, 'question.open', { typed: { reply: TYPED } }), da.notices.locked(undefined));
    assertNotice(await bot.press(form, 'question.ask', { typed: { question: ASKED } }), da.notices.locked(undefined));
    assertSays(await bot.press(card, 'question.open'), da.receipt.lockedHeading);
  });

  it('is in the language of the department', async () => {
    await bot.change({ department: aDepartment({ language: 'en' }) });
    assertSays(await open(), en.question.explain);
  });
});

describe('the secretariat’s answer to a question', () => {
  const QUESTION = aQuestion({ text: ASKED });
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot({ questions: [QUESTION] });
  });

  const there = { by: SECRETARY, at: SECRETARIAT };
  /** The card that the bot has posted about the question. */
  const own = async () =>
    askedCard(bot.deps.render, da, await bot.department(), QUESTION, { isOwnCard: true }, bot.deps.ids.next());
  /** The same, in the place of the card about the department. */
  const opened = async () => cardOf(await bot.press(await bot.followUp(), 'question.show', there));

  for (const [verb, toAll] of [
    ['question.answer', false],
    ['question.answer-all', true],
  ] as const) {
    it(`with ${verb} is shown on the card, with who has given it`, async () => {
      const answer = await bot.press(await own(), verb, { ...there, typed: { answer: ANSWER } });
      assertSays(answer, ANSWER, da.question.answeredBy(SECRETARY.name, START, toAll));
      assert.equal((await bot.department()).questions[0]?.card?.activityId, aPosted().activityId);
    });

    for (const [what, text, problem] of PROBLEMS) {
      it(`with ${verb} has a sentence for ${what}, and keeps all that was typed`, async () => {
        const typed = { answer: text, asAllSeeIt: 'Som alle ser det' };
        const answer = await bot.press(await own(), verb, { ...there, typed });
        assertSays(answer, da.question.answerProblem('answer', problem));
        assert.deepEqual(initialInputs(cardOf(answer)), typed);
      });
    }
  }

  it('in another card’s place leads back to that card, and is not taken for the posted one', async () => {
    const answer = await bot.press(await opened(), 'question.answer', { ...there, typed: { answer: ANSWER } });
    assertSays(await bot.press(cardOf(answer), 'department.show', there), da.followUp.heading, ANSWER);
    assert.equal((await bot.department()).questions[0]?.card, undefined);
  });

  it('has a sentence for a question that may not be shown to all', async () => {
    const typed = { answer: ANSWER, asAllSeeIt: CPR };
    const answer = await bot.press(await own(), 'question.answer-all', { ...there, typed });
    assertSays(answer, da.question.answerProblem('question', { kind: 'cpr number', certainty: 'certain' }));
    assert.ok(answer.kind === 'card' && answer.insteadOfAll !== undefined);
  });

  it('by the second says who was first, and keeps what the second wrote', async () => {
    const card = await own();
    const by = aPerson({ id: 'lone', name: 'Lone Juhl' });
    await bot.change({ questions: [{ ...QUESTION, answer: aQuestionAnswer({ by, text: 'Nej.' }) }] });
    const answer = await bot.press(card, 'question.answer', { ...there, typed: { answer: ANSWER } });
    assertSays(answer, 'Nej.', da.question.overtaken('Lone Juhl', aQuestionAnswer().at));
    assert.equal(fieldOf(answer, 'unsent'), ANSWER);
  });

  it('has a sentence for a question that is kept no more, and for a closed round', async () => {
    const card = await own();
    await bot.change({ questions: [] });
    const typed = { answer: ANSWER };
    assertNotice(await bot.press(card, 'question.answer', { ...there, typed }), da.question.gone());
    await bot.change({ isLocked: true });
    assertNotice(await bot.press(card, 'question.answer-all', { ...there, typed }), da.followUp.locked(undefined));
  });

  it('is opened on the oldest question that waits', async () => {
    const second = aQuestion({ text: 'Og hvad så?', at: new Date(START.getTime() + 1) });
    await bot.change({ questions: [QUESTION, second] });
    assert.equal(initialInputs(await opened())['asAllSeeIt'], ASKED);
  });

  it('cannot be opened once the round is closed, or the question is kept no more', async () => {
    const card = await bot.followUp();
    await bot.change({ questions: [] });
    assertSays(await bot.press(card, 'question.show', there), da.followUp.heading);
    await bot.change({ isLocked: true });
    assertSays(await bot.press(card, 'question.show', there), da.receipt.lockedHeading);
  });
});

describe('what a department reads in its thread', () => {
  const textOf = async (notice: 'question answered' | 'answered to all', changes: Partial<RoundDepartment>) => {
    const bot = await aBot(changes);
    const [sent] = presentMessage(bot.deps, {
      kind: 'department notice',
      department: await bot.department(),
      notice,
    });
    assert.ok(sent?.kind === 'card');
    return readAnswer({ kind: 'card', card: sent.card, isOwedToAll: false });
  };

  it('is every answer that is unread, each beside its question', async () => {
    const questions = [1, 2].map((number) =>
      aQuestion({
        text: `Spørgsmål ${number}`,
        answer: aQuestionAnswer({ text: `Svar ${number}`, at: new Date(START.getTime() + number) }),
      }),
    );
    const text = await textOf('question answered', { questions });
    assert.match(text, /I spurgte: Spørgsmål 2\s+Svar: Svar 2\s+I spurgte: Spørgsmål 1\s+Svar: Svar 1/u);
  });

  it('is what was answered to all, as all see it', async () => {
    const text = await textOf('answered to all', { answersToAll: [anAnswerToAll()] });
    assert.match(text, /Spørgsmål: Skal de selvejende institutioner med\?\s+Svar: Ja, tag dem med\./u);
  });
});
