import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { RegisteredChannel } from '../../domain/channel/department.js';
import type { ChannelRegistry } from '../ports.js';

/**
 * Makes a channel free for another purpose. Rounds that have started keep the channel.
 *
 * @returns what the channel was, `unreadable` when that cannot be read, or undefined when it was not registered
 */
export async function unregisterChannel(
  { channels }: { readonly channels: ChannelRegistry },
  address: ChannelAddress,
): Promise<RegisteredChannel | 'unreadable' | undefined> {
  return channels.remove(address);
}
