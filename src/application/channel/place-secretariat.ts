import type { RegisteredChannel, RegisteredSecretariat } from '../../domain/channel/department.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelNames, ChannelRegistry, Clock, Messenger } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { type ChannelRequest, traceOf } from './registration-trace.js';

export type PlaceSecretariatOutcome =
  | { readonly kind: 'placed'; readonly secretariat: RegisteredSecretariat }
  /** `isTold`: whether the old channel has been told where the secretariat is now. */
  | { readonly kind: 'moved'; readonly secretariat: RegisteredSecretariat; readonly isTold: boolean }
  /** Another channel is the secretariat's. Nothing was written: the person must say that they mean it. */
  | { readonly kind: 'move?'; readonly from: RegisteredSecretariat }
  /** The channel is a department's, and must be unregistered first. */
  | { readonly kind: 'in use'; readonly by: RegisteredChannel };

export interface PlacingDependencies {
  readonly channels: ChannelRegistry;
  readonly channelNames: ChannelNames;
  readonly messenger: Messenger;
  readonly clock: Clock;
}

/**
 * Makes a channel the secretariat's, or moves the secretariat to it. A tenant has one secretariat. Its secretaries, and
 * the rounds that are under way, move along.
 *
 * @param isMeant whether the person has said that the secretariat is to be moved from the channel where it is now
 */
export async function placeSecretariat(
  deps: PlacingDependencies,
  request: ChannelRequest,
  isMeant: (from: RegisteredSecretariat) => boolean,
): Promise<PlaceSecretariatOutcome> {
  return untilStored('place secretariat', () => tryPlacing(deps, request, isMeant));
}

async function tryPlacing(
  deps: PlacingDependencies,
  request: ChannelRequest,
  isMeant: (from: RegisteredSecretariat) => boolean,
): Promise<PlaceSecretariatOutcome | typeof CONFLICT> {
  const { channels, channelNames, messenger, clock } = deps;
  const { address } = request;
  const present = await unlessUnreadable(channels.find(address));
  if (present?.purpose === 'department') return { kind: 'in use', by: present };
  const from = present === undefined ? await unlessUnreadable(channels.secretariat(address.tenantId)) : undefined;
  if (from !== undefined && !isMeant(from)) return { kind: 'move?', from };
  const name = await channelNames.nameOf(address);
  const before = present ?? from ?? (await remembered(channels, address));
  const secretaries = before?.secretaries ?? [];
  const secretariat = { ...before, purpose: 'secretariat', address, secretaries, name } as const;
  const act = from === undefined ? 'secretariat registered' : 'secretariat moved';
  const trace = traceOf(request, { at: clock.now(), act, departmentId: undefined, subject: undefined });
  if (from !== undefined) {
    const result = await channels.move(from.address, secretariat, trace);
    // Someone else was first. What they did is told, and not undone.
    if (result === 'changed') return placeSecretariat(deps, request, () => false);
    const told = await messenger.post(from.address, { kind: 'secretariat moved', to: name });
    return { kind: 'moved', secretariat, isTold: told.kind === 'sent' };
  }
  const result = await channels.register(secretariat, trace, { present });
  if (result.outcome === 'changed') return CONFLICT;
  if (result.outcome === 'registered') return { kind: 'placed', secretariat };
  return result.by.purpose === 'secretariat' ? { kind: 'move?', from: result.by } : { kind: 'in use', by: result.by };
}

/** The secretariat that the channel had before it was unregistered. */
async function remembered(
  channels: ChannelRegistry,
  address: ChannelRequest['address'],
): Promise<RegisteredSecretariat | undefined> {
  const was = await unlessUnreadable(channels.findRemoved(address));
  return was?.purpose === 'secretariat' ? was : undefined;
}
