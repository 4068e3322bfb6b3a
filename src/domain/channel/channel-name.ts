import type { ChannelAddress } from './channel.js';
import type { KnownTeam } from './known-team.js';

/** The name of a channel with that of its team, as people look for it: *Sekretariatet (Rådhuset)*. */
export function nameWithTeam(channel: string | undefined, team: string | undefined): string | undefined {
  if (channel === undefined) return team;
  return team === undefined ? channel : `${channel} (${team})`;
}

/** The name of a channel of a team, as far as it is known; undefined for a channel of another team. */
export function knownName({ channelId }: ChannelAddress, team: KnownTeam): string | undefined {
  // The first channel of a team has no name of its own, because clients show it in the reader's language.
  if (channelId === team.teamId) return team.name;
  const channel = team.channels.find(({ id }) => id === channelId);
  if (channel?.name === undefined || team.name === undefined) return undefined;
  return nameWithTeam(channel.name, team.name);
}
