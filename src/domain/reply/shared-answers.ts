import { ANSWERS_TO_ALL_KEPT } from '../limits.js';
import type { Round, RoundDepartment } from '../round/round.js';
import type { AnswerToAll } from './answer-to-all.js';
import { lastActAt } from './open-questions.js';

/** The round's answers to all that the department has not got yet. A locked department gets none. */
export function missingAnswers(
  { answersToAll: all }: Pick<Round, 'answersToAll'>,
  { answersToAll: own, isLocked }: Pick<RoundDepartment, 'answersToAll' | 'isLocked'>,
): readonly AnswerToAll[] {
  const last = own.at(-1)?.at.getTime() ?? 0;
  return isLocked ? [] : all.filter(({ at }) => at.getTime() > last);
}

/** The department, with answers that it was missing. */
export function withAnswers(department: RoundDepartment, answers: readonly AnswerToAll[]): RoundDepartment {
  return { ...department, answersToAll: [...department.answersToAll, ...answers].slice(-ANSWERS_TO_ALL_KEPT) };
}

/** The answers to questions of other departments. To its own question, a department sees the answer beside it. */
export function othersAnswers({
  answersToAll,
  department: { id },
}: Pick<RoundDepartment, 'answersToAll' | 'department'>): readonly AnswerToAll[] {
  return answersToAll.filter(({ askedBy }) => askedBy !== id);
}

/** Those of them since which nobody in the department has done anything, the newest first. */
export function unreadAnswersToAll(department: RoundDepartment): readonly AnswerToAll[] {
  const last = lastActAt(department);
  return othersAnswers(department)
    .filter(({ at }) => at.getTime() > last)
    .toReversed();
}
