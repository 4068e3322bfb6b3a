import { operationId } from '../../domain/ids.js';
import { isSameContent, type ReplyContent, type ReplyProblem, wordsOf } from '../../domain/reply/reply.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import { isDraftUnseen, type Seen, unseenAnswer } from '../../domain/reply/seen.js';
import { replyThatCounts } from '../../domain/reply/standing.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { NotAllowed } from '../rights/not-allowed.js';
import { answerChange } from './answer-change.js';
import { type DepartmentCardPress, ON_DEPARTMENTS_CARD } from './asked-department.js';
import { type DepartmentChange, departmentNotice, refreshCards } from './change-department.js';
import {
  type DepartmentOutcome,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';
import { keepAsDraft } from './save-draft.js';
import { cprLines, judgeTypedAnswer, type TypedAnswer } from './typed-answer.js';

export interface SubmitReplyRequest extends DepartmentCardPress<'answer'>, TypedAnswer {}

/** The field that a text was typed in: on a card, which is drawn again for everyone, or one of the person's own. */
export type TypedIn = 'the card' | 'a field of one’s own';

/** Someone answered, or proposed an answer, after this person's card was made. This person's text is not an answer. */
interface Overtaken {
  readonly kind: 'overtaken';
  readonly by: 'reply' | 'proposal';
  readonly department: RoundDepartment;
  readonly answer: ReplyContent;
}

/**
 * `stored`, `proposed`: durable now, as the answer or as a proposal that a head must send. `unchanged`: the press had
 * already been carried out, or the department had already said exactly that. `declined`: the department has said that
 * the report is outside its area, and only a head may now answer.
 */
export type SubmitReplyOutcome =
  | PressOutcome<'stored' | 'proposed' | 'declined'>
  | (DepartmentOutcome<'refused'> & { readonly problem: ReplyProblem })
  | Overtaken;

/** Stores a department's answer, with everything that the answer causes. */
export async function submitReply(
  deps: PressDependencies,
  request: SubmitReplyRequest,
  typedIn: TypedIn = 'the card',
): Promise<SubmitReplyOutcome | NotAllowed> {
  return pressDepartment(deps, 'submit reply', ON_DEPARTMENTS_CARD, request, async (department, at, verdict) => {
    const answer = judgeTypedAnswer(request, department.reply?.content);
    if (!answer.ok) return { kind: 'refused', problem: answer.problem };
    const { content, cpr } = answer.value;
    const { by: author } = request;
    const isAnswer = verdict === 'may';
    if (changesNothing(department, content, isAnswer)) return { kind: 'unchanged' };
    const by = unseenAnswer(department, request.seen);
    if (by !== undefined) {
      const kept = typedIn === 'the card' ? await keptAsDraft(deps, request, content) : undefined;
      return { kind: 'overtaken', by, department: kept ?? department, answer: content };
    }
    const given = { content, author, operation: 'reply' } as const;
    const change = isAnswer
      ? answerChange(request, department, given, at)
      : proposalChange(request, department, content, at);
    if (change === undefined) return { kind: 'declined' };
    const after = withoutSentText(withNewestAddress(change.department, request), request.seen);
    const lines = [...change.lines, ...cprLines(at, request, cpr)];
    return toStore(isAnswer ? 'stored' : 'proposed', { ...change, department: after, lines });
  });
}

/**
 * Someone else came first. The card is updated for everyone, which also replaces the field that this person wrote in.
 * So their text is kept as a draft, unless it would overwrite a draft that they have not seen.
 *
 * @returns the department with the draft; undefined where the text was not kept
 */
async function keptAsDraft(
  deps: PressDependencies,
  request: SubmitReplyRequest,
  answer: ReplyContent,
): Promise<RoundDepartment | undefined> {
  const text = wordsOf(answer);
  return text === '' ? undefined : keepAsDraft(deps, { ...request, typed: text });
}

/**
 * Whether an answer changes nothing. A reply that was sent back is not the same when it is sent again, and a proposal
 * is not the same when a head sends it.
 */
function changesNothing(department: RoundDepartment, answer: ReplyContent, isAnswer: boolean): boolean {
  const { proposal } = department;
  if (proposal !== undefined) return !isAnswer && isSameContent(proposal.content, answer);
  const counts = replyThatCounts(department);
  return counts !== undefined && isSameContent(counts.content, answer);
}

function proposalChange(
  { departmentId, by, press }: SubmitReplyRequest,
  department: RoundDepartment,
  content: ReplyContent,
  at: Date,
): DepartmentChange | undefined {
  const proposed = afterEvent(department, { kind: 'propose', proposal: { content, author: by, at } });
  if (proposed === undefined) return undefined;
  return {
    operation: operationId('propose', press),
    department: proposed,
    lines: [{ at, by, act: 'proposed', departmentId, subject: undefined }],
    owes: [refreshCards(departmentId), departmentNotice(departmentId, 'approval wanted')],
    at,
  };
}

/** The sent text replaces the draft that it came from, but not a draft that the sender has not seen. */
function withoutSentText(department: RoundDepartment, seen: Seen): RoundDepartment {
  return isDraftUnseen(department, seen) ? department : { ...department, draft: undefined };
}

/** Teams may have moved the tenant. The newest address is kept for later deliveries. */
function withNewestAddress(department: RoundDepartment, { address }: SubmitReplyRequest): RoundDepartment {
  return { ...department, address: { ...department.address, serviceUrl: address.serviceUrl } };
}
