import { unseenAnswer } from '../../domain/reply/seen.js';
import type { NotAllowed } from '../rights/not-allowed.js';
import { answerChange } from './answer-change.js';
import { type DepartmentCardPress, ON_DEPARTMENTS_CARD } from './asked-department.js';
import { type PressDependencies, type PressOutcome, pressDepartment, toStore } from './press-department.js';

/**
 * `stored`: the proposal is now the department's answer. `overtaken`: the proposal or the answer is not the one on the
 * head's card; nothing was written.
 */
export type ApproveReplyOutcome = PressOutcome<'stored' | 'overtaken' | 'nothing to approve'>;

/** A head sends an answer that someone else has written. */
export async function approveReply(
  deps: PressDependencies,
  request: DepartmentCardPress<'decide'>,
): Promise<ApproveReplyOutcome | NotAllowed> {
  return pressDepartment(deps, 'approve reply', ON_DEPARTMENTS_CARD, request, (department, at) => {
    const { by, seen } = request;
    const { proposal } = department;
    if (proposal === undefined) return { kind: 'nothing to approve' };
    if (unseenAnswer(department, seen) !== undefined) return { kind: 'overtaken' };
    const { content, author } = proposal;
    const given = { content, author, approvedBy: by, operation: 'approve' } as const;
    const change = answerChange(request, department, given, at);
    return change === undefined ? { kind: 'nothing to approve' } : toStore('stored', change);
  });
}
