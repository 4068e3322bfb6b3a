import { z } from 'zod';
import type { ChannelNames, Log } from '../../application/ports.js';
import { CHANNEL_NAME_MAX } from '../../domain/limits.js';
import { cleanLine } from '../../domain/text/clean-text.js';
import { ConnectorRefusal } from './connector-http-client.js';
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
      const channel = shown(listed?.name);
      const team = shown(Team.parse(details).name);
      // The first channel of a team has no name of its own, because clients show it in the reader's language.
      if (channel === undefined) return channelId === teamId ? team : undefined;
      return team === undefined ? channel : `${channel} (${team})`;
    },
  };
}

function shown(name: string | undefined): string | undefined {
  return cleanLine(name?.slice(0, 2 * CHANNEL_NAME_MAX) ?? '').slice(0, CHANNEL_NAME_MAX) || undefined;
}
