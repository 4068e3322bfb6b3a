import { operationId } from '../../domain/ids.js';
import { type CommentProblem, parseComment } from '../../domain/reply/comment.js';
import { withReminder } from '../../domain/reply/reminder.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import { type Seen, unseenAnswer } from '../../domain/reply/seen.js';
import { standingOf } from '../../domain/reply/standing.js';
import { dayOf } from '../../domain/round/deadline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { type DepartmentChange, departmentNotice, refreshCards } from './change-department.js';
import { onSecretariatsCard, type UnknownDepartment } from './followed-up-department.js';
import {
  type DepartmentOutcome,
  type DepartmentPress,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';
import { findStalledRequest, requestAgain, whileRequestedAgain } from './request-again.js';

export interface SendBackRequest extends DepartmentPress {
  readonly seen: Seen;
  readonly comment: unknown;
}

/** `overtaken`: the reply has been changed since the secretariat's card was made. */
export type SendBackOutcome =
  | UnknownDepartment
  | PressOutcome<'too late' | 'done' | 'overtaken'>
  | (DepartmentOutcome<'refused'> & { readonly problem: CommentProblem });

/** *Send tilbage*: the department is asked again, with a comment. */
export async function sendBack(deps: PressDependencies, request: SendBackRequest): Promise<SendBackOutcome> {
  return pressDepartment(deps, 'follow up', onSecretariatsCard('send back'), request, (department, at) => {
    const comment = parseComment(request.comment);
    if (!comment.ok) return { kind: 'refused', problem: comment.problem };
    if (unseenAnswer(department, request.seen) === 'reply') return { kind: 'overtaken' };
    const sentBack = { comment: comment.value, by: request.by, at };
    const returned = afterEvent(department, { kind: 'send back', sentBack });
    if (returned === undefined) return { kind: 'too late' };
    return toStore('done', changeOf(request, returned, { act: 'sent back', reason: comment.value }, at));
  });
}

/** `request again`: the request card had not reached its channel. It is sent again, and that is the reminder. */
export type NudgeOutcome = UnknownDepartment | PressOutcome<'too late' | 'done' | 'request again'>;

/**
 * Asks the department once more, in the thread of its card. Where the card has not reached the channel, the card is
 * sent again instead.
 */
export async function nudge(deps: PressDependencies, request: DepartmentPress): Promise<NudgeOutcome> {
  const { roundId, departmentId } = request;
  const readStalled = () => findStalledRequest(deps.rounds, roundId, departmentId);
  const judge = async (department: RoundDepartment, at: Date) => {
    const card = await readStalled();
    const change = nudgeChange(request, department, at);
    const { department: reminded } = change;
    const again = card && {
      department: whileRequestedAgain(reminded),
      owes: [],
      again: requestAgain(departmentId, card, at),
    };
    return toStore(again === undefined ? 'done' : 'request again', { ...change, ...again });
  };
  const outcome = await pressDepartment<DepartmentPress, UnknownDepartment, 'too late', 'done' | 'request again'>(
    deps,
    'follow up',
    onSecretariatsCard('nudge'),
    request,
    judge,
  );
  if (outcome.kind !== 'unchanged' || (await readStalled()) === undefined) return outcome;
  return { ...outcome, kind: 'request again' };
}

/** What a reminder changes that the secretariat has asked for. */
export function nudgeChange(
  request: Pick<DepartmentPress, 'departmentId' | 'by' | 'press'>,
  department: RoundDepartment,
  at: Date,
): DepartmentChange {
  const deadlineDay = dayOf(department.ask.deadline);
  const reminder = { step: 'asked for', deadlineDay, at, isEscalated: false } as const;
  const reminded = { ...department, reminders: withReminder(department.reminders, reminder) };
  return changeOf(request, reminded, { act: 'nudged' }, at);
}

export type AcceptDeclineOutcome = UnknownDepartment | PressOutcome<'too late' | 'done'>;

/**
 * Agrees that the report is outside the department's area, or changes whether the notat says so. A decision that was
 * already made changes nothing.
 */
export async function acceptDecline(
  deps: PressDependencies,
  request: DepartmentPress & { readonly inNotat: boolean },
): Promise<AcceptDeclineOutcome> {
  const { by, inNotat } = request;
  const scope = onSecretariatsCard(inNotat ? 'accept in notat' : 'accept left out');
  const outcome = await pressDepartment(deps, 'follow up', scope, request, (department, at) => {
    const { decline } = department;
    const accepted = decline && { ...decline, accepted: { inNotat, by, at } };
    const excused = accepted && afterEvent(department, { kind: 'accept decline', decline: accepted });
    if (excused === undefined) return { kind: 'too late' };
    return toStore(
      'done',
      changeOf(request, excused, { act: 'decline accepted', subject: inNotat ? 'in notat' : 'left out' }, at),
    );
  });
  if (outcome.kind !== 'too late') return outcome;
  const standing = standingOf(outcome.department);
  const isDecided = standing.kind === 'excused' && standing.accepted.inNotat === inNotat;
  return isDecided ? { ...outcome, kind: 'unchanged' } : outcome;
}

/** What the audit says of a follow-up. */
type FollowUpLine =
  | { readonly act: 'nudged' }
  | { readonly act: 'sent back'; readonly reason: string }
  | { readonly act: 'decline accepted'; readonly subject: 'in notat' | 'left out' };

function changeOf(
  { departmentId, by, press }: Pick<DepartmentPress, 'departmentId' | 'by' | 'press'>,
  department: RoundDepartment,
  what: FollowUpLine,
  at: Date,
): DepartmentChange {
  const { act } = what;
  return {
    operation: operationId(act, press),
    department,
    lines: [{ at, by, departmentId, subject: undefined, ...what }],
    owes: [
      refreshCards(departmentId, act === 'decline accepted'),
      // Whoever has declined need not act when the secretariat agrees. The card shows it.
      ...(act === 'decline accepted' ? [] : [departmentNotice(departmentId, act)]),
    ],
    at,
  };
}
