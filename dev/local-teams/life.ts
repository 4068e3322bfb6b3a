import type { Activities, ChannelEvent, TeamEvent } from './activities.js';
import type { BotEndpoint } from './bot-endpoint.js';
import type { Channel, ChannelKind, Directory, Person, Team } from './directory.js';

/**
 * What happens to teams and channels in the course of time. Each tells the bot where it is installed, with the event that
 * Microsoft documents, and resolves with the bot's statuses, in order: none where the bot is not told.
 */
export interface Life {
  createChannel(team: Team, name: string, by: Person, kind?: ChannelKind): Promise<Channel>;
  renameChannel(channel: Channel, name: string, by: Person): Promise<readonly number[]>;
  /** A deleted channel can be restored. Until then nobody can write in it. */
  deleteChannel(channel: Channel, by: Person): Promise<readonly number[]>;
  restoreChannel(channel: Channel, by: Person): Promise<readonly number[]>;
  renameTeam(team: Team, name: string, by: Person): Promise<readonly number[]>;
  /** In an archived team everything can be read, and nothing written. */
  archiveTeam(team: Team, by: Person): Promise<readonly number[]>;
  unarchiveTeam(team: Team, by: Person): Promise<readonly number[]>;
  deleteTeam(team: Team, by: Person): Promise<readonly number[]>;
  restoreTeam(team: Team, by: Person): Promise<readonly number[]>;
  /** A newer version of the app takes the place of the older one. */
  upgradeBot(team: Team, by: Person): Promise<readonly number[]>;
}

export interface LifeDependencies {
  readonly directory: Directory;
  readonly activities: Pick<Activities, 'channelEvent' | 'teamEvent' | 'upgraded'>;
  readonly endpoint: Pick<BotEndpoint, 'deliver'>;
  readonly changed: () => void;
}

export function createLife({ directory, activities, endpoint, changed }: LifeDependencies): Life {
  type Told = readonly ReturnType<Activities['teamEvent']>[];

  async function tell(team: Team, told: Told): Promise<readonly number[]> {
    changed();
    if (!directory.hasBot(team)) return [];
    const statuses: number[] = [];
    for (const activity of told) statuses.push((await endpoint.deliver(activity)).status);
    return statuses;
  }

  function teamOf(channel: Channel): Team {
    const team = directory.findTeam(channel.teamId);
    if (team === undefined) throw new Error(`${channel.name} is in no team of this tenant`);
    return team;
  }

  function tellOfChannel(eventType: ChannelEvent, channel: Channel, by: Person) {
    const team = teamOf(channel);
    return tell(team, [activities.channelEvent(eventType, channel, team, by)]);
  }

  const tellOfTeam = (eventType: TeamEvent, team: Team, by: Person) =>
    tell(team, [activities.teamEvent(eventType, team, by)]);

  return {
    async createChannel(team, name, by, kind) {
      const channel = directory.addChannel(team, name, kind);
      await tellOfChannel('channelCreated', channel, by);
      return channel;
    },
    renameChannel(channel, name, by) {
      directory.rename(channel, name);
      return tellOfChannel('channelRenamed', channel, by);
    },
    deleteChannel(channel, by) {
      directory.setDeleted(channel, true);
      return tellOfChannel('channelDeleted', channel, by);
    },
    restoreChannel(channel, by) {
      directory.setDeleted(channel, false);
      return tellOfChannel('channelRestored', channel, by);
    },
    renameTeam(team, name, by) {
      directory.rename(team, name);
      return tellOfTeam('teamRenamed', team, by);
    },
    archiveTeam(team, by) {
      directory.setCondition(team, 'archived');
      return tellOfTeam('teamArchived', team, by);
    },
    unarchiveTeam(team, by) {
      directory.setCondition(team, 'in use');
      return tellOfTeam('teamUnarchived', team, by);
    },
    deleteTeam(team, by) {
      directory.setCondition(team, 'deleted');
      return tellOfTeam('teamDeleted', team, by);
    },
    restoreTeam(team, by) {
      directory.setCondition(team, 'in use');
      return tellOfTeam('teamRestored', team, by);
    },
    upgradeBot: (team, by) => tell(team, activities.upgraded(team, by)),
  };
}
