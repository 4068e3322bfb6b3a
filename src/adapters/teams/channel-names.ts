import { z } from 'zod';
import type { ChannelNames, Log } from '../../application/ports.js';
import { nameWithTeam } from '../../domain/channel/channel-name.js';
import { ConnectorRefusal } from './connector-http-client.js';
import { shownName } from './shown-name.js';
import type { TeamsConnector } from './teams-adapter.js';

/** A value of the wrong type counts as left out. */
const text = z.string().optional().catch(undefined);

const Team = z.object({ name: text }).catch({});

const Channels = z
  .object({ conversations: z.array(z.object({ id: text, name: text }).catch({})) })
  .catch({ conversations: [] });

/** Asks the Bot Connector, with two HTTP requests for each channel. */
export function createChannelNames(connector: (serviceUrl: string) => Promise<TeamsConnector>, log: Log): ChannelNames {
  const unlessTold = (error: unknown) => {
    if (error instanceof ConnectorRefusal) log.warn('channel name not told', { status: error.status });
    else log.error('channel name not told', error);
    return undefined;
  };

  return {
    async nameOf({ teamId, channelId, serviceUrl }) {
      if (teamId === undefined) return undefined;
      const ask = async (question: (teams: TeamsConnector) => Promise<unknown>) =>
        connector(serviceUrl).then(question).catch(unlessTold);
      const [list, details] = await Promise.all([
        ask((teams) => teams.fetchChannelList(teamId)),
        ask((teams) => teams.fetchTeamDetails(teamId)),
      ]);
      const listed = Channels.parse(list).conversations.find(({ id }) => id === channelId);
      const channel = shownName(listed?.name);
      const team = shownName(Team.parse(details).name);
      // The first channel of a team has no name of its own, because clients show it in the reader's language.
      return channel === undefined && channelId !== teamId ? undefined : nameWithTeam(channel, team);
    },
  };
}
