import {
  departmentIn,
  type PlacedDepartment,
  type RegisteredChannel,
  type RegisteredDepartment,
} from '../../domain/channel/department.js';
import type { DepartmentId } from '../../domain/ids.js';
import type { ChannelRegistry } from '../ports.js';

/** A department that is registered, in the channel that has it. */
export interface FoundDepartment {
  readonly channel: RegisteredDepartment;
  readonly placed: PlacedDepartment;
}

/** Finds a department of a tenant in whatever channel it is now. */
export async function findDepartment(
  channels: Pick<ChannelRegistry, 'list'>,
  tenantId: string,
  id: DepartmentId,
): Promise<FoundDepartment | undefined> {
  return foundIn(await channels.list(tenantId), id);
}

/** Finds a department in the channel that has it. */
function foundIn(all: readonly RegisteredChannel[], id: DepartmentId): FoundDepartment | undefined {
  for (const channel of all) {
    const placed = departmentIn(channel, id);
    if (placed !== undefined && channel.purpose === 'department') return { channel, placed };
  }
  return undefined;
}
