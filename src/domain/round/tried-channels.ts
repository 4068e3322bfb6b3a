import type { ChannelAddress } from '../channel/channel.js';
import type { KnownChannel, KnownTeam } from '../channel/known-team.js';
import { type WhyNotReached, whyNotReached } from '../channel/reach.js';
import { TEAM_CHANNELS_MAX } from '../limits.js';
import type { Invitation } from './round.js';

/*
 * Whether the departments of a round can be reached, before the round is sent: what Teams has just told of their teams,
 * and beside it what the bot knows of them.
 */

/** What Teams has told of a team. `bot removed`: it refuses to tell the bot anything. */
export type ToldOfTeam =
  | 'bot removed'
  | {
      readonly name: string | undefined;
      /** At most `TEAM_CHANNELS_MAX`. */
      readonly channels: readonly Pick<KnownChannel, 'id'>[];
    };

/** A department in whose channel the bot cannot write. */
export interface NotReached {
  /** Its name. */
  readonly department: string;
  readonly why: WhyNotReached;
  /** The name of its team, where that is known. */
  readonly team: string | undefined;
}

/** Each department of a round is in one of the three. */
export interface TriedChannels {
  /** How many of them can be reached. */
  readonly reached: number;
  readonly notReached: readonly NotReached[];
  /** The names of those of whose teams Teams has told nothing yet. */
  readonly notTried: readonly string[];
}

/** @param told what Teams has told of teams, by their ids */
export function triedChannels(
  invitations: readonly Invitation[],
  known: readonly KnownTeam[],
  told: ReadonlyMap<string, ToldOfTeam>,
): TriedChannels {
  const tried = invitations.map(({ department: { name: department }, address }) => {
    const team = teamOf(address, known);
    const now = team.id === undefined ? undefined : told.get(team.id);
    const why = whyNow(address, known, now);
    const name = (now === 'bot removed' ? undefined : now?.name) ?? team.known?.name;
    return { department, why, team: name, isTried: why !== undefined || now !== undefined };
  });
  return {
    reached: tried.filter(({ why, isTried }) => isTried && why === undefined).length,
    notReached: tried.flatMap(({ department, why, team }) => (why === undefined ? [] : [{ department, why, team }])),
    notTried: tried.flatMap(({ department, isTried }) => (isTried ? [] : [department])),
  };
}

/** The team of a channel. Not every address names it, but the list of the known team's channels may have the channel. */
export function teamOf(
  { teamId, channelId }: ChannelAddress,
  known: readonly KnownTeam[],
): { readonly id: string | undefined; readonly known: KnownTeam | undefined } {
  const found = known.find((each) => each.teamId === teamId || each.channels.some(({ id }) => id === channelId));
  return { id: teamId ?? found?.teamId, known: found };
}

function whyNow(
  address: ChannelAddress,
  known: readonly KnownTeam[],
  told: ToldOfTeam | undefined,
): WhyNotReached | undefined {
  const before = whyNotReached(address, known);
  // Teams describes an archived team as any other.
  if (told === undefined || before === 'archived') return before;
  if (told === 'bot removed') return before ?? told;
  if (told.channels.some(({ id }) => id === address.channelId)) return undefined;
  // A team's id is also its first channel's, which cannot be deleted. The list may lack private and shared channels, and
  // a very long list is cut.
  if (address.channelId === address.teamId || told.channels.length >= TEAM_CHANNELS_MAX || isOfMembers(address, known))
    return before;
  return 'channel deleted';
}

function isOfMembers({ channelId }: ChannelAddress, known: readonly KnownTeam[]): boolean {
  return known.some(({ channels }) => channels.some(({ id, kind }) => id === channelId && kind !== 'standard'));
}
