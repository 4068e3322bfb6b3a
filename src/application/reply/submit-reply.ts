import { mayAnswer } from '../../domain/channel/department.js';
import { operationId } from '../../domain/ids.js';
import { wasCarriedOut } from '../../domain/press.js';
import {
  isSameContent,
  type ReplyContent,
  type ReplyProblem,
  versionAfter,
  wordsOf,
} from '../../domain/reply/reply.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import { isDraftUnseen, type Seen, unseenAnswer } from '../../domain/reply/seen.js';
import { replyThatCounts } from '../../domain/reply/standing.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { newDelivery } from '../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore, Stored } from '../ports.js';
import { type DepartmentCardPress, findAsked } from './asked-department.js';
import { cardUpdates, causeOf, commitChange, type DepartmentChange, departmentNotice } from './change-department.js';
import { keepAsDraft } from './save-draft.js';
import { cprLines, type JudgedAnswer, judgeTypedAnswer, type TypedAnswer } from './typed-answer.js';

export interface SubmitReplyRequest extends DepartmentCardPress, TypedAnswer {}

export type SubmitReplyOutcome =
  /** Durable now: an answer, or a proposal for a head to send. */
  | { readonly kind: 'stored' | 'proposed'; readonly department: RoundDepartment }
  /** It had been carried out already, or the department had already said exactly that; nothing was written. */
  | { readonly kind: 'unchanged'; readonly department: RoundDepartment }
  | { readonly kind: 'refused'; readonly department: RoundDepartment; readonly problem: ReplyProblem }
  /** Someone answered, or proposed an answer, after this person's card was made; their text is not an answer. */
  | {
      readonly kind: 'overtaken';
      readonly by: 'reply' | 'proposal';
      readonly department: RoundDepartment;
      readonly answer: ReplyContent;
    }
  /** The round is closed. */
  | { readonly kind: 'locked'; readonly department: RoundDepartment }
  /** The department has said that it is not its area; only a head may answer all the same. */
  | { readonly kind: 'declined'; readonly department: RoundDepartment }
  /** There is no such round, or this channel is not asked in it. */
  | { readonly kind: 'not asked' };

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/** Stores a department's answer: one read, and one transaction with everything the answer causes. */
export async function submitReply(deps: Dependencies, request: SubmitReplyRequest): Promise<SubmitReplyOutcome> {
  // Someone else may come between our read and our write: then this answer is judged again against theirs.
  return untilStored('submit reply', () => trySubmission(deps, request));
}

async function trySubmission(
  deps: Dependencies,
  request: SubmitReplyRequest,
): Promise<SubmitReplyOutcome | typeof CONFLICT> {
  const present = await findAsked(deps.rounds, request);
  if (present === undefined) return { kind: 'not asked' };
  const department = present.value;
  if (wasCarriedOut(department, request.press)) return { kind: 'unchanged', department };
  if (department.isLocked) return { kind: 'locked', department };
  const answer = judgeTypedAnswer(request, department.reply?.content);
  if (!answer.ok) return { kind: 'refused', department, problem: answer.problem };
  return storeAnswer(deps, request, present, answer.value);
}

/**
 * Someone else came first. The card's update for everyone takes the place of what this person has in front of them,
 * so their text is kept as a draft, unless that would take away a draft that they have not seen.
 */
async function overtaken(
  deps: Dependencies,
  request: SubmitReplyRequest,
  department: RoundDepartment,
  answer: ReplyContent,
  by: 'reply' | 'proposal',
): Promise<SubmitReplyOutcome> {
  const text = wordsOf(answer);
  const kept = text === '' ? undefined : await keepAsDraft(deps, { ...request, typed: text });
  return { kind: 'overtaken', by, department: kept ?? department, answer };
}

/** A reply that was sent back is said anew by being sent again, and a proposal by being sent by a head. */
function isSaidAlready(department: RoundDepartment, answer: ReplyContent, isAnswer: boolean): boolean {
  const { proposal } = department;
  if (proposal !== undefined) return !isAnswer && isSameContent(proposal.content, answer);
  const counts = replyThatCounts(department);
  return counts !== undefined && isSameContent(counts.content, answer);
}

async function storeAnswer(
  deps: Dependencies,
  request: SubmitReplyRequest,
  present: Stored<RoundDepartment>,
  { content, cpr }: JudgedAnswer,
): Promise<SubmitReplyOutcome | typeof CONFLICT> {
  const isAnswer = mayAnswer(present.value.department, request.by);
  const department = present.value;
  if (isSaidAlready(department, content, isAnswer)) return { kind: 'unchanged', department };
  const by = unseenAnswer(department, request.seen);
  if (by !== undefined) return overtaken(deps, request, department, content, by);
  const at = deps.clock.now();
  const change = isAnswer
    ? answerChange(request, department, content, at)
    : proposalChange(request, department, content, at);
  if (change === undefined) return { kind: 'declined', department };
  const lines = [...change.lines, ...cprLines(at, request, cpr)];
  const stored = await commitChange(deps.rounds, present, { ...change, lines });
  if (stored === undefined) return CONFLICT;
  return { kind: isAnswer ? 'stored' : 'proposed', department: stored };
}

function answerChange(
  request: SubmitReplyRequest,
  department: RoundDepartment,
  content: ReplyContent,
  at: Date,
): DepartmentChange | undefined {
  const { departmentId, by, press, posted } = request;
  const operation = operationId('reply', press);
  const version = versionAfter(department.reply, { content, author: by, at, operationId: operation });
  const { number } = version;
  const answered = afterEvent(department, { kind: 'answer', version });
  if (answered === undefined) return undefined;
  return {
    press,
    operation,
    department: withoutSentText(withNewestAddress(answered, request), request.seen),
    version,
    lines: [{ at, by, act: 'replied', departmentId, subject: String(number) }],
    deliveries: [
      ...cardUpdates(departmentId, `${departmentId}-${number}`, at, posted),
      newDelivery(`compile-${departmentId}-${number}`, { kind: 'compile if complete' }, at),
    ],
  };
}

function proposalChange(
  request: SubmitReplyRequest,
  department: RoundDepartment,
  content: ReplyContent,
  at: Date,
): DepartmentChange | undefined {
  const { departmentId, by, press, posted } = request;
  const proposed = afterEvent(department, { kind: 'propose', proposal: { content, author: by, at } });
  if (proposed === undefined) return undefined;
  const cause = causeOf(departmentId, `proposal-${press}`, at);
  return {
    press,
    operation: operationId('propose', press),
    department: withoutSentText(withNewestAddress(proposed, request), request.seen),
    lines: [{ at, by, act: 'proposed', departmentId, subject: undefined }],
    deliveries: [
      ...cardUpdates(departmentId, cause, at, posted),
      departmentNotice(departmentId, 'approval wanted', cause, at),
    ],
  };
}

/** What was sent takes the place of the draft it came from, but not of one that the sender has not seen. */
function withoutSentText(department: RoundDepartment, seen: Seen): RoundDepartment {
  return isDraftUnseen(department, seen) ? department : { ...department, draft: undefined };
}

/** Teams may have moved the tenant; its newest address is kept for what must be delivered later. */
function withNewestAddress(department: RoundDepartment, { address }: SubmitReplyRequest): RoundDepartment {
  return { ...department, address: { ...department.address, serviceUrl: address.serviceUrl } };
}
