import type { Message, Messenger, SendResult } from '../../application/ports.js';
import type { Sent } from '../../conversation/answer.js';
import type { ChannelAddress, PostedMessage } from '../../domain/channel/channel.js';
import type { SendFailure } from '../../domain/work/trouble.js';
import { activityOf } from './activities.js';
import { sendFailureOf } from './send-failure.js';
import type { Connector } from './teams-adapter.js';

export interface MessengerDependencies {
  readonly connector: (serviceUrl: string) => Promise<Connector>;
  /** The bot's id in Teams: `28:` and the app id. */
  readonly botId: string;
  /** Turns a message of the bot into messages to send. Only a notat can take more than one. */
  readonly present: (message: Message) => readonly Sent[];
}

const THREAD = ';messageid=';

/** Delivers over the Bot Connector. */
export function createMessenger({ connector, botId, present }: MessengerDependencies): Messenger {
  const activityFor = (message: Message) => activityOf(partOf(message, present(message)));
  return {
    post: (address, message, thread) =>
      outcomeOf(async () => {
        const conversations = await connector(address.serviceUrl);
        const activity = activityFor(message);
        if (thread === undefined) return startThread(conversations, botId, address, activity);
        const { id } = await conversations.sendToConversation(thread.conversationId, activity);
        const reply = bareId(id, address.channelId);
        return reply === undefined ? undefined : { conversationId: thread.conversationId, activityId: reply };
      }),
    update: (address, posted, message) =>
      outcomeOf(async () => {
        const conversations = await connector(address.serviceUrl);
        await conversations.updateActivity(posted.conversationId, posted.activityId, activityFor(message));
        return posted;
      }),
    remove: (address, posted) =>
      outcomeOf(async () => {
        const conversations = await connector(address.serviceUrl);
        await conversations.deleteActivity(posted.conversationId, posted.activityId);
        return undefined;
      }),
    async openChat({ tenantId, serviceUrl }, personId) {
      try {
        const parameters = {
          isGroup: false,
          bot: { id: botId, name: '' },
          members: [{ id: personId, name: '' }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
          // The SDK requires an activity, which a chat does not need to begin.
        } as unknown as Parameters<Connector['createConversation']>[0];
        const { id } = await (await connector(serviceUrl)).createConversation(parameters);
        return { kind: 'opened', conversationId: id };
      } catch (error) {
        return { kind: 'failed', failure: failureOf(error) };
      }
    },
    postInChat: ({ serviceUrl }, conversationId, message) =>
      outcomeOf(async () => {
        const { id } = await (await connector(serviceUrl)).sendToConversation(conversationId, activityFor(message));
        return { conversationId, activityId: id };
      }),
    partsOf: (message) => present(message).length,
  };
}

function partOf(message: Message, parts: readonly Sent[]): Sent {
  const number = message.kind === 'notat' ? message.part : 1;
  const part = parts[number - 1];
  // There can be fewer parts now than when they were counted, for example after a change of the installation's
  // language.
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
  } as Parameters<Connector['createConversation']>[0]; // The SDK requires fields that a channel does not need.
  return postedMessage(channelId, await conversations.createConversation(parameters));
}

/**
 * The connector names a new thread `<channel>;messageid=<root>`. It names the root message by its bare id or by the
 * same long name. Updates need the thread and the bare id. If the connector gives neither, the message is posted
 * anyway, and the first press of one of its buttons tells where it is.
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

async function outcomeOf(send: () => Promise<PostedMessage | undefined>): Promise<SendResult> {
  try {
    return { kind: 'sent', posted: await send() };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

/** @throws the error itself, where it does not come from the connector */
function failureOf(error: unknown): SendFailure {
  const failure = sendFailureOf(error);
  if (failure === undefined) throw error;
  return failure;
}
