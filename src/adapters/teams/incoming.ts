import { z } from 'zod';
import type { ChannelAct, Refusal, RefusalCause, Stranger, Surface, Surroundings } from '../../conversation/acts.js';
import { comparableId } from '../../domain/guid.js';
import { PERSON_NAME_MAX } from '../../domain/limits.js';
import type { Person } from '../../domain/person.js';
import { accepted, type Result, refused } from '../../domain/result.js';
import type { Home } from '../../domain/rights.js';
import { cleanLine } from '../../domain/text/clean-text.js';

/** Who did something, in a conversation of which tenant. */
export interface Sender {
  readonly by: Person;
  /** The person's id in Teams towards this bot. */
  readonly memberId: string;
  /** Never `elsewhere`: a person of another tenant is refused. */
  readonly home: Home;
  /** The tenant of the conversation. */
  readonly tenantId: string;
}

/** The data that every act must have, in channels and in personal chats. */
export interface Act extends Sender {
  readonly conversationId: string;
  readonly activityId: string;
  readonly replyToId: string | undefined;
}

/** Clients and services leave out many fields. A value of the wrong type counts as left out. */
const text = z.string().min(1).optional().catch(undefined);
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional().catch(undefined);

const AnyActivity = z.object({
  id: text,
  serviceUrl: text,
  replyToId: text,
  from: part({ id: text, aadObjectId: text, name: text, tenantId: text, role: text }),
  conversation: part({ id: text, tenantId: text, conversationType: text }),
  channelData: part({
    team: part({ id: text }),
    // learn.microsoft.com, "Apps for shared and private channels": the kind of the channel, in every activity of it.
    channel: part({ type: z.enum(['private', 'shared']).optional().catch(undefined) }),
    tenant: part({ id: text }),
  }),
});

const PLACES: ReadonlyMap<string, Surroundings> = new Map([
  ['channel', 'channel'],
  ['personal', 'personal chat'],
  ['groupChat', 'group chat'],
]);

const THREAD = ';messageid=';

/** In Teams, ids of bots begin with this, and ids of people with `29:`. */
const BOT = '28:';

/** @param objectId the Entra object id. It is also used as the name where the name is missing or empty */
export function toPerson(objectId: string, name = ''): Person {
  const id = comparableId(objectId);
  return { id, name: cleanLine(name.slice(0, 2 * PERSON_NAME_MAX)).slice(0, PERSON_NAME_MAX) || id };
}

/** The conversation without its thread: the channel, or the whole chat. */
export function withoutThread(conversationId: string): string {
  const [whole = conversationId] = conversationId.split(THREAD);
  return whole;
}

/** The kind of conversation. Where the activity leaves it out, the form of the conversation id shows it. */
export function placeOf(activity: object): Surroundings | undefined {
  const { conversation } = AnyActivity.parse(activity);
  const { id = '', conversationType } = conversation ?? {};
  if (conversationType !== undefined) return PLACES.get(conversationType);
  if (/^19:.+@thread\.(?:tacv2|skype)$/u.test(withoutThread(id))) return 'channel';
  if (/^19:.+@(?:thread\.v2|unq\.gbl\.spaces)$/u.test(id)) return 'group chat';
  return id.startsWith('a:') ? 'personal chat' : undefined;
}

/** Reads who sent an activity. Nobody is identified by a name. */
export function readSender(activity: object): Result<Sender, Refusal> {
  return senderOf(AnyActivity.parse(activity));
}

type Told = z.infer<typeof AnyActivity>;

function senderOf(told: Told): Result<Sender, Refusal> {
  const { from, channelData } = told;
  const [tenantId, by] = [tenantOf(told), personOf(told)];
  const stranger = (cause: RefusalCause, field: string) => missing(cause, field, strangerOf(told));
  if (from?.role === 'bot') return stranger('a bot', 'from.role');
  if (from?.id?.startsWith(BOT)) return stranger('a bot', 'from.id');
  if (from?.id === undefined || by === undefined) return stranger('unknown person', 'from.aadObjectId');
  if (tenantId === undefined) return missing('no tenant', 'conversation.tenantId');
  // Only `from` tells the person's tenant for certain. Microsoft does not document whose tenant `channelData` names in a
  // shared channel, so another tenant than the conversation's is taken for the person's.
  if (isAnother(from.tenantId, tenantId)) return stranger('person of another tenant', 'from.tenantId');
  if (isAnother(channelData?.tenant?.id, tenantId)) {
    return stranger('person of another tenant', 'channelData.tenant.id');
  }
  const home = from.tenantId === undefined ? 'not told' : 'here';
  return accepted({ by, memberId: from.id, home, tenantId });
}

/** Who is refused, for the audit of the tenant; undefined where the activity does not tell where it comes from. */
function strangerOf(told: Told): Stranger | undefined {
  const { id, conversation } = told;
  const tenantId = tenantOf(told);
  if (id === undefined || tenantId === undefined || conversation?.id === undefined) return undefined;
  return { tenantId, by: personOf(told), conversationId: withoutThread(conversation.id), activityId: id };
}

/** The tenant of the conversation. */
function tenantOf({ conversation, channelData }: Told): string | undefined {
  return conversation?.tenantId ?? channelData?.tenant?.id;
}

function personOf({ from }: Told): Person | undefined {
  return from?.aadObjectId === undefined ? undefined : toPerson(from.aadObjectId, from.name);
}

function isAnother(told: string | undefined, tenantId: string): boolean {
  return told !== undefined && told !== tenantId;
}

/** Reads who did something, and in which conversation. */
export function readAct(activity: object): Result<Act, Refusal> {
  const told = AnyActivity.parse(activity);
  const { id, replyToId, conversation } = told;
  const sender = senderOf(told);
  if (!sender.ok) return sender;
  if (conversation?.id === undefined) return missing('unknown place', 'conversation.id');
  if (id === undefined) return missing('no activity id', 'id');
  return accepted({ ...sender.value, conversationId: conversation.id, activityId: id, replyToId });
}

/**
 * Reads the data that every act in a channel must have. The channel comes from the conversation id, which the service
 * sets. `channelData` names a channel too, but it may be another one.
 */
export function readIncoming(activity: object, surface: Surface = 'card'): Result<ChannelAct, Refusal> {
  const place = placeOf(activity);
  if (place !== 'channel') {
    const stranger = strangerOf(AnyActivity.parse(activity));
    return missing(place ?? 'unknown place', 'conversation.conversationType', stranger);
  }
  const act = readAct(activity);
  if (!act.ok) return act;
  const { by, memberId, home, tenantId, conversationId, activityId, replyToId } = act.value;
  const { serviceUrl, channelData } = AnyActivity.parse(activity);
  if (serviceUrl === undefined) return missing('unknown place', 'serviceUrl');
  const channelId = withoutThread(conversationId);
  const limitedTo = channelData?.channel?.type;
  return accepted({
    by,
    memberId,
    home,
    surface,
    address: { tenantId, teamId: channelData?.team?.id, channelId, serviceUrl },
    thread: channelId === conversationId ? undefined : conversationId,
    activityId,
    ...(limitedTo === undefined ? {} : { limitedTo }),
    posted: replyToId === undefined ? undefined : { conversationId, activityId: replyToId },
  });
}

/** @param field what is missing, or is not as it must be */
function missing(
  cause: RefusalCause,
  field: string,
  stranger?: Stranger,
): { readonly ok: false; readonly problem: Refusal } {
  return refused({ cause, field, ...(stranger === undefined ? {} : { refused: stranger }) });
}
