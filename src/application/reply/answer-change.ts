import type { PostedMessage } from '../../domain/channel/channel.js';
import { operationId } from '../../domain/ids.js';
import { type ReplyVersion, versionAfter } from '../../domain/reply/reply.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { type DepartmentNotice, newDelivery } from '../../domain/work/delivery.js';
import { cardUpdates, type DepartmentChange, departmentNotice } from './change-department.js';
import type { DepartmentPress } from './press-department.js';

/** An answer that is given, and what its rows say of how. */
export interface GivenAnswer extends Pick<ReplyVersion, 'content' | 'author'> {
  readonly approvedBy?: ReplyVersion['approvedBy'];
  readonly isOnBehalf?: boolean;
  readonly act: 'replied' | 'approved' | 'replied on behalf';
  readonly operation: 'reply' | 'approve' | 'on behalf';
  readonly posted: PostedMessage | undefined;
  /** What the department is told besides, if anything. */
  readonly notice?: DepartmentNotice;
}

/**
 * A department's next version, with all that every answer causes: cards to be drawn anew, and the question whether the
 * notat is complete.
 *
 * @returns undefined where no answer can follow
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
