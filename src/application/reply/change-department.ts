import type { AuditLine } from '../../domain/audit.js';
import type { PostedMessage } from '../../domain/channel/channel.js';
import type { DepartmentId, OperationId } from '../../domain/ids.js';
import type { ReplyVersion } from '../../domain/reply/reply.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { type Delivery, type DepartmentNotice, newDelivery } from '../../domain/work/delivery.js';
import type { RoundStore, Stored } from '../ports.js';

/** Everything that one change of a department writes. */
export interface DepartmentChange {
  readonly operation: OperationId;
  readonly department: RoundDepartment;
  readonly version?: ReplyVersion;
  readonly lines: readonly AuditLine[];
  readonly deliveries: readonly Delivery[];
  /** An earlier delivery that is owed again, with the tag that it was read with. */
  readonly again?: Stored<Delivery>;
}

/**
 * Writes a change if the department is still as it was read.
 *
 * @returns false when someone else changed the department first, and nothing was written
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
 * Names one change that makes no version. The ids of the deliveries that it owes contain this name, and the name
 * contains the time. A press may be delivered again after the department's row has forgotten it. It is then carried out
 * again, and owes new deliveries. If their ids existed already, every try to store the change would be a conflict.
 *
 * @param what the act, and the press or message that it came from
 */
export function causeOf(departmentId: DepartmentId, what: string, at: Date): string {
  return `${departmentId}-${what}-${at.getTime()}`;
}

/**
 * The deliveries that show a change to everyone in the channel: one for the card that was used, if any, and one for the
 * request card, unless that is the same card.
 *
 * @param cause makes the ids of these deliveries different from those of every other change
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

/** A short message to the department in the thread of its request card. */
export function departmentNotice(
  departmentId: DepartmentId,
  notice: DepartmentNotice,
  cause: string,
  at: Date,
): Delivery {
  return newDelivery(`notice-${cause}`, { kind: 'post department notice', departmentId, notice }, at);
}
