import assert from 'node:assert/strict';
import { COMMENT_MAX, QUESTIONS_KEPT, QUESTIONS_OPEN_MAX } from '../../../src/domain/limits.js';
import { canAsk, lastActAt, openQuestions, unreadAnswers } from '../../../src/domain/reply/open-questions.js';
import { findQuestion, parseQuestion, type Question, withQuestion } from '../../../src/domain/reply/question.js';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import {
  aDecline,
  aDraft,
  aPerson,
  aProposal,
  aQuestion,
  aQuestionAnswer,
  aRoundDepartment,
  aTimeRequest,
  aVersion,
  START,
} from '../../support/builders.js';

const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

/** So many questions, one a minute. */
function questionsOf(answered: number, open: number): readonly Question[] {
  return Array.from({ length: answered + open }, (_, index) =>
    aQuestion({
      text: `Spørgsmål ${index}`,
      at: later(index),
      answer: index < answered ? aQuestionAnswer() : undefined,
    }),
  );
}

function textsOf(questions: readonly Question[]): readonly string[] {
  return questions.map(({ text }) => text);
}

describe('a question to the secretariat', () => {
  it('is one line that says something, as long as a comment may be, without a CPR number', () => {
    assert.deepEqual(parseQuestion(' Skal vi  \n også? '), { ok: true, value: 'Skal vi også?' });
    const long = 'x'.repeat(COMMENT_MAX + 1);
    for (const [written, problem] of [
      [' \n', { kind: 'missing' }],
      [undefined, { kind: 'missing' }],
      [long, { kind: 'too long', length: long.length, max: COMMENT_MAX }],
      ['Gælder det 010203-1234?', { kind: 'cpr number', certainty: 'certain' }],
    ] as const) {
      assert.deepEqual(parseQuestion(written), { ok: false, problem });
    }
  });

  it('is told from the others of its department by its time, also where clocks differ', () => {
    const by = aPerson();
    const first = withQuestion([], { text: 'Et', by, at: START });
    const second = withQuestion(first, { text: 'To', by, at: new Date(START.getTime() - 5_000) });
    assert.deepEqual(
      second.map(({ at }) => at.getTime() - START.getTime()),
      [0, 1],
    );
    assert.equal(findQuestion({ questions: second }, START.getTime() + 1)?.text, 'To');
    assert.equal(findQuestion({ questions: second }, START.getTime() + 2), undefined);
  });

  it('makes room for itself among those that were answered, the oldest first', () => {
    const full = questionsOf(3, QUESTIONS_KEPT - 3);
    const asked = withQuestion(full, { text: 'Det nye', by: aPerson(), at: later(60) });
    assert.deepEqual(textsOf(asked), [...textsOf(full).slice(1), 'Det nye']);
  });

  it('never takes the place of one that waits', () => {
    const waiting = questionsOf(0, QUESTIONS_KEPT + 1);
    const asked = withQuestion(waiting, { text: 'Det nye', by: aPerson(), at: later(60) });
    assert.deepEqual(textsOf(asked), [...textsOf(waiting), 'Det nye']);
  });

  it('may be asked until so many wait', () => {
    assert.equal(canAsk(aRoundDepartment({ questions: questionsOf(2, QUESTIONS_OPEN_MAX - 1) })), true);
    assert.equal(canAsk(aRoundDepartment({ questions: questionsOf(0, QUESTIONS_OPEN_MAX) })), false);
  });

  it('waits until it is answered, or the round is closed', () => {
    const questions = questionsOf(1, 1);
    assert.deepEqual(textsOf(openQuestions(aRoundDepartment({ questions }))), ['Spørgsmål 1']);
    assert.deepEqual(openQuestions(aRoundDepartment({ questions, isLocked: true })), []);
  });
});

describe('an answer to a question', () => {
  const answered = (minutes: number) => aQuestion({ answer: aQuestionAnswer({ at: later(minutes) }) });
  const since = (changes: Partial<RoundDepartment>) =>
    unreadAnswers(aRoundDepartment({ questions: [answered(1)], ...changes })).length;

  it('is unread until somebody in the department does something', () => {
    assert.equal(since({}), 1);
    const at = later(2);
    for (const act of [
      { reply: aVersion({ at }) },
      { draft: aDraft({ at }) },
      { proposal: aProposal({ at }) },
      { decline: aDecline({ at }) },
      { timeRequest: aTimeRequest({ at }) },
      { questions: [answered(1), aQuestion({ at })] },
    ]) {
      assert.equal(since(act), 0, Object.keys(act).join());
    }
  });

  it('stays unread whatever the department did before, and whatever the secretariat does', () => {
    assert.equal(since({ reply: aVersion({ at: START }), draft: aDraft({ at: START }) }), 1);
    assert.equal(since({ reply: aVersion({ at: later(2), isOnBehalf: true }) }), 1);
  });

  it('comes with the others that are unread, the newest first', () => {
    const questions = [
      aQuestion({ text: 'Først besvaret', answer: aQuestionAnswer({ at: later(1) }) }),
      aQuestion({ text: 'Sidst besvaret', answer: aQuestionAnswer({ at: later(2) }) }),
      aQuestion({ text: 'Ikke besvaret' }),
    ];
    assert.deepEqual(textsOf(unreadAnswers(aRoundDepartment({ questions }))), ['Sidst besvaret', 'Først besvaret']);
  });

  it('is unread from the beginning where nobody has done anything', () => {
    assert.equal(lastActAt(aRoundDepartment()), 0);
  });
});
