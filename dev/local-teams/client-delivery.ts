import { type Client, withNewId } from './activities.js';
import type { BotAnswer, BotEndpoint } from './bot-endpoint.js';
import type { WireActivity } from './traffic.js';

/** How a client delivers what a person does. */
export interface DeliveryOptions {
  /** The client that the person uses. The default is `web`. */
  readonly client?: Client;
  /**
   * How many more times the same activity is delivered, at the same time as the first. With the same id, Teams does that
   * when an answer is slow. With new ids, its second layer of retries does that. A number alone means the same id.
   */
  readonly redeliveries?: number | { readonly sameId?: number; readonly newId?: number };
  /** Whether the client has stopped waiting when the bot answers an invoke. */
  readonly isAnswerLate?: boolean;
}

export interface Delivered {
  /** The answer as the client sees it. */
  readonly answer: BotAnswer;
  /** The bot's answers to the redeliveries, which the client ignores. */
  readonly redelivered: readonly BotAnswer[];
}

/** Delivers activities to the bot as a client does. Each call rejects as `BotEndpoint.deliver` does. */
export interface ClientDelivery {
  /** Waits for the answer as long as it takes. */
  deliver(activity: WireActivity, options: DeliveryOptions): Promise<Delivered>;
  /**
   * Delivers an invoke, and waits for the answer as long as a client does. An answer that comes after that is only in
   * the traffic, and the client sees the status 504, as from the Bot Service.
   */
  invoke(activity: WireActivity, options: DeliveryOptions): Promise<Delivered>;
}

/** What a client shows when it does not understand the answer to an action. */
export const SOMETHING_WENT_WRONG = 'Something went wrong. Please try again.';

/** Microsoft documents no limit for `adaptiveCard/action`. The limit of the Bot Service is 10 to 15 seconds. */
const CLIENT_WAITS_MS = 10_000;

const TOO_LATE: Delivered = { answer: { status: 504, body: undefined }, redelivered: [] };

/** @param waitsMs how long a client waits for the answer to an invoke, in milliseconds; the default is 10,000 */
export function createClientDelivery(
  endpoint: Pick<BotEndpoint, 'deliver'>,
  waitsMs: number = CLIENT_WAITS_MS,
): ClientDelivery {
  async function deliver(activity: WireActivity, { redeliveries = 0 }: DeliveryOptions): Promise<Delivered> {
    const { sameId = 0, newId = 0 } = typeof redeliveries === 'number' ? { sameId: redeliveries } : redeliveries;
    const again = [
      ...Array.from({ length: sameId }, () => activity),
      ...Array.from({ length: newId }, () => withNewId(activity)),
    ];
    const [answer, ...redelivered] = await Promise.all([
      endpoint.deliver(activity),
      ...again.map((each) => endpoint.deliver(each)),
    ]);
    return { answer, redelivered };
  }

  return {
    deliver,
    async invoke(activity, options) {
      let patience: NodeJS.Timeout | undefined;
      const limit = new Promise<Delivered>((resolve) => {
        patience = setTimeout(resolve, waitsMs, TOO_LATE);
      });
      try {
        const shown = await Promise.race([deliver(activity, options), limit]);
        return options.isAnswerLate === true ? TOO_LATE : shown;
      } finally {
        clearTimeout(patience);
      }
    },
  };
}
