import type { Activity, ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Clock, DownloadLinks, Message, Messenger } from '../../application/ports.js';
import { departmentCard } from '../../cards/department-card.js';
import { notatCard } from '../../cards/notat-card.js';
import type { CardRenderer } from '../../cards/render.js';
import { roundStartedCard } from '../../cards/round-cards.js';
import type { PostedMessage } from '../../domain/channel.js';
import type { DeliveryOutcome } from '../../domain/delivery.js';
import type { Messages } from '../../text/messages.js';
import { cardActivity } from './card-activity.js';
import { ConnectorRefusal, ConnectorSilence } from './connector-http-client.js';

export interface MessengerDependencies {
  readonly connector: (serviceUrl: string) => Promise<ConnectorClient>;
  /** The bot as the connector knows it: `28:` and its app id. */
  readonly botId: string;
  readonly render: CardRenderer;
  readonly messages: Messages;
  readonly links: DownloadLinks;
  readonly clock: Clock;
}

/**
 * What Teams' table of status codes says to try again: the conversation was busy, too much was sent, or the
 * service had trouble (learn.microsoft.com, "Status codes from bot conversational APIs"). All others are final.
 */
const TRY_AGAIN: ReadonlySet<number> = new Set([412, 429, 502, 503, 504]);

const THREAD = ';messageid=';

/** Delivers over the Bot Connector. */
export function createMessenger(deps: MessengerDependencies): Messenger {
  return {
    post: (address, message) =>
      tell(async () => {
        const connector = await deps.connector(address.serviceUrl);
        const parameters: Partial<ConversationParameters> = {
          isGroup: true,
          bot: { id: deps.botId, name: '' },
          tenantId: address.tenantId,
          channelData: { channel: { id: address.channelId }, tenant: { id: address.tenantId } },
          activity: activityOf(deps, message) as Activity,
        };
        const created = await connector.conversations.createConversation(parameters as ConversationParameters);
        return postedMessage(address.channelId, created);
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
  };
}

function activityOf({ render, messages, links, clock }: MessengerDependencies, message: Message): Partial<Activity> {
  switch (message.kind) {
    case 'department card': {
      const { department } = message;
      return cardActivity(departmentCard(render, messages, department), messages.request.summary(department.ask.title));
    }
    case 'round card':
      return cardActivity(roundStartedCard(render, messages, message.round));
    case 'notat': {
      const link = links.create(message.round.id, message.record.id, clock.now());
      const card = notatCard(render, messages, { ...message, link });
      return cardActivity(card, messages.notat.summary(message.notat.title));
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
      return TRY_AGAIN.has(error.status)
        ? { kind: 'try again', reason, waitMs: error.retryAfterMs }
        : { kind: 'refused', reason };
    }
    if (error instanceof ConnectorSilence) {
      return error.mayHaveHappened
        ? { kind: 'uncertain', reason: error.message }
        : { kind: 'try again', reason: error.message, waitMs: undefined };
    }
    throw error;
  }
}
