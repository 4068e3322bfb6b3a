import type { DepartmentId } from '../ids.js';
import { ANSWERS_TO_ALL_KEPT } from '../limits.js';
import type { Person } from '../person.js';

/** An answer of the secretariat to a question of one department, for all departments of the round. */
export interface AnswerToAll {
  /** The question as all see it, on one line. The secretariat may have changed it, since all read it. */
  readonly question: string;
  /** The answer, on one line. */
  readonly text: string;
  readonly by: Person;
  /** Later than the time of the answer before it. */
  readonly at: Date;
  /** The department that asked. */
  readonly askedBy: DepartmentId;
}

/** The answers, with one more. At most `ANSWERS_TO_ALL_KEPT`, the newest. */
export function withAnswerToAll(answers: readonly AnswerToAll[], answer: AnswerToAll): readonly AnswerToAll[] {
  // Departments tell the answers that they have by their times, and clocks of two processes may differ a little.
  const at = new Date(Math.max(answer.at.getTime(), (answers.at(-1)?.at.getTime() ?? 0) + 1));
  return [...answers, { ...answer, at }].slice(-ANSWERS_TO_ALL_KEPT);
}
