import type { NotatId } from '../../domain/ids.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { RoundStore } from '../ports.js';
import { showDepartment } from '../reply/asked-department.js';
import type { DepartmentAction } from '../reply/press-department.js';
import { isNotAllowed, type NotAllowed } from '../rights/not-allowed.js';
import { type RecordedNotat, readRecorded } from './fetch-notat.js';

/** `not final`: the round has no final notat that the department has been told of. */
export type ReadFinalOutcome =
  | (RecordedNotat & { readonly kind: 'read'; readonly department: RoundDepartment })
  | { readonly kind: 'not final'; readonly department: RoundDepartment };

/**
 * The newest final notat, for a department of its round. What all departments have answered becomes readable for each of
 * them once it is final, and not before.
 */
export async function readFinal(
  { rounds }: { readonly rounds: RoundStore },
  action: Pick<DepartmentAction, 'roundId' | 'departmentId' | 'address'>,
): Promise<ReadFinalOutcome | NotAllowed> {
  const found = await showDepartment({ rounds }, action);
  if (isNotAllowed(found)) return found;
  const { department } = found;
  const { final } = department;
  const recorded = final && (await readRecorded(rounds, action.roundId, `final-${final.number}` as NotatId));
  return recorded === undefined ? { kind: 'not final', department } : { kind: 'read', department, ...recorded };
}
