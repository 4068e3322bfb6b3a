import { z } from 'zod';
import type { DescribedTeam, Log, TeamDirectory, TeamMember } from '../../application/ports.js';
import type { KnownChannel } from '../../domain/channel/known-team.js';
import { comparableId } from '../../domain/guid.js';
import { CHANNEL_ID_MAX, TEAM_CHANNELS_MAX, TEAM_MEMBERS_MAX } from '../../domain/limits.js';
import { Listed, memberFrom } from './members.js';
import { sendFailureOf } from './send-failure.js';
import { shownName } from './shown-name.js';
import type { Connector, TeamsConnector } from './teams-adapter.js';

export interface TeamDirectoryConnectors {
  readonly connector: (serviceUrl: string) => Promise<Pick<Connector, 'getConversationPagedMembers'>>;
  readonly teamsConnector: (serviceUrl: string) => Promise<TeamsConnector>;
}

/** How many people a page of a roster has at most: learn.microsoft.com, "Get Teams specific context for your bot". */
const PAGE_SIZE = 500;

/** A service that gives a page with nobody on it, and says that there is another, is asked for so many pages at most. */
const PAGES_MAX = 10;

/** The length of an Entra object id, in the longest form in which one is written. */
const GROUP_ID_MAX = 64;

const text = z.string().min(1).optional().catch(undefined);

const Details = z.object({ name: text, aadGroupId: z.string().min(1).max(GROUP_ID_MAX).optional().catch(undefined) });

const Channel = z.object({
  id: z.string().min(1).max(CHANNEL_ID_MAX),
  name: text,
  type: z.enum(['standard', 'private', 'shared']).catch('standard'),
});

const Channels = z.object({ conversations: z.array(z.unknown()) });

const Page = z.object({ members: z.array(z.unknown()).catch([]), continuationToken: text });

/** Asks the Bot Connector about a team. Whoever has a wrong shape in a list is left out, and the others are read. */
export function createTeamDirectory({ connector, teamsConnector }: TeamDirectoryConnectors, log: Log): TeamDirectory {
  return {
    async describe({ teamId, serviceUrl }) {
      try {
        const teams = await teamsConnector(serviceUrl);
        const [details, list] = await Promise.all([teams.fetchTeamDetails(teamId), teams.fetchChannelList(teamId)]);
        return { kind: 'team', team: describedTeam(Details.parse(details), Channels.parse(list).conversations) };
      } catch (error) {
        const failure = sendFailureOf(error);
        if (failure !== undefined) return { kind: 'not told', failure };
        log.error('team not described', error);
        return {
          kind: 'not told',
          failure: { kind: 'inside', reason: error instanceof Error ? error.name : 'unknown' },
        };
      }
    },

    async membersOf({ tenantId, teamId, serviceUrl }) {
      const conversations = await connector(serviceUrl);
      const members: TeamMember[] = [];
      let continuationToken: string | undefined;
      for (let pages = 0; pages < PAGES_MAX && members.length <= TEAM_MEMBERS_MAX; pages += 1) {
        const page = Page.parse(await conversations.getConversationPagedMembers(teamId, pageAfter(continuationToken)));
        for (const each of page.members) {
          const member = teamMember(each, tenantId);
          if (member !== undefined) members.push(member);
        }
        ({ continuationToken } = page);
        if (continuationToken === undefined) return upTo(members, true);
      }
      return upTo(members, false);
    },
  };
}

function describedTeam({ name, aadGroupId }: z.infer<typeof Details>, listed: readonly unknown[]): DescribedTeam {
  const channels = listed.slice(0, TEAM_CHANNELS_MAX).flatMap((each): readonly Described[] => {
    const { success, data } = Channel.safeParse(each);
    return success ? [{ id: data.id, name: shownName(data.name), kind: data.type }] : [];
  });
  return {
    name: shownName(name),
    groupId: aadGroupId === undefined ? undefined : comparableId(aadGroupId),
    channels,
  };
}

/** The SDK requires a token, which the first page does not have. */
function pageAfter(continuationToken: string | undefined) {
  const options = { pageSize: PAGE_SIZE, ...(continuationToken === undefined ? {} : { continuationToken }) };
  return options as Parameters<Connector['getConversationPagedMembers']>[1];
}

type Described = Pick<KnownChannel, 'id' | 'name' | 'kind'>;

function teamMember(each: unknown, tenantId: string): TeamMember | undefined {
  const { success, data } = Listed.safeParse(each);
  const member = success ? memberFrom(data, tenantId) : undefined;
  return member === undefined || data?.id === undefined ? undefined : { ...member, memberId: data.id };
}

function upTo(members: readonly TeamMember[], isRead: boolean) {
  const isWhole = isRead && members.length <= TEAM_MEMBERS_MAX;
  return { members: members.slice(0, TEAM_MEMBERS_MAX), isWhole };
}
