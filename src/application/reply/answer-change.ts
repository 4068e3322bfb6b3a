import { operationId } from '../../domain/ids.js';
import { type ReplyVersion, versionAfter } from '../../domain/reply/reply.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { DepartmentNotice } from '../../domain/work/delivery.js';
import { type DepartmentChange, departmentNotice, refreshCards } from './change-department.js';
import type { DepartmentPress } from './press-department.js';

/** A given answer. */
export interface GivenAnswer extends Pick<ReplyVersion, 'content' | 'author'> {
  readonly approvedBy?: ReplyVersion['approvedBy'];
  readonly isOnBehalf?: boolean;
  readonly operation: 'reply' | 'approve' | 'accept edit' | 'on behalf';
  /** A notice to the department, if the answer needs one. */
  readonly notice?: DepartmentNotice;
}

/**
 * A department's next version, with what each answer owes. Who gave it, and when, is told to the audit by the version
 * itself.
 *
 * @returns undefined where no answer is possible
 */
export function answerChange(
  { departmentId, press }: DepartmentPress,
  present: RoundDepartment,
  { operation: name, notice, ...given }: GivenAnswer,
  at: Date,
): DepartmentChange | undefined {
  const operation = operationId(name, press);
  const version = versionAfter(present.reply, { ...given, at, operationId: operation });
  const department = afterEvent(present, { kind: 'answer', version });
  if (department === undefined) return undefined;
  const owes = [
    refreshCards(departmentId, true),
    ...(notice === undefined ? [] : [departmentNotice(departmentId, notice)]),
  ];
  return { operation, department, version, lines: [], owes, at };
}
