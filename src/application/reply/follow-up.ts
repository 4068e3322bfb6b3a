import { operationId } from '../../domain/ids.js';
import { wasCarriedOut } from '../../domain/press.js';
import { type CommentProblem, parseComment } from '../../domain/reply/comment.js';
import { type FollowUp, followUpsFor } from '../../domain/reply/follow-ups.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import { standingOf } from '../../domain/reply/standing.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { isStalled, newDelivery, owedAnew, requestDeliveryId } from '../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { cardUpdates, causeOf, commitChange, type DepartmentChange, departmentNotice } from './change-department.js';
import { type FollowUpPress, findFollowedUp } from './followed-up-department.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

export type FollowUpOutcome =
  | { readonly kind: 'done'; readonly department: RoundDepartment }
  /** Reminded by the request card itself, which had not reached its channel and is on its way again. */
  | { readonly kind: 'request again'; readonly department: RoundDepartment }
  /** It had been carried out already. */
  | { readonly kind: 'unchanged'; readonly department: RoundDepartment }
  /** It does not fit where the department stands now; nothing was written. */
  | { readonly kind: 'too late'; readonly department: RoundDepartment }
  | { readonly kind: 'locked'; readonly department: RoundDepartment }
  /** There is no such department in a round of this secretariat. */
  | { readonly kind: 'unknown' };

export type SendBackOutcome =
  | FollowUpOutcome
  | {
      readonly kind: 'refused';
      readonly department: RoundDepartment;
      readonly problem: CommentProblem;
    }
  /** The reply has been changed since the secretariat's card was made. */
  | { readonly kind: 'overtaken'; readonly department: RoundDepartment };

export interface SendBackRequest extends FollowUpPress {
  /** The version of the reply that the secretariat's card shows; 0 for none. */
  readonly basedOn: number;
  readonly comment: unknown;
}

/** *Send tilbage*: the department is asked again, with a comment. */
export async function sendBack(deps: Dependencies, request: SendBackRequest): Promise<SendBackOutcome> {
  const comment = parseComment(request.comment);
  return followUp<SendBackOutcome>(deps, request, 'send back', (department, at) => {
    if (!comment.ok) return { kind: 'refused', department, problem: comment.problem };
    if ((department.reply?.number ?? 0) !== request.basedOn) return { kind: 'overtaken', department };
    const sentBack = { comment: comment.value, by: request.by, at };
    const returned = afterEvent(department, { kind: 'send back', sentBack });
    return returned && changeOf(request, returned, 'sent back', at);
  });
}

/**
 * Asks the department once more: in the thread of its card, or, where the card has not reached the channel, by sending the
 * card again.
 */
export async function nudge(deps: Dependencies, request: FollowUpPress): Promise<FollowUpOutcome> {
  const { roundId, departmentId } = request;
  const readRequest = () => unlessUnreadable(deps.rounds.readDelivery(roundId, requestDeliveryId(departmentId)));
  const outcome = await followUp<FollowUpOutcome>(deps, request, 'nudge', async (department, at) => {
    const card = await readRequest();
    if (card === undefined || !isStalled(card.value)) return changeOf(request, department, 'nudged', at);
    const change = changeOf(request, { ...department, undelivered: undefined }, 'nudged', at);
    return { ...change, deliveries: [], again: { ...card, value: owedAnew(card.value, at) } };
  });
  if (outcome.kind !== 'unchanged') return outcome;
  const card = await readRequest();
  return card !== undefined && isStalled(card.value) ? { ...outcome, kind: 'request again' } : outcome;
}

/**
 * Agrees that the report is outside the department's area, or changes whether the notat says so. Deciding what has been
 * decided already changes nothing.
 */
export async function acceptDecline(
  deps: Dependencies,
  request: FollowUpPress & { readonly inNotat: boolean },
): Promise<FollowUpOutcome> {
  const what = request.inNotat ? 'accept in notat' : 'accept left out';
  const outcome = await followUp<FollowUpOutcome>(deps, request, what, (department, at) => {
    const { decline } = department;
    if (decline === undefined) return undefined;
    const accepted = { ...decline, accepted: { inNotat: request.inNotat, by: request.by, at } };
    const excused = afterEvent(department, { kind: 'accept decline', decline: accepted });
    if (excused === undefined) return undefined;
    const change = changeOf(request, excused, 'decline accepted', at);
    const cause = causeOf(request.departmentId, request.press, at);
    const compile = newDelivery(`compile-${cause}`, { kind: 'compile if complete' }, at);
    return { ...change, deliveries: [...change.deliveries, compile] };
  });
  if (outcome.kind !== 'too late') return outcome;
  const standing = standingOf(outcome.department);
  const isDecided = standing.kind === 'excused' && standing.accepted.inNotat === request.inNotat;
  return isDecided ? { ...outcome, kind: 'unchanged' } : outcome;
}

type Judged<Outcome> = DepartmentChange | Exclude<Outcome, FollowUpOutcome> | undefined;
type Judge<Outcome> = (department: RoundDepartment, at: Date) => Judged<Outcome> | Promise<Judged<Outcome>>;

/**
 * One read of round and department, one judgement, one transaction.
 *
 * @param what is done only where the card offers it
 * @param judge gives the change, or why there is none; undefined where it does not fit
 */
async function followUp<Outcome>(
  deps: Dependencies,
  request: FollowUpPress,
  what: FollowUp,
  judge: Judge<Outcome>,
): Promise<Outcome | FollowUpOutcome> {
  return untilStored('follow up', () => tryFollowUp(deps, request, what, judge));
}

async function tryFollowUp<Outcome>(
  deps: Dependencies,
  request: FollowUpPress,
  what: FollowUp,
  judge: Judge<Outcome>,
): Promise<Outcome | FollowUpOutcome | typeof CONFLICT> {
  const present = await findFollowedUp(deps.rounds, request);
  if (present === undefined) return { kind: 'unknown' };
  const department = present.value;
  if (wasCarriedOut(department, request.press)) return { kind: 'unchanged', department };
  if (department.isLocked) return { kind: 'locked', department };
  const judged = followUpsFor(department).includes(what) ? await judge(department, deps.clock.now()) : undefined;
  if (judged === undefined) return { kind: 'too late', department };
  if (!isChange(judged)) return judged;
  const stored = await commitChange(deps.rounds, present, judged);
  if (stored === undefined) return CONFLICT;
  return { kind: judged.again === undefined ? 'done' : 'request again', department: stored };
}

function isChange(judged: unknown): judged is DepartmentChange {
  return typeof judged === 'object' && judged !== null && 'deliveries' in judged;
}

function changeOf(
  { departmentId, by, press }: FollowUpPress,
  department: RoundDepartment,
  act: 'sent back' | 'nudged' | 'decline accepted',
  at: Date,
): DepartmentChange {
  const cause = causeOf(departmentId, `${act.replaceAll(' ', '-')}-${press}`, at);
  return {
    press,
    operation: operationId(act, press),
    department,
    lines: [{ at, by, act, departmentId, subject: undefined }],
    deliveries: [...cardUpdates(departmentId, cause, at, undefined), departmentNotice(departmentId, act, cause, at)],
  };
}
