import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { ChannelAddress, PostedMessage } from '../../domain/channel.js';
import { cleanLine } from '../../domain/clean-text.js';
import { comparableId } from '../../domain/guid.js';
import { PERSON_NAME_MAX } from '../../domain/limits.js';
import type { Person } from '../../domain/person.js';

/** Who did something, and where. */
export interface Incoming {
  readonly by: Person;
  readonly address: ChannelAddress;
  readonly activityId: string;
  /** The message that a pressed card belongs to; undefined for a written message. */
  readonly posted: PostedMessage | undefined;
}

const ChannelActivity = z.object({
  id: z.string().min(1),
  serviceUrl: z.string().min(1),
  replyToId: z.string().optional(),
  from: z.object({ aadObjectId: z.string().min(1), name: z.string().optional() }),
  conversation: z.object({
    id: z.string().min(1),
    tenantId: z.string().min(1).optional(),
    conversationType: z.literal('channel'),
  }),
  channelData: z
    .object({ team: z.object({ id: z.string() }).optional(), tenant: z.object({ id: z.string() }).optional() })
    .optional(),
});

const THREAD = /;messageid=.*$/u;
/** @param objectId the Entra object id, which also stands for a name that is missing or holds nothing to read */
export function toPerson(objectId: string, name = ''): Person {
  const id = comparableId(objectId);
  return { id, name: cleanLine(name).slice(0, PERSON_NAME_MAX) || id };
}

/**
 * Reads what every act in a channel must tell. The channel is taken from the conversation, which the service
 * vouches for; `channelData` names it too, but need not agree.
 *
 * @returns undefined outside channels, and for whoever has no Entra id (other bots, anonymous guests)
 */
export function readIncoming(activity: Activity): Incoming | undefined {
  const parsed = ChannelActivity.safeParse(activity);
  if (!parsed.success) return undefined;
  const { id, serviceUrl, replyToId, from, conversation, channelData } = parsed.data;
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
  if (tenantId === undefined) return undefined;
  return {
    by: toPerson(from.aadObjectId, from.name),
    address: {
      tenantId,
      teamId: channelData?.team?.id,
      channelId: conversation.id.replace(THREAD, ''),
      serviceUrl,
    },
    activityId: id,
    posted: replyToId === undefined ? undefined : { conversationId: conversation.id, activityId: replyToId },
  };
}
