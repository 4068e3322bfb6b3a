import type { ChannelAddress } from '../../domain/channel/channel.js';
import { THREAD_ROUNDS_MAX } from '../../domain/limits.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { requestDeliveryId } from '../../domain/work/delivery.js';
import type { ChannelRegistry, RoundIndex, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
}

/** A message in a department's channel, and what it may be about. */
export interface AskedRounds {
  /** The department in the round whose card began the thread of the message; undefined where none did. */
  readonly ofThread: RoundDepartment | undefined;
  /** The department in the newest round that asks it, closed or not. */
  readonly newest: RoundDepartment | undefined;
  /** The same of the rounds that still take answers. */
  readonly newestOpen: RoundDepartment | undefined;
}

/**
 * Finds the rounds that a message in a channel may be about, among the newest. One that cannot be read is none of them.
 *
 * @param thread the message's thread, `<channelId>;messageid=<root>`; undefined for a message that begins one
 * @returns undefined for a channel that is no department's
 */
export async function findAskedRounds(
  { channels, index, rounds }: Dependencies,
  address: ChannelAddress,
  thread: string | undefined,
): Promise<AskedRounds | undefined> {
  const channel = await channels.find(address);
  if (channel?.purpose !== 'department') return undefined;
  const departmentId = channel.department.id;
  let newest: RoundDepartment | undefined;
  let newestOpen: RoundDepartment | undefined;
  const all = (await index.list()).filter(({ tenantId }) => tenantId === address.tenantId);
  for (const { roundId } of all.slice(0, THREAD_ROUNDS_MAX)) {
    const department = (await unlessUnreadable(rounds.readDepartment(roundId, departmentId)))?.value;
    if (department === undefined) continue;
    newest ??= department;
    if (!department.isLocked) newestOpen ??= department;
    const isFound = thread === undefined ? newestOpen !== undefined : await isThreadOf(rounds, department, thread);
    if (isFound) return { ofThread: thread === undefined ? undefined : department, newest, newestOpen };
  }
  return { ofThread: undefined, newest, newestOpen };
}

/** Whether it is the department's card in its round that began the thread. */
async function isThreadOf(
  rounds: RoundStore,
  { roundId, department }: RoundDepartment,
  thread: string,
): Promise<boolean> {
  const delivery = await unlessUnreadable(rounds.readDelivery(roundId, requestDeliveryId(department.id)));
  return delivery?.value.posted?.conversationId === thread;
}
