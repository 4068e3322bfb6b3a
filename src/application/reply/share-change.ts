import { isReminded } from '../../domain/duties.js';
import { operationId } from '../../domain/ids.js';
import { missingAnswers, withAnswers } from '../../domain/reply/shared-answers.js';
import type { Round, RoundDepartment } from '../../domain/round/round.js';
import { type DepartmentChange, departmentNotice, refreshCards } from './change-department.js';

/**
 * A department with its round's answers to all that it has not got yet, and what that owes. All departments see them on
 * their cards. Only one that must act is told of them in its thread, and the one that asked is told otherwise.
 *
 * @returns undefined where it has them all
 */
export function shareChange(round: Round, present: RoundDepartment, at: Date): DepartmentChange | undefined {
  const missing = missingAnswers(round, present);
  const newest = missing.at(-1);
  if (newest === undefined) return undefined;
  const { id } = present.department;
  const department = withAnswers(present, missing);
  const isNews = missing.some(({ askedBy }) => askedBy !== id) && isReminded(department);
  return {
    operation: operationId('share answers', id, newest.at.getTime()),
    department,
    lines: [],
    owes: [refreshCards(id), ...(isNews ? [departmentNotice(id, 'answered to all')] : [])],
    at,
  };
}
