import { isPostedIn } from '../../../domain/channel/channel.js';
import { findQuestion, isAnswered, type Question, replaceQuestion } from '../../../domain/reply/question.js';
import type { RoundDepartment } from '../../../domain/round/round.js';
import { isGone, type SendFailure } from '../../../domain/work/trouble.js';
import { NO_SECRETARIAT } from '../secretariat-of.js';
import { type Handler, UNNEEDED } from '../task.js';
import { findAbout } from './about-department.js';

/* The secretariat's cards about what a department has asked. Each question has one. */

/** Posts the card about a question, until the secretariat has answered it. */
export const postQuestion: Handler<'post question'> = async (deps, { roundId, task }) => {
  const found = await findAbout(deps, roundId, task.departmentId);
  const question = found && findQuestion(found.department, task.asked);
  if (found === undefined || question === undefined) return UNNEEDED;
  const { department, secretariat, starter } = found;
  if (department.isLocked || isAnswered(question)) return UNNEEDED;
  if (secretariat === undefined) return { outcome: NO_SECRETARIAT };
  const outcome = await deps.messenger.post(secretariat, { kind: 'question', department, question, starter });
  if (outcome.kind === 'failed') return { outcome };
  const { posted: card } = outcome;
  const learned = (present: RoundDepartment) => withCardOf(present, question, (now) => ({ ...now, card }));
  return { outcome, about: department, learned };
};

/**
 * Makes the cards about the department's questions true. A card that shows an answer never changes again, so its place
 * is forgotten.
 */
export const refreshQuestions: Handler<'refresh questions'> = async (deps, { roundId, task }) => {
  const found = await findAbout(deps, roundId, task.departmentId);
  if (found?.secretariat === undefined) return UNNEEDED;
  const { department, secretariat, starter } = found;
  const over: Question[] = [];
  let failure: SendFailure | undefined;
  for (const question of department.questions) {
    const { card } = question;
    if (card === undefined) continue;
    // In a channel where the secretariat is no more, nobody answers.
    const isThere = isPostedIn(card, secretariat);
    const message = { kind: 'question', department, question, starter } as const;
    const outcome = isThere ? await deps.messenger.update(secretariat, card, message) : undefined;
    const failed = outcome?.kind === 'failed' ? outcome.failure : undefined;
    if (failed !== undefined && !isGone(failed)) failure ??= failed;
    else if (!isThere || failed !== undefined || isAnswered(question)) over.push(question);
  }
  const learned = (present: RoundDepartment) =>
    over.reduce((now, question) => withCardOf(now, question, (same) => ({ ...same, card: undefined })), present);
  const about = over.length === 0 ? {} : { about: department, learned };
  return failure === undefined
    ? { outcome: { kind: 'sent', posted: undefined }, ...about }
    : { outcome: { kind: 'failed', failure }, ...about };
};

/** The department, with what is known now of the card of one of its questions. */
function withCardOf(
  present: RoundDepartment,
  { at }: Question,
  known: (question: Question) => Question,
): RoundDepartment {
  const question = findQuestion(present, at.getTime());
  return question === undefined
    ? present
    : { ...present, questions: replaceQuestion(present.questions, known(question)) };
}
