import { TEAM_CHANNELS_MAX } from '../limits.js';
import type { KnownChannel, KnownTeam } from './known-team.js';

/** What a list of Teams says about a team that has the bot. */
interface Description {
  readonly name: string | undefined;
  readonly groupId: string | undefined;
  readonly channels: readonly Pick<KnownChannel, 'id' | 'name' | 'kind'>[];
}

/**
 * A team as Teams describes it now. Standard channels that are known and not listed have been deleted. Private and
 * shared ones may have left the list for other reasons, and so may any channel where the list is as long as it may be.
 */
export function asDescribed(team: KnownTeam, { name, groupId, channels: listed }: Description): KnownTeam {
  const isWhole = listed.length < TEAM_CHANNELS_MAX;
  const present = listed.map((channel): KnownChannel => ({ ...channel, isDeleted: false }));
  const ids = new Set(listed.map(({ id }) => id));
  const others = team.channels
    .filter(({ id }) => !ids.has(id))
    .map((each) => (isWhole && each.kind === 'standard' ? { ...each, isDeleted: true } : each));
  return {
    ...team,
    name: name ?? team.name,
    groupId: groupId ?? team.groupId,
    channels: [...present, ...others].slice(0, TEAM_CHANNELS_MAX),
  };
}
