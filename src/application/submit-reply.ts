import type { AuditLine } from '../domain/audit.js';
import { newDelivery } from '../domain/delivery.js';
import { isSeen } from '../domain/draft.js';
import { operationId } from '../domain/ids.js';
import {
  type CprDecision,
  isSameContent,
  judgeCprNumbers,
  parseNilReply,
  parseReplyText,
  type ReplyContent,
  type ReplyProblem,
  type ReplyVersion,
} from '../domain/reply.js';
import type { Result } from '../domain/result.js';
import type { RoundDepartment } from '../domain/round.js';
import { type DepartmentCardPress, findAsked } from './asked-department.js';
import type { Clock, RoundStore, Stored } from './ports.js';
import { saveDraft } from './save-draft.js';

export interface SubmitReplyRequest extends DepartmentCardPress {
  /** Which button was pressed, and what then stood in the text field. */
  readonly answer: { readonly kind: 'nil' | 'text'; readonly typed: unknown };
  /** Given when the person, told of CPR numbers, has decided that they stay; why is whatever stood in its field. */
  readonly keepCpr: { readonly reason: unknown } | undefined;
  /** The version that the person saw when answering; 0 for none. */
  readonly basedOn: number;
}

export type SubmitReplyOutcome =
  /** Durable now. */
  | { readonly kind: 'stored'; readonly department: RoundDepartment }
  /** The department had already said exactly that; nothing was written. */
  | { readonly kind: 'unchanged'; readonly department: RoundDepartment }
  | { readonly kind: 'refused'; readonly department: RoundDepartment; readonly problem: ReplyProblem }
  /** Someone answered after this person's card was made; nothing was written. */
  | { readonly kind: 'overtaken'; readonly department: RoundDepartment; readonly answer: ReplyContent }
  /** There is no such round, or this channel is not asked in it. */
  | { readonly kind: 'not asked' };

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/** Stores a department's answer: one read, and one transaction with everything the answer causes. */
export async function submitReply(deps: Dependencies, request: SubmitReplyRequest): Promise<SubmitReplyOutcome> {
  const present = await findAsked(deps.rounds, request);
  if (present === undefined) return { kind: 'not asked' };
  const department = present.value;
  const answer = parseAnswer(request.answer, department.reply?.content);
  if (!answer.ok) return { kind: 'refused', department, problem: answer.problem };
  const cpr = judgeCprNumbers(answer.value.kind === 'text' ? answer.value.text : '', request.keepCpr);
  if (!cpr.ok) return { kind: 'refused', department, problem: cpr.problem };
  if (department.reply !== undefined && isSameContent(department.reply.content, answer.value)) {
    return { kind: 'unchanged', department };
  }
  if ((department.reply?.number ?? 0) !== request.basedOn) {
    return overtaken(deps, request, department, answer.value);
  }
  const stored = await storeVersion(deps, request, present, answer.value, cpr.value);
  // Someone else's answer came between our read and our write: judge this one again against theirs.
  return stored === undefined ? submitReply(deps, request) : { kind: 'stored', department: stored };
}

/**
 * What was sent on a card that is no longer the newest. If it is the very answer that came after that card, it is
 * an old submission delivered once more, under whatever id. Otherwise someone else came first. The card's update
 * for everyone then takes the place of what this person has in front of them, so their text is saved as a draft,
 * unless that would take away a draft that they have not seen.
 */
async function overtaken(
  deps: Dependencies,
  request: SubmitReplyRequest,
  department: RoundDepartment,
  answer: ReplyContent,
): Promise<SubmitReplyOutcome> {
  const { roundId, departmentId, basedOn, by } = request;
  const next = await deps.rounds.readVersion(roundId, departmentId, basedOn + 1);
  if (next?.author.id === by.id && isSameContent(next.content, answer)) return { kind: 'unchanged', department };
  if (answer.kind === 'nil') return { kind: 'overtaken', department, answer };
  const saved = await saveDraft(deps, { ...request, typed: answer.text });
  return { kind: 'overtaken', department: saved.kind === 'saved' ? saved.department : department, answer };
}

function parseAnswer(
  { kind, typed }: SubmitReplyRequest['answer'],
  present: ReplyContent | undefined,
): Result<ReplyContent, ReplyProblem> {
  return kind === 'nil' ? parseNilReply(typed, present) : parseReplyText(typed);
}

async function storeVersion(
  { rounds, clock }: Dependencies,
  request: SubmitReplyRequest,
  present: Stored<RoundDepartment>,
  content: ReplyContent,
  cpr: CprDecision | undefined,
): Promise<RoundDepartment | undefined> {
  const { roundId, departmentId, by, posted } = request;
  const at = clock.now();
  const number = (present.value.reply?.number ?? 0) + 1;
  const operation = operationId('reply', request.activityId);
  const version: ReplyVersion = { number, content, author: by, at, operationId: operation };
  const address = { ...present.value.address, serviceUrl: request.address.serviceUrl };
  // What was sent takes the place of the draft it came from, but not of one that the sender has not seen.
  const draft = isSeen(present.value.draft, request.draftSeen) ? undefined : present.value.draft;
  const department: RoundDepartment = { ...present.value, address, reply: version, draft, undelivered: undefined };
  const cause = `${departmentId}-${number}`;
  const result = await rounds.commit(roundId, operation, [
    { change: 'insert version', departmentId, version },
    { change: 'replace department', department, etag: present.etag },
    { change: 'insert audit line', line: { at, by, act: 'replied', departmentId, subject: String(number) } },
    ...(cpr === undefined ? [] : [{ change: 'insert audit line', line: cprLine(at, request, number, cpr) } as const]),
    {
      change: 'insert delivery',
      delivery: newDelivery(`update-${cause}`, { kind: 'update card', departmentId, posted }, at),
    },
    { change: 'insert delivery', delivery: newDelivery(`compile-${cause}`, { kind: 'compile if complete' }, at) },
  ]);
  return result === 'committed' ? department : undefined;
}

function cprLine(
  at: Date,
  { by, departmentId }: SubmitReplyRequest,
  number: number,
  { certainty, reason }: CprDecision,
): AuditLine {
  return { at, by, act: 'cpr number kept', departmentId, subject: `${number} ${certainty}`, reason };
}
