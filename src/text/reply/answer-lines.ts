import { unreadAnswers } from '../../domain/reply/open-questions.js';
import type { AnsweredQuestion } from '../../domain/reply/question.js';
import { unreadAnswersToAll } from '../../domain/reply/shared-answers.js';
import type { RoundDepartment } from '../../domain/round/round.js';

/* The answers of the secretariat that nobody in the department has acted upon, as lines of a message, the newest first. */

/** The answers to the department's own questions. @param asked and `answered` begin a line: `I spurgte` */
export function answerLines(department: RoundDepartment, asked: string, answered: string): string {
  const lineOf = ({ text, answer }: AnsweredQuestion) => [`${asked}: ${text}`, `${answered}: ${answer.text}`];
  return unreadAnswers(department).flatMap(lineOf).join('\n');
}

/** The answers to all, to questions of other departments. */
export function sharedLines(department: RoundDepartment, asked: string, answered: string): string {
  return unreadAnswersToAll(department)
    .flatMap(({ question, text }) => [`${asked}: ${question}`, `${answered}: ${text}`])
    .join('\n');
}
