import type { AuditLine } from '../../domain/audit.js';
import type { PostedMessage } from '../../domain/channel/channel.js';
import type { DepartmentId, OperationId } from '../../domain/ids.js';
import type { ReplyVersion } from '../../domain/reply/reply.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { type Delivery, type DepartmentNotice, newDelivery } from '../../domain/work/delivery.js';
import type { RoundStore, Stored } from '../ports.js';

/** All that changes of a department at once. */
export interface DepartmentChange {
  readonly operation: OperationId;
  readonly department: RoundDepartment;
  readonly version?: ReplyVersion;
  readonly lines: readonly AuditLine[];
  readonly deliveries: readonly Delivery[];
  /** A delivery of before that is owed anew, with the etag that it was read with. */
  readonly again?: Stored<Delivery>;
}

/**
 * Writes a change if the department is still as it was read.
 *
 * @returns false when someone else came in between, and nothing was written
 */
export async function commitChange(
  rounds: RoundStore,
  present: Stored<RoundDepartment>,
  { operation, department, version, lines, deliveries, again }: DepartmentChange,
): Promise<boolean> {
  const { roundId, department: same } = present.value;
  const result = await rounds.commit(roundId, operation, [
    ...(version === undefined ? [] : [{ change: 'insert version', departmentId: same.id, version } as const]),
    { change: 'replace department', department, etag: present.etag },
    ...lines.map((line) => ({ change: 'insert audit line', line }) as const),
    ...deliveries.map((delivery) => ({ change: 'insert delivery', delivery }) as const),
    ...(again === undefined ? [] : [{ change: 'replace delivery', delivery: again.value, etag: again.etag } as const]),
  ]);
  return result === 'committed';
}

/**
 * Names one change that makes no version, for the ids of what it owes. Its time is part of it: a press that the
 * department has forgotten may come again and be carried out again, and what it then owes is something new. An id that
 * was there already would be a conflict however often the change was judged anew.
 *
 * @param what the act, and the press or message it came from
 */
export function causeOf(departmentId: DepartmentId, what: string, at: Date): string {
  return `${departmentId}-${what}-${at.getTime()}`;
}

/**
 * What shows a change to everyone in the channel: on the card that was used, if one was, and on the request card
 * where that is another.
 *
 * @param cause makes these deliveries' ids different from those of every other change
 */
export function cardUpdates(
  departmentId: DepartmentId,
  cause: string,
  at: Date,
  used: PostedMessage | undefined,
): readonly Delivery[] {
  const request = { kind: 'update request card', departmentId, unless: used } as const;
  return [
    ...(used === undefined
      ? []
      : [newDelivery(`update-${cause}`, { kind: 'update card', departmentId, posted: used }, at)]),
    newDelivery(`update-request-${cause}`, request, at),
  ];
}

/** Words to the department in the thread of its request card. */
export function departmentNotice(
  departmentId: DepartmentId,
  notice: DepartmentNotice,
  cause: string,
  at: Date,
): Delivery {
  return newDelivery(`notice-${cause}`, { kind: 'post department notice', departmentId, notice }, at);
}
