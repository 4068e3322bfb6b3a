import type { Message, Messenger } from '../../application/ports.js';
import type { Sent } from '../../conversation/answer.js';
import type { ChannelAddress, PostedMessage } from '../../domain/channel/channel.js';
import type { DeliveryOutcome } from '../../domain/work/delivery.js';
import { activityOf } from './activities.js';
import { ConnectorRefusal, ConnectorSilence } from './connector-http-client.js';
import type { Connector } from './teams-adapter.js';

export interface MessengerDependencies {
  readonly connector: (serviceUrl: string) => Promise<Connector>;
  /** The bot as the connector knows it: `28:` and its app id. */
  readonly botId: string;
  /** The messages that it takes to say something: more than one for a notat alone. */
  readonly present: (message: Message) => readonly Sent[];
}

/**
 * What the service may mend by itself, beside every 5xx: a token that it did not take, a request that came too slowly, a
 * conversation that was busy, too much sent. All others say that the place is gone or closed to the bot, or that the
 * message cannot be taken (learn.microsoft.com, "Status codes from bot conversational APIs").
 */
const PASSING: ReadonlySet<number> = new Set([401, 408, 412, 429]);

/** Microsoft's codes that are final under a status that otherwise passes. */
const FINAL_CODES: ReadonlySet<string> = new Set(['BotNotRegistered']);

const THREAD = ';messageid=';

/** Delivers over the Bot Connector. */
export function createMessenger({ connector, botId, present }: MessengerDependencies): Messenger {
  const activityFor = (message: Message) => activityOf(partOf(message, present(message)));
  return {
    post: (address, message, thread) =>
      tell(async () => {
        const conversations = await connector(address.serviceUrl);
        const activity = activityFor(message);
        if (thread === undefined) return startThread(conversations, botId, address, activity);
        const { id } = await conversations.sendToConversation(thread.conversationId, activity);
        const reply = bareId(id, address.channelId);
        return reply === undefined ? undefined : { conversationId: thread.conversationId, activityId: reply };
      }),
    update: (address, posted, message) =>
      tell(async () => {
        const conversations = await connector(address.serviceUrl);
        await conversations.updateActivity(posted.conversationId, posted.activityId, activityFor(message));
        return posted;
      }),
    partsOf: (message) => present(message).length,
  };
}

function partOf(message: Message, parts: readonly Sent[]): Sent {
  const number = message.kind === 'notat' ? message.part : 1;
  const part = parts[number - 1];
  // Another language or a longer link than when the parts were counted can make them fewer.
  if (part === undefined) throw new Error(`a ${message.kind} has no part ${number}`);
  return part;
}

async function startThread(
  conversations: Connector,
  botId: string,
  { tenantId, channelId }: ChannelAddress,
  activity: ReturnType<typeof activityOf>,
): Promise<PostedMessage | undefined> {
  const parameters = {
    isGroup: true,
    bot: { id: botId, name: '' },
    tenantId,
    channelData: { channel: { id: channelId }, tenant: { id: tenantId } },
    activity,
  } as Parameters<Connector['createConversation']>[0]; // The SDK declares as required what a channel needs none of.
  return postedMessage(channelId, await conversations.createConversation(parameters));
}

/**
 * The connector names a new thread `<channel>;messageid=<root>`, and the root message sometimes by its bare id,
 * sometimes by the same long name. Updates need the thread and the bare id. If it names neither, the message is
 * posted all the same, and its own buttons will tell where it is.
 */
function postedMessage(
  channelId: string,
  { id, activityId }: { readonly id?: string; readonly activityId?: string },
): PostedMessage | undefined {
  const root = [activityId, id].map((name) => bareId(name, channelId)).find((name) => name !== undefined);
  return root === undefined ? undefined : { conversationId: `${channelId}${THREAD}${root}`, activityId: root };
}

function bareId(name: string | undefined, channelId: string): string | undefined {
  if (name === undefined || name === channelId) return undefined;
  const at = name.lastIndexOf(THREAD);
  return at === -1 ? name : name.slice(at + THREAD.length);
}

async function tell(send: () => Promise<PostedMessage | undefined>): Promise<DeliveryOutcome> {
  try {
    return { kind: 'sent', posted: await send() };
  } catch (error) {
    if (error instanceof ConnectorRefusal) {
      const reason = `${error.status} ${error.code}`.trim();
      return mayPass(error) ? { kind: 'try again', reason, waitMs: error.retryAfterMs } : { kind: 'refused', reason };
    }
    if (error instanceof ConnectorSilence) {
      return error.mayHaveHappened
        ? { kind: 'uncertain', reason: error.message }
        : { kind: 'try again', reason: error.message, waitMs: undefined };
    }
    throw error;
  }
}

function mayPass({ status, code }: ConnectorRefusal): boolean {
  return !FINAL_CODES.has(code) && (status >= 500 || PASSING.has(status));
}
