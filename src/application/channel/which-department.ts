import {
  departmentIn,
  departmentsIn,
  type PlacedDepartment,
  type RegisteredDepartment,
} from '../../domain/channel/department.js';
import type { DepartmentId } from '../../domain/ids.js';

/** Several departments answer in the channel, and the person has not said which is meant. Nothing was done. */
export interface WhichDepartment {
  readonly kind: 'which department?';
  readonly departments: readonly PlacedDepartment[];
}

/**
 * The department that a person means who asks for something in a channel.
 *
 * @param said the department that the person has named; undefined for the only one of the channel
 */
export function departmentMeant(
  channel: RegisteredDepartment,
  said: DepartmentId | undefined,
): { readonly kind: 'this'; readonly placed: PlacedDepartment } | WhichDepartment {
  const departments = departmentsIn(channel);
  const [first, ...others] = departments;
  const placed = said === undefined && others.length === 0 ? first : said && departmentIn(channel, said);
  return placed === undefined ? { kind: 'which department?', departments } : { kind: 'this', placed };
}
