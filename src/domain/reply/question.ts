import type { PostedMessage } from '../channel/channel.js';
import { COMMENT_MAX, QUESTIONS_KEPT } from '../limits.js';
import type { Person } from '../person.js';
import type { Result } from '../result.js';
import { parseWrittenLine, type WrittenTextProblem } from '../text/written-text.js';

/**
 * What a department asks the secretariat (*Spørg sekretariatet*). It is no part of the department's reply, and is in no
 * notat. The question of a round, which every department is asked, is `Ask.question`.
 */
export interface Question {
  /** On one line. */
  readonly text: string;
  readonly by: Person;
  /** It tells one question of a department from the next. */
  readonly at: Date;
  /** The secretariat's card about it; undefined until that is posted, and once it shows the answer for good. */
  readonly card: PostedMessage | undefined;
  /** undefined while the secretariat has not answered. */
  readonly answer: QuestionAnswer | undefined;
}

export interface QuestionAnswer {
  /** On one line. */
  readonly text: string;
  readonly by: Person;
  readonly at: Date;
  /** Whether every department got it. */
  readonly toAll: boolean;
}

/** A question that has been answered. */
export interface AnsweredQuestion extends Question {
  readonly answer: QuestionAnswer;
}

/** Cleans a question, or the answer to one, to one line. No CPR number may stand in it: others read it. */
export function parseQuestion(raw: unknown): Result<string, WrittenTextProblem> {
  return parseWrittenLine(raw, COMMENT_MAX);
}

/** The questions, with one more. The oldest that have been answered make room; one that waits is never dropped. */
export function withQuestion(
  questions: readonly Question[],
  { text, by, at: now }: Pick<Question, 'text' | 'by' | 'at'>,
): readonly Question[] {
  // Clocks of two processes may differ a little, and questions are told apart by their times.
  const at = new Date(Math.max(now.getTime(), (questions.at(-1)?.at.getTime() ?? 0) + 1));
  const all: readonly Question[] = [...questions, { text, by, at, card: undefined, answer: undefined }];
  const answered = all.filter(isAnswered);
  const dropped = new Set<Question>(answered.slice(0, Math.max(0, all.length - QUESTIONS_KEPT)));
  return all.filter((question) => !dropped.has(question));
}

/** @param asked the time of the question, in milliseconds since 1970. @returns undefined for one that was dropped */
export function findQuestion(
  { questions }: { readonly questions: readonly Question[] },
  asked: number,
): Question | undefined {
  return questions.find(({ at }) => at.getTime() === asked);
}

/** The questions, with another in the place of the one that was asked at the same time. */
export function replaceQuestion(questions: readonly Question[], changed: Question): readonly Question[] {
  return questions.map((question) => (question.at.getTime() === changed.at.getTime() ? changed : question));
}

export function isAnswered(question: Question): question is AnsweredQuestion {
  return question.answer !== undefined;
}
