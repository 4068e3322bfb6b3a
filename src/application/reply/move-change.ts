import type { AuditLine } from '../../domain/audit.js';
import { isReminded } from '../../domain/duties.js';
import type { DeadlineMove } from '../../domain/round/deadline-move.js';
import { afterMove } from '../../domain/round/moved-deadline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { type DepartmentChange, departmentNotice, refreshCards } from './change-department.js';

/**
 * A department's moved deadline, with everything that it owes. Only a department that must act is told in its thread;
 * all others see it on their cards.
 */
export function moveChange(
  present: RoundDepartment,
  move: DeadlineMove,
  { operation, lines, at }: Pick<DepartmentChange, 'operation' | 'lines' | 'at'>,
): DepartmentChange {
  const department = afterMove(present, move);
  const { id } = department.department;
  const notices = isReminded(department) ? [departmentNotice(id, 'deadline moved')] : [];
  return {
    operation,
    department,
    lines: [...lines, ...granted(present, department)],
    owes: [refreshCards(id), ...notices],
    at,
  };
}

/** What the audit says of a deadline: the old one and the new one. */
export function subjectOf({ from, to }: Pick<DeadlineMove, 'from' | 'to'>): string {
  return `${from} ${to}`;
}

/** The time that a department had asked for may have been given with the move. */
function granted(before: RoundDepartment, { department, timeRequest, ask }: RoundDepartment): readonly AuditLine[] {
  const decision = timeRequest?.decision;
  if (decision === undefined || before.timeRequest?.decision !== undefined) return [];
  const subject = subjectOf({ from: before.ask.deadline, to: ask.deadline });
  return [{ at: decision.at, by: decision.by, act: 'time granted', departmentId: department.id, subject }];
}
