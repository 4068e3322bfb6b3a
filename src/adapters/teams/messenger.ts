import type { Activity, ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Clock, DownloadLinks, IdSource, Message, Messenger } from '../../application/ports.js';
import { departmentCard } from '../../cards/department-card.js';
import { followUpCard } from '../../cards/follow-up-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import type { CardRenderer } from '../../cards/render.js';
import { roundStartedCard } from '../../cards/round-cards.js';
import type { ChannelAddress, PostedMessage } from '../../domain/channel/channel.js';
import type { Language } from '../../domain/language.js';
import type { DeliveryOutcome } from '../../domain/work/delivery.js';
import type { Messages } from '../../text/messages.js';
import { cardActivity } from './card-activity.js';
import { ConnectorRefusal, ConnectorSilence } from './connector-http-client.js';
import { notatActivities } from './notat-activities.js';

export interface MessengerDependencies {
  readonly connector: (serviceUrl: string) => Promise<ConnectorClient>;
  /** The bot as the connector knows it: `28:` and its app id. */
  readonly botId: string;
  readonly render: CardRenderer;
  /** The words of a language; of the installation's own for undefined. */
  readonly messagesIn: (language: Language | undefined) => Messages;
  readonly links: DownloadLinks;
  readonly clock: Clock;
  readonly ids: IdSource;
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
export function createMessenger(deps: MessengerDependencies): Messenger {
  return {
    post: (address, message, thread) =>
      tell(async () => {
        const connector = await deps.connector(address.serviceUrl);
        const activity = activityOf(deps, message) as Activity;
        if (thread === undefined) return startThread(deps, connector, address, activity);
        const { id } = await connector.conversations.sendToConversation(thread.conversationId, activity);
        const reply = bareId(id, address.channelId);
        return reply === undefined ? undefined : { conversationId: thread.conversationId, activityId: reply };
      }),
    update: (address, posted, message) =>
      tell(async () => {
        const connector = await deps.connector(address.serviceUrl);
        await connector.conversations.updateActivity(
          posted.conversationId,
          posted.activityId,
          activityOf(deps, message) as Activity,
        );
        return posted;
      }),
    partsOf: (message) => notatActivities({ ...deps, messages: deps.messagesIn(undefined) }, message).length,
  };
}

async function startThread(
  { botId }: MessengerDependencies,
  { conversations }: ConnectorClient,
  { tenantId, channelId }: ChannelAddress,
  activity: Activity,
): Promise<PostedMessage | undefined> {
  const parameters: Partial<ConversationParameters> = {
    isGroup: true,
    bot: { id: botId, name: '' },
    tenantId,
    channelData: { channel: { id: channelId }, tenant: { id: tenantId } },
    activity,
  };
  return postedMessage(channelId, await conversations.createConversation(parameters as ConversationParameters));
}

function activityOf(deps: MessengerDependencies, message: Message): Partial<Activity> {
  const { render, messagesIn, ids } = deps;
  switch (message.kind) {
    case 'department card': {
      const { department } = message;
      const messages = messagesIn(department.department.language);
      const card = departmentCard(render, messages, department, ids.next());
      return cardActivity(card, messages.request.summary(department.ask.title));
    }
    case 'department notice': {
      const { department, ask } = message.department;
      const messages = messagesIn(department.language);
      const notice = messages.departmentNotices[message.notice](ask.deadline);
      return cardActivity(noticeCard(render, messages, notice), notice.heading);
    }
    case 'follow-up': {
      const { department } = message;
      const messages = messagesIn(undefined);
      const card = followUpCard(render, messages, department, { kind: 'shown' }, ids.next());
      return cardActivity(card, messages.followUp.summary(department.department.name));
    }
    case 'round card':
      return cardActivity(roundStartedCard(render, messagesIn(undefined), message.round));
    case 'notat': {
      const { round, part } = message;
      const activity = notatActivities({ ...deps, messages: messagesIn(undefined) }, message)[part - 1];
      // Another language or a longer link than when the parts were counted can make them fewer.
      if (activity === undefined) throw new Error(`the notat of round ${round.id} has no part ${part}`);
      return activity;
    }
  }
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
