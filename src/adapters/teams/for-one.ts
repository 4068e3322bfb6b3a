import type { Activity } from 'botbuilder';
import type { Clock, Log } from '../../application/ports.js';
import { REFUSING_PLACE_MS, REFUSING_PLACES_MAX } from '../../domain/limits.js';
import { ConnectorRefusal } from './connector-http-client.js';
import { placeOf, withoutThread } from './incoming.js';
import type { Connector } from './teams-adapter.js';

/**
 * Shows a message in a channel to the person alone whose activity is answered.
 *
 * @returns false where it cannot be shown so, and everyone in the channel must be shown it
 */
export type ShowToOne = (to: Activity, message: Activity) => Promise<boolean>;

/** Where the installation does not use targeted messages. */
export const SHOW_TO_ALL: ShowToOne = async () => false;

export interface ForOneDependencies {
  /** A connector whose messages are targeted. */
  readonly connector: (serviceUrl: string) => Promise<Pick<Connector, 'sendToConversation'>>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Sends targeted messages (learn.microsoft.com, "Targeted messages in channels and group chats"). Teams refuses them in
 * some channels, so whatever goes wrong, the answer is `false`. A channel that has refused one is not tried again for
 * `REFUSING_PLACE_MS`. Every process remembers this for itself.
 */
export function createShowToOne({ connector, clock, log }: ForOneDependencies): ShowToOne {
  const refusedAt = new Map<string, number>();

  function remember(channel: string): void {
    refusedAt.delete(channel);
    refusedAt.set(channel, clock.now().getTime());
    const [oldest] = refusedAt.keys();
    if (refusedAt.size > REFUSING_PLACES_MAX && oldest !== undefined) refusedAt.delete(oldest);
  }

  function hasRefused(channel: string): boolean {
    const at = refusedAt.get(channel);
    return at !== undefined && Math.abs(clock.now().getTime() - at) < REFUSING_PLACE_MS;
  }

  return async (to, message) => {
    const { conversation, from, recipient, serviceUrl } = to;
    const channel = withoutThread(conversation.id);
    if (placeOf(to) !== 'channel' || hasRefused(channel)) return false;
    const { id, name } = from;
    // The service needs to be told whom the message is for; and who sends it, as in every other message.
    const targeted = { ...message, from: recipient, recipient: { id, name }, conversation };
    try {
      await (await connector(serviceUrl)).sendToConversation(conversation.id, targeted);
      return true;
    } catch (error) {
      const refusal = error instanceof ConnectorRefusal ? error : undefined;
      log.warn('not shown to one person alone', { status: refusal?.status, code: refusal?.code });
      if (refusal !== undefined && REFUSES_PLACE.has(refusal.status)) remember(channel);
      return false;
    }
  };
}

/** The statuses that say that the channel takes no targeted messages. Others may be gone the next time. */
const REFUSES_PLACE: ReadonlySet<number> = new Set([400, 403, 404, 405, 501]);
