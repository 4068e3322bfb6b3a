import { operationId } from '../../domain/ids.js';
import { wasCarriedOut } from '../../domain/press.js';
import { followUpsFor } from '../../domain/reply/follow-ups.js';
import { type ReplyContent, type ReplyProblem, versionAfter, wordsOf } from '../../domain/reply/reply.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { newDelivery } from '../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore } from '../ports.js';
import { cardUpdates, commitChange, type DepartmentChange, departmentNotice } from './change-department.js';
import type { FollowUpOutcome } from './follow-up.js';
import { type FollowUpPress, findFollowedUp } from './followed-up-department.js';
import { cprLines, judgeTypedAnswer, type TypedAnswer } from './typed-answer.js';

export interface AnswerOnBehalfRequest extends FollowUpPress, TypedAnswer {
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
  return untilStored('answer on behalf', () => tryAnswer(deps, request));
}

async function tryAnswer(
  deps: { readonly rounds: RoundStore; readonly clock: Clock },
  request: AnswerOnBehalfRequest,
): Promise<AnswerOnBehalfOutcome | typeof CONFLICT> {
  const present = await findFollowedUp(deps.rounds, request);
  if (present === undefined) return { kind: 'unknown' };
  const department = present.value;
  if (wasCarriedOut(department, request.press)) return { kind: 'unchanged', department };
  if (department.isLocked) return { kind: 'locked', department };
  if (!followUpsFor(department).includes('answer')) return { kind: 'too late', department };
  const answer = judgeTypedAnswer(request, department.reply?.content);
  if (!answer.ok) return { kind: 'refused', department, problem: answer.problem };
  if ((department.reply?.number ?? 0) !== request.basedOn) return { kind: 'overtaken', department };
  const at = deps.clock.now();
  const change = changeOf(request, department, answer.value.content, at);
  if (change === undefined) return { kind: 'too late', department };
  const lines = [...change.lines, ...cprLines(at, request, answer.value.cpr)];
  const stored = await commitChange(deps.rounds, present, { ...change, lines });
  return stored === undefined ? CONFLICT : { kind: 'done', department: stored };
}

function changeOf(
  { departmentId, by, press }: AnswerOnBehalfRequest,
  present: RoundDepartment,
  content: ReplyContent,
  at: Date,
): DepartmentChange | undefined {
  const operation = operationId('on behalf', press);
  const version = versionAfter(present.reply, { content, author: by, isOnBehalf: true, at, operationId: operation });
  const { number } = version;
  const answered = afterEvent(proposalKept(present), { kind: 'answer', version });
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
 * A proposal that the secretariat has not seen must outlive its answer: it becomes the department's draft. Where there
 * is a draft already, one of the two would be lost, and so `followUpsFor` does not allow the answer.
 */
function proposalKept(department: RoundDepartment): RoundDepartment {
  const { proposal } = department;
  const text = proposal === undefined ? '' : wordsOf(proposal.content);
  if (proposal === undefined || text === '') return department;
  return { ...department, draft: { text, author: proposal.author, at: proposal.at } };
}
