import { type DepartmentId, operationId } from '../../domain/ids.js';
import type { Round, RoundDepartment } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { changesOf, commitChange, type DepartmentChange } from './change-department.js';

/**
 * How many departments one transaction changes. Our choice: the largest rows of so many are smaller together than a
 * transaction may be (4 MiB). Such a row has 100,000 characters, of three bytes each at most. There is also room
 * for the six rows that a department may add.
 */
const DEPARTMENTS_A_BATCH = 12;

/** What changes in a department, with everything that the change owes. undefined where nothing changes. */
export type ChangeOfOne = (department: RoundDepartment) => DepartmentChange | undefined;

/**
 * Changes every department that can be read, in as few transactions as there is room for. Where somebody answers in
 * between, the departments of that transaction are changed one at a time.
 */
export async function changeEach(rounds: RoundStore, round: Round, changeOf: ChangeOfOne): Promise<void> {
  const all = await rounds.readDepartments(round.id);
  const left = all.flatMap((present) => {
    const change = changeOf(present.value);
    return change === undefined ? [] : [{ ...change, ...changesOf(present, change) }];
  });
  for (let first = 0; first < left.length; first += DEPARTMENTS_A_BATCH) {
    const batch = left.slice(first, first + DEPARTMENTS_A_BATCH);
    const operation = operationId('each', batch.length, ...batch.slice(0, 1).map((each) => each.operation));
    const changes = batch.flatMap((each) => each.changes);
    if ((await rounds.commit(round.id, operation, changes)) === 'committed') continue;
    for (const { department } of batch) await changeOne(rounds, round, department.department.id, changeOf);
  }
}

/** @returns false for a department that cannot be read */
export async function changeOne(
  rounds: RoundStore,
  round: Round,
  departmentId: DepartmentId,
  changeOf: ChangeOfOne,
): Promise<boolean> {
  return untilStored('change department', async () => {
    const present = await unlessUnreadable(rounds.readDepartment(round.id, departmentId));
    if (present === undefined) return false;
    const change = changeOf(present.value);
    if (change === undefined) return true;
    return (await commitChange(rounds, present, change)) === undefined ? CONFLICT : true;
  });
}
