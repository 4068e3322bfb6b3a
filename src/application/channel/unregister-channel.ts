import type { RegisteredChannel } from '../../domain/channel/department.js';
import type { RegistryAuditLine } from '../../domain/channel/registry-audit.js';
import type { ChannelRegistry, Clock } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { type ChannelRequest, traceOf } from './registration-trace.js';

export type UnregisterOutcome =
  | { readonly kind: 'unregistered'; readonly was: RegisteredChannel | 'unreadable' }
  | { readonly kind: 'not registered' }
  /** The channel is registered as something else than what is to be undone. */
  | { readonly kind: 'in use'; readonly by: RegisteredChannel };

/**
 * Makes a channel free for another purpose. Rounds that have started keep the channel.
 *
 * @param as what the person may undo; a channel that cannot be read may have been either
 */
export async function unregisterChannel(
  { channels, clock }: { readonly channels: ChannelRegistry; readonly clock: Clock },
  request: ChannelRequest,
  as: RegisteredChannel['purpose'],
): Promise<UnregisterOutcome> {
  const read = await unlessUnreadable(channels.find(request.address).then((channel) => ({ channel })));
  const present = read === undefined ? 'unreadable' : read.channel;
  if (present === undefined) return { kind: 'not registered' };
  if (present !== 'unreadable' && present.purpose !== as) return { kind: 'in use', by: present };
  const was = await channels.remove(request.address, traceOf(request, { at: clock.now(), ...unregistered(present) }));
  return was === undefined ? { kind: 'not registered' } : { kind: 'unregistered', was };
}

function unregistered(
  channel: RegisteredChannel | 'unreadable',
): Pick<RegistryAuditLine, 'act' | 'departmentId' | 'subject'> {
  if (channel === 'unreadable') {
    return { act: 'unreadable unregistered', departmentId: undefined, subject: undefined };
  }
  if (channel.purpose === 'secretariat') {
    return { act: 'secretariat unregistered', departmentId: undefined, subject: undefined };
  }
  const { id, name } = channel.department;
  return { act: 'department unregistered', departmentId: id, subject: name };
}
