import { z } from 'zod';
import type { NamedChannel, PlaceChange, PlaceEvent } from '../../domain/channel/place-event.js';
import { comparableId } from '../../domain/guid.js';
import { CHANNEL_ID_MAX } from '../../domain/limits.js';
import { shownName } from './shown-name.js';

/** A value of the wrong type counts as left out, and so does an id that is longer than any of Teams. */
const text = z.string().min(1).optional().catch(undefined);
const placeId = z.string().min(1).max(CHANNEL_ID_MAX).optional().catch(undefined);
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional().catch(undefined);
const people = z
  .array(z.object({ id: text, aadObjectId: placeId }).catch({ id: undefined, aadObjectId: undefined }))
  .optional()
  .catch(undefined);

const AnyEvent = z.object({
  type: text,
  action: text,
  serviceUrl: text,
  recipient: part({ id: text }),
  conversation: part({ tenantId: placeId }),
  membersAdded: people,
  membersRemoved: people,
  channelData: part({
    eventType: text,
    team: part({ id: placeId, name: text, aadGroupId: placeId }),
    channel: part({
      id: placeId,
      name: text,
      type: z.enum(['standard', 'private', 'shared']).optional().catch(undefined),
    }),
    tenant: part({ id: placeId }),
  }),
});

/**
 * Reads the team in which somebody has written to the bot.
 *
 * @returns undefined for everything but a message in a channel
 */
export function seenTeam(activity: object): PlaceEvent | undefined {
  const { type, serviceUrl, conversation, channelData } = AnyEvent.parse(activity);
  // In a shared channel the channel's data may name the tenant of whoever writes.
  const [tenantId, teamId] = [conversation?.tenantId, channelData?.team?.id];
  if (type !== 'message' || tenantId === undefined || teamId === undefined) return undefined;
  return { tenantId, teamId, serviceUrl, teamName: undefined, groupId: undefined, change: { kind: 'bot seen' } };
}

type Told = z.infer<typeof AnyEvent>;

/** The events about a team or a channel, by Teams' names (learn.microsoft.com, "Conversation events"). */
const TEAM_EVENTS = {
  teamArchived: 'team archived',
  teamUnarchived: 'team unarchived',
  teamDeleted: 'team deleted',
  teamHardDeleted: 'team deleted',
  teamRestored: 'team restored',
  teamRenamed: 'team renamed',
} as const;

const CHANNEL_EVENTS = {
  channelCreated: 'channel created',
  channelRenamed: 'channel renamed',
  channelDeleted: 'channel deleted',
  channelRestored: 'channel restored',
} as const;

/** What has happened to the app in a team. Word that an older version is taken away is followed by word of the newer. */
const INSTALLATIONS = {
  add: 'bot added',
  'add-upgrade': 'bot upgraded',
  remove: 'bot removed',
} as const;

/**
 * Reads what Teams tells about a team that has the bot. Teams gets new events at any time, and tells some of an
 * installation in two ways, in no certain order.
 *
 * @returns undefined for every other activity, for an event that is not known, and where it does not tell the place
 */
export function placeEvent(activity: object): PlaceEvent | undefined {
  const told = AnyEvent.parse(activity);
  const { serviceUrl, conversation, channelData } = told;
  const tenantId = conversation?.tenantId ?? channelData?.tenant?.id;
  const team = channelData?.team;
  const change = changeIn(told);
  if (tenantId === undefined || team?.id === undefined || change === undefined) return undefined;
  return {
    tenantId,
    teamId: team.id,
    serviceUrl,
    teamName: shownName(team.name),
    groupId: team.aadGroupId === undefined ? undefined : comparableId(team.aadGroupId),
    change,
  };
}

function changeIn(told: Told): PlaceChange | undefined {
  const { type, action = '', channelData } = told;
  if (type === 'installationUpdate') {
    return isKeyOf(INSTALLATIONS, action) ? { kind: INSTALLATIONS[action] } : undefined;
  }
  if (type !== 'conversationUpdate') return undefined;
  const eventType = channelData?.eventType ?? '';
  if (isKeyOf(TEAM_EVENTS, eventType)) return { kind: TEAM_EVENTS[eventType] };
  if (isKeyOf(CHANNEL_EVENTS, eventType)) {
    const channel = channelOf(told);
    return channel && { kind: CHANNEL_EVENTS[eventType], channel };
  }
  return peopleIn(told);
}

function channelOf({ channelData }: Told): NamedChannel | undefined {
  const { id, name, type } = channelData?.channel ?? {};
  return id === undefined ? undefined : { id, name: shownName(name), kind: type };
}

/** The bot comes and goes with an app, people by themselves. */
function peopleIn({ membersAdded = [], membersRemoved = [], recipient }: Told): PlaceChange | undefined {
  const isBot = ({ id }: { readonly id?: string | undefined }) => id !== undefined && id === recipient?.id;
  if (membersAdded.some(isBot)) return { kind: 'bot added' };
  if (membersRemoved.some(isBot)) return { kind: 'bot removed' };
  const hasLeft = membersRemoved.length > 0;
  const ids = (hasLeft ? membersRemoved : membersAdded).map(
    ({ aadObjectId }) => aadObjectId && comparableId(aadObjectId),
  );
  return ids.length === 0 ? undefined : { kind: hasLeft ? 'people left' : 'people came', ids };
}

function isKeyOf<Names extends object>(names: Names, key: string): key is Extract<keyof Names, string> {
  return Object.hasOwn(names, key);
}
