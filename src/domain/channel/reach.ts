import type { ChannelAddress } from './channel.js';
import type { KnownTeam, TeamState } from './known-team.js';

/** Why nothing can be written in a channel. */
export type WhyNotReached = Exclude<TeamState, 'present'> | 'channel deleted';

/**
 * Whether the bot can write in a channel, as far as the events and lists of Teams have told. What is not known counts as
 * reachable, because only a message that Teams has refused can show the opposite.
 *
 * @param teams the known teams of the channel's tenant
 * @returns undefined for a channel in which the bot can write
 */
export function whyNotReached(
  { teamId, channelId }: Pick<ChannelAddress, 'teamId' | 'channelId'>,
  teams: readonly KnownTeam[],
): WhyNotReached | undefined {
  const team = teamOf({ teamId, channelId }, teams);
  if (team === undefined) return undefined;
  if (team.state !== 'present') return team.state;
  const channel = team.channels.find(({ id }) => id === channelId);
  return channel?.isDeleted === true ? 'channel deleted' : undefined;
}

/** The team of a channel, among those that are known. Not every address names it. */
export function teamOf(
  { teamId, channelId }: Pick<ChannelAddress, 'teamId' | 'channelId'>,
  teams: readonly KnownTeam[],
): KnownTeam | undefined {
  return teams.find((each) => each.teamId === teamId || each.channels.some(({ id }) => id === channelId));
}
