import type { RegisteredChannel } from '../../domain/channel/department.js';
import type { RegistryAuditLine } from '../../domain/channel/registry-audit.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { type ChannelRequest, traceOf } from './registration-trace.js';
import { type RetireDepartmentOutcome, retireDepartment } from './retire-department.js';
import { departmentMeant, type WhichDepartment } from './which-department.js';

export type UnregisterOutcome =
  | { readonly kind: 'unregistered'; readonly was: RegisteredChannel | 'unreadable' }
  | { readonly kind: 'not registered' }
  /** Several departments answer in the channel, and only the one that the person has named was taken away. */
  | Extract<RetireDepartmentOutcome, { kind: 'retired' }>
  | WhichDepartment
  /** The channel is registered as something else than what is to be undone. */
  | { readonly kind: 'in use'; readonly by: RegisteredChannel };

/**
 * Makes a channel free for another purpose, or takes away the department that the person has named where several answer
 * there. Rounds that have started keep the channel.
 *
 * @param as what the person may undo; a channel that cannot be read may have been either
 */
export async function unregisterChannel(
  deps: { readonly channels: ChannelRegistry; readonly clock: Clock },
  request: ChannelRequest,
  as: RegisteredChannel['purpose'],
): Promise<UnregisterOutcome> {
  return untilStored('unregister channel', () => tryUnregistering(deps, request, as));
}

async function tryUnregistering(
  { channels, clock }: { readonly channels: ChannelRegistry; readonly clock: Clock },
  request: ChannelRequest,
  as: RegisteredChannel['purpose'],
): Promise<UnregisterOutcome | typeof CONFLICT> {
  const read = await unlessUnreadable(channels.find(request.address).then((channel) => ({ channel })));
  const present = read === undefined ? 'unreadable' : read.channel;
  if (present === undefined) return { kind: 'not registered' };
  if (present !== 'unreadable' && present.purpose !== as) return { kind: 'in use', by: present };
  if (present !== 'unreadable' && present.purpose === 'department' && present.others.length > 0) {
    const meant = departmentMeant(present, request.departmentId);
    if (meant.kind !== 'this') return meant;
    return retireDepartment({ channels, clock }, request, meant.placed.department.id);
  }
  const basedOn = present === 'unreadable' ? undefined : { present };
  const trace = traceOf(request, { at: clock.now(), ...unregistered(present) });
  const was = await channels.remove(request.address, trace, basedOn);
  if (was === 'changed') return CONFLICT;
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
