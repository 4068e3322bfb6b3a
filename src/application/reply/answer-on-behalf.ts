import { type ReplyProblem, wordsOf } from '../../domain/reply/reply.js';
import { type Seen, unseenAnswer } from '../../domain/reply/seen.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { answerChange } from './answer-change.js';
import { onSecretariatsCard, type UnknownDepartment } from './followed-up-department.js';
import {
  type DepartmentOutcome,
  type DepartmentPress,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';
import { cprLines, judgeTypedAnswer, type TypedAnswer } from './typed-answer.js';

export interface AnswerOnBehalfRequest extends DepartmentPress, TypedAnswer {
  readonly seen: Seen;
}

/** `overtaken`: the department has answered since the secretariat's card was made; nothing was written. */
export type AnswerOnBehalfOutcome =
  | UnknownDepartment
  | PressOutcome<'too late' | 'done' | 'overtaken'>
  | (DepartmentOutcome<'refused'> & { readonly problem: ReplyProblem });

/** The secretariat answers for a department; the version records that. */
export async function answerOnBehalf(
  deps: PressDependencies,
  request: AnswerOnBehalfRequest,
): Promise<AnswerOnBehalfOutcome> {
  return pressDepartment(deps, 'answer on behalf', onSecretariatsCard('answer'), request, (department, at) => {
    const answer = judgeTypedAnswer(request, department.reply?.content);
    if (!answer.ok) return { kind: 'refused', problem: answer.problem };
    if (unseenAnswer(department, request.seen) === 'reply') return { kind: 'overtaken' };
    const { content, cpr } = answer.value;
    const given = { content, author: request.by, isOnBehalf: true } as const;
    const how = { operation: 'on behalf', notice: 'answered on behalf' } as const;
    const change = answerChange(request, proposalKept(department), { ...given, ...how }, at);
    if (change === undefined) return { kind: 'too late' };
    return toStore('done', { ...change, lines: [...change.lines, ...cprLines(at, request, cpr)] });
  });
}

/**
 * A proposal that the secretariat has not seen must not be lost: it becomes the department's draft. Where there is a
 * draft already, one of the two would be lost, and so `followUpsFor` does not allow the answer.
 */
function proposalKept(department: RoundDepartment): RoundDepartment {
  const { proposal } = department;
  const text = proposal === undefined ? '' : wordsOf(proposal.content);
  if (proposal === undefined || text === '') return department;
  return { ...department, draft: { text, author: proposal.author, at: proposal.at } };
}
