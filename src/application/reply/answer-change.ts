import type { PostedMessage } from '../../domain/channel/channel.js';
import { operationId } from '../../domain/ids.js';
import { type ReplyVersion, versionAfter } from '../../domain/reply/reply.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { type DepartmentNotice, newDelivery } from '../../domain/work/delivery.js';
import { cardUpdates, type DepartmentChange, departmentNotice } from './change-department.js';
import type { DepartmentPress } from './press-department.js';

/** A given answer, and what the rows record about it. */
export interface GivenAnswer extends Pick<ReplyVersion, 'content' | 'author'> {
  readonly approvedBy?: ReplyVersion['approvedBy'];
  readonly isOnBehalf?: boolean;
  readonly act: 'replied' | 'approved' | 'replied on behalf';
  readonly operation: 'reply' | 'approve' | 'on behalf';
  readonly posted: PostedMessage | undefined;
  /** A notice to the department, if the answer needs one. */
  readonly notice?: DepartmentNotice;
}

/**
 * A department's next version, with everything that each answer causes: cards that must be updated, and the question
 * whether the notat is complete.
 *
 * @returns undefined where no answer is possible
 */
export function answerChange(
  { departmentId, by, press }: DepartmentPress,
  present: RoundDepartment,
  { act, operation: name, posted, notice, ...given }: GivenAnswer,
  at: Date,
): DepartmentChange | undefined {
  const operation = operationId(name, press);
  const version = versionAfter(present.reply, { ...given, at, operationId: operation });
  const department = afterEvent(present, { kind: 'answer', version });
  if (department === undefined) return undefined;
  const cause = `${departmentId}-${version.number}`;
  return {
    operation,
    department,
    version,
    lines: [{ at, by, act, departmentId, subject: String(version.number) }],
    deliveries: [
      ...cardUpdates(departmentId, cause, at, posted),
      ...(notice === undefined ? [] : [departmentNotice(departmentId, notice, cause, at)]),
      newDelivery(`compile-${cause}`, { kind: 'compile if complete' }, at),
    ],
  };
}
