import { z } from 'zod';
import type { RegainedPlace } from '../../domain/channel/regained-place.js';

const text = z.string().min(1).optional().catch(undefined);
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional().catch(undefined);

const AnyEvent = z.object({
  type: text,
  action: text,
  recipient: part({ id: text }),
  conversation: part({ tenantId: text }),
  membersAdded: z
    .array(z.object({ id: text }).catch({ id: undefined }))
    .optional()
    .catch(undefined),
  channelData: part({
    eventType: text,
    team: part({ id: text }),
    channel: part({ id: text }),
    tenant: part({ id: text }),
  }),
});

/** The events after which the bot can write in a whole team again (learn.microsoft.com, "Conversation events"). */
const TEAM_EVENTS: ReadonlySet<string> = new Set(['teamRestored', 'teamUnarchived']);

/**
 * Reads where the bot can write again: where it has been added, and what has been restored.
 *
 * @returns undefined for every other activity, and where the event does not tell the place
 */
export function regainedPlace(activity: object): RegainedPlace | undefined {
  const event = AnyEvent.parse(activity);
  const { conversation, channelData } = event;
  const tenantId = conversation?.tenantId ?? channelData?.tenant?.id;
  const [teamId, channelId] = [channelData?.team?.id, channelData?.channel?.id];
  if (tenantId === undefined) return undefined;
  if (isChannelRestored(event)) return channelId === undefined ? undefined : { tenantId, teamId, channelId };
  if (!isAdded(event) && !isTeamRestored(event)) return undefined;
  return teamId === undefined ? undefined : { tenantId, teamId, channelId: undefined };
}

type Told = z.infer<typeof AnyEvent>;

function isChannelRestored({ type, channelData }: Told): boolean {
  return type === 'conversationUpdate' && channelData?.eventType === 'channelRestored';
}

function isTeamRestored({ type, channelData }: Told): boolean {
  return type === 'conversationUpdate' && TEAM_EVENTS.has(channelData?.eventType ?? '');
}

/** Teams tells of an installation in both ways, in no certain order. An upgrade of the app is no new installation. */
function isAdded({ type, action, membersAdded = [], recipient }: Told): boolean {
  if (type === 'installationUpdate') return action === 'add';
  return type === 'conversationUpdate' && membersAdded.some(({ id }) => id !== undefined && id === recipient?.id);
}
