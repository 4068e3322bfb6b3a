import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { RegisteredChannel } from '../../domain/channel/department.js';
import type { ChannelRegistry } from '../ports.js';

/**
 * Frees a channel for another purpose. Rounds under way keep the channel they were started with.
 *
 * @returns what the channel was, `unreadable` when that cannot be read, or undefined when it was nothing.
 */
export async function unregisterChannel(
  { channels }: { readonly channels: ChannelRegistry },
  address: ChannelAddress,
): Promise<RegisteredChannel | 'unreadable' | undefined> {
  return channels.remove(address);
}
