import type { AuditLine } from '../../domain/audit.js';
import type { DepartmentId, OperationId } from '../../domain/ids.js';
import type { ReplyVersion } from '../../domain/reply/reply.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { type DeliveryTask, type DepartmentNotice, inLane, laneOf, newDelivery } from '../../domain/work/delivery.js';
import type { RoundChange, RoundStore, Stored } from '../ports.js';

/** Everything that one change of a department writes. */
export interface DepartmentChange {
  readonly operation: OperationId;
  readonly department: RoundDepartment;
  readonly version?: ReplyVersion;
  readonly lines: readonly AuditLine[];
  /** What the change owes. */
  readonly owes: readonly DeliveryTask[];
  readonly at: Date;
  /** What makes an earlier delivery owed again. */
  readonly again?: readonly RoundChange[];
}

/**
 * Writes a change if the department is still as it was read.
 *
 * @returns the department as it is written; undefined when someone else changed it first, and nothing was written
 */
export async function commitChange(
  rounds: RoundStore,
  present: Stored<RoundDepartment>,
  change: DepartmentChange,
): Promise<RoundDepartment | undefined> {
  const { department, changes } = changesOf(present, change);
  const result = await rounds.commit(present.value.roundId, change.operation, changes);
  return result === 'committed' ? department : undefined;
}

/** The rows that a change writes, and the department among them. */
export function changesOf(
  present: Stored<RoundDepartment>,
  { department, version, lines, owes, at, again = [] }: DepartmentChange,
): { readonly department: RoundDepartment; readonly changes: readonly RoundChange[] } {
  const { department: same, changes: before } = present.value;
  const after = owes.length === 0 ? department : { ...department, changes: before + 1 };
  const isShown = owes.some(({ kind }) => kind === 'refresh cards');
  const deliveries = [...owes, ...(isShown ? secretariatsCards(after) : [])].map((task) =>
    newDelivery(deliveryId(after, task, at), task, at),
  );
  return {
    department: after,
    changes: [
      ...(version === undefined ? [] : [{ change: 'insert version', departmentId: same.id, version } as const]),
      { change: 'replace department', department: after, etag: present.etag },
      ...lines.map((line) => ({ change: 'insert audit line', line }) as const),
      ...deliveries.map((delivery) => ({ change: 'insert delivery', delivery }) as const),
      ...again,
    ],
  };
}

/** A change that everyone in the department's channel sees is seen on the secretariat's cards about it too. */
export function secretariatsCards({
  department: { id: departmentId },
  decisionCard,
  questions,
}: Pick<RoundDepartment, 'department' | 'decisionCard' | 'questions'>): readonly DeliveryTask[] {
  return [
    ...(decisionCard === undefined ? [] : [{ kind: 'refresh decision card', departmentId } as const]),
    ...(questions.some(({ card }) => card !== undefined) ? [{ kind: 'refresh questions', departmentId } as const] : []),
  ];
}

/** Enough digits for the number of a change, so that ids sort as numbers do. */
const CHANGE_DIGITS = 6;

/**
 * The id of what a change owes. It has the number of the change, so that a lane sorts by it. It also has the time,
 * because version 0.1 of the bot does not count the changes, and might use a number again.
 */
function deliveryId({ department, changes }: RoundDepartment, task: DeliveryTask, at: Date): string {
  const what = `${task.kind.replaceAll(' ', '-')}-${department.id}-${at.getTime()}`;
  return inLane(laneOf(task), `${changeNumber({ changes })}-${what}`);
}

/** The number of the department's newest change, as the ids of deliveries begin. */
export function changeNumber({ changes }: Pick<RoundDepartment, 'changes'>): string {
  return String(changes).padStart(CHANGE_DIGITS, '0');
}

/** Shows a change to everyone in the department's channel. @param mayComplete whether the notat may be complete now */
export function refreshCards(departmentId: DepartmentId, mayComplete = false): DeliveryTask {
  return { kind: 'refresh cards', departmentId, mayComplete, also: undefined };
}

/** A short message to the department in the thread of its request card. */
export function departmentNotice(departmentId: DepartmentId, notice: DepartmentNotice): DeliveryTask {
  return { kind: 'post department notice', departmentId, notice };
}
