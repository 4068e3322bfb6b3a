import { answerOnBehalf } from '../../application/reply/answer-on-behalf.js';
import { acceptDecline, type FollowUpOutcome, nudge, sendBack } from '../../application/reply/follow-up.js';
import { type FollowUpPress, showFollowedUp } from '../../application/reply/followed-up-department.js';
import { type FollowUpMode, followUpCard } from '../../cards/follow-up-card.js';
import { cprCertainty } from '../../cards/request-card.js';
import { followUpsFor } from '../../domain/reply/follow-ups.js';
import type { ReplyProblem } from '../../domain/reply/reply.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { type ActionAnswer, cardWithText, type Press, textIn, type Verb, words } from './action-answer.js';
import type { BotDependencies } from './bot-dependencies.js';
import { nameOfPress } from './press-name.js';

type Opened = Verb<'department.show'>;
type Answered = Verb<'department.answer' | 'department.keep-cpr'>;
type FollowUpAction = Opened | Answered | Verb<'department.send-back'> | Verb<'department.accept-decline'>;

/** The bot's parts, and what it says to the secretariat, in whatever language the department has. */
type Deps = BotDependencies & { readonly messages: Messages };

/** The secretariat's buttons about one department. */
export async function answerFollowUp(
  bot: BotDependencies,
  action: FollowUpAction,
  press: Press,
): Promise<ActionAnswer> {
  const deps = { ...bot, messages: bot.messagesIn(undefined) };
  switch (action.verb) {
    case 'department.show':
    case 'department.open-send-back':
    case 'department.open-answer':
      return answerOpen(deps, action, press);
    case 'department.nudge':
      return answerNudge(deps, action, press);
    case 'department.send-back':
      return answerSendBack(deps, action, press);
    case 'department.answer':
    case 'department.answer-nil':
    case 'department.keep-cpr':
      return answerAnswer(deps, action, press);
    case 'department.accept-decline':
      return answerAccept(deps, action, press);
  }
}

async function answerOpen(deps: Deps, action: Opened, { address }: Press): Promise<ActionAnswer> {
  const { roundId, departmentId, verb } = action;
  const department = await showFollowedUp(deps, { roundId, departmentId, address });
  if (department === undefined) return unknown(deps);
  if (verb === 'department.show' || department.isLocked) return show(deps, department);
  const isAnswering = verb === 'department.open-answer';
  if (!followUpsFor(department).includes(isAnswering ? 'answer' : 'send back')) return tooLate(deps);
  return show(deps, department, isAnswering ? { kind: 'answering', typed: '' } : { kind: 'sending back', comment: '' });
}

async function answerNudge(deps: Deps, action: Opened, press: Press): Promise<ActionAnswer> {
  const outcome = await nudge(deps, pressOn(action, press, []));
  const { nudged, requestAgain } = deps.messages.followUp;
  const isAgain = outcome.kind === 'request again';
  // Said again when the press comes again: that answer may be the one that is seen.
  return isAgain || outcome.kind === 'done' || outcome.kind === 'unchanged'
    ? show(deps, outcome.department, { kind: 'shown', said: isAgain ? requestAgain : nudged })
    : answerOutcome(deps, outcome, []);
}

async function answerAccept(
  deps: Deps,
  action: Verb<'department.accept-decline'>,
  press: Press,
): Promise<ActionAnswer> {
  const { inNotat } = action;
  return answerOutcome(deps, await acceptDecline(deps, { ...pressOn(action, press, [inNotat]), inNotat }), []);
}

async function answerSendBack(deps: Deps, action: Verb<'department.send-back'>, press: Press): Promise<ActionAnswer> {
  const { basedOn, comment } = action;
  const outcome = await sendBack(deps, { ...pressOn(action, press, [comment]), basedOn, comment });
  const again = { kind: 'sending back', comment: textIn(comment) } as const;
  switch (outcome.kind) {
    case 'refused': {
      const problem = deps.messages.followUp.problem(outcome.problem);
      return show(deps, outcome.department, { ...again, problem });
    }
    case 'overtaken':
      return show(deps, outcome.department, { ...again, ...overtaken(deps, outcome.department) });
    default:
      return answerOutcome(deps, outcome, [comment]);
  }
}

async function answerAnswer(deps: Deps, action: Answered, press: Press): Promise<ActionAnswer> {
  const { verb, basedOn, typed } = action;
  const reason = action.verb === 'department.keep-cpr' ? action.reason : undefined;
  const outcome = await answerOnBehalf(deps, {
    ...pressOn(action, press, [typed, reason]),
    answer: { kind: verb === 'department.answer-nil' ? 'nil' : 'text', typed },
    keepCpr: verb === 'department.keep-cpr' ? { reason } : undefined,
    basedOn,
  });
  const again = { kind: 'answering', typed: textIn(typed) } as const;
  switch (outcome.kind) {
    case 'refused': {
      const mode = { ...again, ...refusal(deps, outcome.problem), reason: textIn(reason) };
      return show(deps, outcome.department, mode);
    }
    case 'overtaken':
      return show(deps, outcome.department, { ...again, ...overtaken(deps, outcome.department) });
    default:
      return answerOutcome(deps, outcome, [typed]);
  }
}

/** @param typed what is lost when another card takes the place of this one */
function answerOutcome(deps: Deps, outcome: FollowUpOutcome, typed: readonly unknown[]): ActionAnswer {
  switch (outcome.kind) {
    case 'done':
    case 'request again':
    case 'unchanged':
      return show(deps, outcome.department);
    case 'too late':
      return tooLate(deps);
    case 'locked':
      return typed.every((each) => textIn(each).trim() === '')
        ? show(deps, outcome.department)
        : words(deps.messages.notices.locked());
    case 'unknown':
      return unknown(deps);
  }
}

/** @param typed as `nameOfPress` has it */
function pressOn(action: FollowUpAction, press: Press, typed: readonly unknown[]): FollowUpPress {
  const { roundId, departmentId } = action;
  return { roundId, departmentId, by: press.by, address: press.address, press: nameOfPress(action, press, typed) };
}

function show(
  { render, messages, ids }: Deps,
  department: RoundDepartment,
  mode: FollowUpMode = { kind: 'shown' },
): ActionAnswer {
  const problem = (mode.kind !== 'shown' && mode.problem) || '';
  return cardWithText(messages, followUpCard(render, messages, department, mode, ids.next()), problem, typedIn(mode));
}

function typedIn(mode: FollowUpMode): readonly unknown[] {
  if (mode.kind === 'sending back') return [mode.comment];
  return mode.kind === 'answering' ? [mode.typed, mode.reason] : [];
}

function refusal({ messages }: Deps, problem: ReplyProblem) {
  const certainty = cprCertainty(problem);
  return {
    problem: messages.request.problem(problem),
    ...(certainty === undefined ? {} : { cprCertainty: certainty }),
  };
}

/** Whose answer has come in between. A forged card may speak of one that has not. */
function overtaken({ messages }: Deps, { reply }: RoundDepartment): { readonly problem?: string } {
  return reply === undefined ? {} : { problem: messages.followUp.overtaken(reply.author.name, reply.at) };
}

function tooLate({ messages }: Deps): ActionAnswer {
  return words(messages.notices.followUpTooLate());
}

function unknown({ messages }: Deps): ActionAnswer {
  return words(messages.notices.unknownRound());
}
