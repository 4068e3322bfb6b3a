import type { ChannelAddress } from '../../domain/channel/channel.js';
import { departmentsIn, type OtherDepartment, type RegisteredChannel } from '../../domain/channel/department.js';
import { departmentNameKey } from '../../domain/channel/department-name.js';
import { DEPARTMENTS_IN_A_CHANNEL_MAX } from '../../domain/limits.js';
import type { ChannelRegistry } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

/** The departments that once answered in a channel and do not now, those that left last first. */
export async function rememberedIn(
  channels: Pick<ChannelRegistry, 'findRemoved'>,
  address: ChannelAddress,
  present: RegisteredChannel | undefined,
): Promise<readonly OtherDepartment[]> {
  if (present !== undefined) return present.purpose === 'department' ? present.retired : [];
  const was = await unlessUnreadable(channels.findRemoved(address));
  return was?.purpose === 'department' ? [...departmentsIn(was), ...was.retired] : [];
}

/** Takes the department of a name out of those that are remembered. Its settings are as they were; its name is new. */
export function recall(
  remembered: readonly OtherDepartment[],
  name: string,
): { readonly found: OtherDepartment | undefined; readonly rest: readonly OtherDepartment[] } {
  const key = departmentNameKey(name);
  const found = remembered.find(({ department }) => departmentNameKey(department.name) === key);
  const rest = remembered.filter((each) => each !== found).slice(0, DEPARTMENTS_IN_A_CHANNEL_MAX);
  return { found: found && { ...found, department: { ...found.department, name } }, rest };
}
