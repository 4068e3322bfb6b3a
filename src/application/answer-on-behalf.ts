import { newDelivery } from '../domain/delivery.js';
import { operationId } from '../domain/ids.js';
import { wasCarriedOut } from '../domain/press.js';
import {
  judgeCprNumbers,
  parseNilReply,
  parseReplyText,
  type ReplyContent,
  type ReplyProblem,
  type ReplyVersion,
  wordsOf,
} from '../domain/reply.js';
import { afterEvent } from '../domain/reply-life.js';
import type { RoundDepartment } from '../domain/round.js';
import { cardUpdates, commitChange, type DepartmentChange, departmentNotice } from './change-department.js';
import type { FollowUpOutcome } from './follow-up.js';
import { type FollowUpPress, findFollowedUp } from './followed-up-department.js';
import type { Clock, RoundStore } from './ports.js';

export interface AnswerOnBehalfRequest extends FollowUpPress {
  readonly answer: { readonly kind: 'nil' | 'text'; readonly typed: unknown };
  /** As in `SubmitReplyRequest`. */
  readonly keepCpr: { readonly reason: unknown } | undefined;
  /** The version of the reply that the secretariat's card shows; 0 for none. */
  readonly basedOn: number;
}

export type AnswerOnBehalfOutcome =
  | FollowUpOutcome
  | { readonly kind: 'refused'; readonly department: RoundDepartment; readonly problem: ReplyProblem }
  /** The department has answered since the secretariat's card was made; nothing was written. */
  | { readonly kind: 'overtaken'; readonly department: RoundDepartment };

/** The secretariat answers in a department's place; the version says so. */
export async function answerOnBehalf(
  deps: { readonly rounds: RoundStore; readonly clock: Clock },
  request: AnswerOnBehalfRequest,
): Promise<AnswerOnBehalfOutcome> {
  const present = await findFollowedUp(deps.rounds, request);
  if (present === undefined) return { kind: 'unknown' };
  const department = present.value;
  if (wasCarriedOut(department, request.press)) return { kind: 'unchanged', department };
  if (department.isLocked) return { kind: 'locked', department };
  const { kind, typed } = request.answer;
  const answer = kind === 'nil' ? parseNilReply(typed, department.reply?.content) : parseReplyText(typed);
  if (!answer.ok) return { kind: 'refused', department, problem: answer.problem };
  const cpr = judgeCprNumbers(wordsOf(answer.value), request.keepCpr);
  if (!cpr.ok) return { kind: 'refused', department, problem: cpr.problem };
  if ((department.reply?.number ?? 0) !== request.basedOn) return { kind: 'overtaken', department };
  const at = deps.clock.now();
  const change = changeOf(request, department, answer.value, at);
  if (change === undefined) return { kind: 'too late', department };
  const { by, departmentId } = request;
  const kept = cpr.value && { certainty: cpr.value.certainty, reason: cpr.value.reason };
  const stored = await commitChange(deps.rounds, present, {
    ...change,
    lines: [
      ...change.lines,
      ...(kept === undefined
        ? []
        : [{ at, by, act: 'cpr number kept', departmentId, subject: kept.certainty, reason: kept.reason } as const]),
    ],
  });
  return stored === undefined ? answerOnBehalf(deps, request) : { kind: 'done', department: stored };
}

function changeOf(
  { departmentId, by, press }: AnswerOnBehalfRequest,
  present: RoundDepartment,
  content: ReplyContent,
  at: Date,
): DepartmentChange | undefined {
  const kept = proposalKept(present);
  if (kept === undefined) return undefined;
  const number = (present.reply?.number ?? 0) + 1;
  const operation = operationId('on behalf', press);
  const version: ReplyVersion = {
    number,
    content,
    author: by,
    approvedBy: undefined,
    isOnBehalf: true,
    at,
    operationId: operation,
  };
  const answered = afterEvent(kept, { kind: 'answer', version });
  if (answered === undefined) return undefined;
  const cause = `${departmentId}-${number}`;
  return {
    press,
    operation,
    department: answered,
    version,
    lines: [{ at, by, act: 'replied on behalf', departmentId, subject: String(number) }],
    deliveries: [
      ...cardUpdates(departmentId, cause, at, undefined),
      departmentNotice(departmentId, 'answered on behalf', cause, at),
      newDelivery(`compile-${cause}`, { kind: 'compile if complete' }, at),
    ],
  };
}

/**
 * A proposal that the secretariat has not seen must outlive its answer: it becomes the department's draft.
 *
 * @returns undefined where there is a draft already, so that one of the two would be lost
 */
function proposalKept(department: RoundDepartment): RoundDepartment | undefined {
  const { proposal, draft } = department;
  const text = proposal === undefined ? '' : wordsOf(proposal.content);
  if (proposal === undefined || text === '') return department;
  if (draft !== undefined) return undefined;
  return { ...department, draft: { text, author: proposal.author, at: proposal.at } };
}
