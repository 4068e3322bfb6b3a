import { QUESTIONS_OPEN_MAX } from '../limits.js';
import type { RoundDepartment } from '../round/round.js';
import { type AnsweredQuestion, isAnswered } from './question.js';

/** Everything that somebody in a department may have done, as far as its row tells. */
export type DepartmentActs = Pick<
  RoundDepartment,
  'questions' | 'reply' | 'draft' | 'proposal' | 'decline' | 'timeRequest'
>;

/** The questions that wait for the secretariat, the oldest first. In a closed round none does. */
export function openQuestions({ questions, isLocked }: Pick<RoundDepartment, 'questions' | 'isLocked'>) {
  return isLocked ? [] : questions.filter(({ answer }) => answer === undefined);
}

/** Whether a department may ask one more. */
export function canAsk(department: Pick<RoundDepartment, 'questions' | 'isLocked'>): boolean {
  return openQuestions(department).length < QUESTIONS_OPEN_MAX;
}

/** When somebody in the department did something last, in milliseconds since 1970; 0 where nobody has. */
export function lastActAt({ questions, reply, draft, proposal, decline, timeRequest }: DepartmentActs): number {
  // What the secretariat has answered for the department, the department has not.
  const own = reply?.isOnBehalf === true ? undefined : reply;
  const acts = [own, draft, proposal, decline, timeRequest, questions.at(-1)];
  return Math.max(0, ...acts.map((act) => act?.at.getTime() ?? 0));
}

/** The answers since which nobody in the department has done anything, the newest first. */
export function unreadAnswers(department: DepartmentActs): readonly AnsweredQuestion[] {
  const last = lastActAt(department);
  return department.questions
    .filter(isAnswered)
    .filter(({ answer }) => answer.at.getTime() > last)
    .toSorted((one, other) => other.answer.at.getTime() - one.answer.at.getTime());
}
