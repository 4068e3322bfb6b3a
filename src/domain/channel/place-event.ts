import { TEAM_CHANNELS_MAX } from '../limits.js';
import { type KnownChannel, type KnownTeam, newTeam, type TeamState } from './known-team.js';
import type { RegainedPlace } from './regained-place.js';

/** A channel as an event names it. */
export interface NamedChannel extends Pick<KnownChannel, 'id' | 'name'> {
  /** undefined where the event does not tell it. */
  readonly kind: KnownChannel['kind'] | undefined;
}

/** What has happened to a team, or to a channel of it. */
export type PlaceChange =
  | {
      readonly kind: 'channel created' | 'channel renamed' | 'channel deleted' | 'channel restored';
      readonly channel: NamedChannel;
    }
  | {
      readonly kind:
        | 'bot added'
        | 'bot upgraded'
        /** Somebody writes to the bot in the team, so it is there. */
        | 'bot seen'
        | 'bot removed'
        | 'team archived'
        | 'team unarchived'
        | 'team deleted'
        | 'team restored'
        | 'team renamed';
    }
  /** The Entra ids of the people, as far as Teams tells them. They are in none of the team's rosters any more. */
  | { readonly kind: 'people left' | 'people came'; readonly ids: readonly (string | undefined)[] };

/** What Teams tells the bot about a team that has it. */
export interface PlaceEvent {
  readonly tenantId: string;
  readonly teamId: string;
  /** undefined where the event does not tell it. Then a team that is not known stays so. */
  readonly serviceUrl: string | undefined;
  /** The team's name and its Entra group, where the event tells them. */
  readonly teamName: string | undefined;
  readonly groupId: string | undefined;
  readonly change: PlaceChange;
}

/** Events after which the bot cannot write in the team, and the state that the team then has. */
const LOST: ReadonlyMap<PlaceChange['kind'], Exclude<TeamState, 'present'>> = new Map([
  ['bot removed', 'bot removed'],
  ['team archived', 'archived'],
  ['team deleted', 'deleted'],
]);

/** Events that end a state. An installation ends all: the app can be added only to a team that is in use. */
const REGAINED: ReadonlyMap<PlaceChange['kind'], ReadonlySet<TeamState>> = new Map([
  ['bot added', new Set<TeamState>(['bot removed', 'archived', 'deleted'])],
  ['bot upgraded', new Set<TeamState>(['bot removed', 'archived', 'deleted'])],
  ['bot seen', new Set<TeamState>(['bot removed', 'archived', 'deleted'])],
  ['team unarchived', new Set<TeamState>(['archived'])],
  ['team restored', new Set<TeamState>(['deleted'])],
]);

/** Whether the bot should ask for the whole team: it may have missed events while it could not hear any. */
export function isWorthAsking({ change }: PlaceEvent, known: KnownTeam | undefined): boolean {
  if (known === undefined) return !LOST.has(change.kind);
  return change.kind === 'bot seen' ? known.state !== 'present' : REGAINED.has(change.kind);
}

/** Where the bot can write again after an event; undefined for all other events. */
export function regainedBy({ tenantId, teamId, change }: PlaceEvent): RegainedPlace | undefined {
  if (change.kind === 'channel restored') return { tenantId, teamId, channelId: change.channel.id };
  // An upgrade of the app is no new installation, and people write all the time.
  const isRegained = REGAINED.has(change.kind) && change.kind !== 'bot upgraded' && change.kind !== 'bot seen';
  return isRegained ? { tenantId, teamId, channelId: undefined } : undefined;
}

/**
 * A team after an event, which may have been told before, or late. A team that is deleted stays so whatever else is told
 * of it, until it is restored.
 *
 * @param known undefined for a team that is not known yet
 * @returns the same team where nothing has changed; undefined for a team that stays unknown
 */
export function teamAfter(known: KnownTeam | undefined, event: PlaceEvent, now: Date): KnownTeam | undefined {
  const { tenantId, teamId, serviceUrl, change } = event;
  const before = known ?? (serviceUrl === undefined ? undefined : newTeam({ tenantId, teamId, serviceUrl }, now));
  if (before === undefined) return undefined;
  const state = stateAfter(before.state, change.kind);
  return {
    ...before,
    serviceUrl: serviceUrl ?? before.serviceUrl,
    name: event.teamName ?? before.name,
    groupId: event.groupId ?? before.groupId,
    state,
    since: state === before.state ? before.since : now,
    channels: 'channel' in change ? channelsAfter(before, change) : before.channels,
  };
}

function stateAfter(state: TeamState, kind: PlaceChange['kind']): TeamState {
  if (REGAINED.get(kind)?.has(state) === true) return 'present';
  return state === 'deleted' ? state : (LOST.get(kind) ?? state);
}

function channelsAfter(
  { teamId, channels }: KnownTeam,
  { kind, channel }: Extract<PlaceChange, { readonly channel: NamedChannel }>,
): readonly KnownChannel[] {
  const present = channels.find(({ id }) => id === channel.id);
  // Word of a creation or of a new name may come after word of the deletion.
  const wasDeleted = kind !== 'channel restored' && present?.isDeleted === true;
  const isDeleted = kind === 'channel deleted' || wasDeleted;
  // The first channel of a team has no name of its own in the lists either.
  const name = channel.id === teamId ? undefined : (channel.name ?? present?.name);
  const changed = { id: channel.id, name, kind: channel.kind ?? present?.kind ?? 'standard', isDeleted };
  if (present !== undefined) return channels.map((each) => (each === present ? changed : each));
  return channels.length < TEAM_CHANNELS_MAX ? [...channels, changed] : channels;
}
