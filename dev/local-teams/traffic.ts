import type { Activity } from 'botbuilder';

/** An activity as it is in JSON. */
export type WireActivity = Partial<Omit<Activity, 'timestamp' | 'localTimestamp' | 'expiration'>> & {
  readonly timestamp?: string;
  readonly localTimestamp?: string;
};

/** One HTTP request between Teams and the bot. */
export interface Exchange {
  readonly direction: 'to bot' | 'from bot';
  /** The time when the request was sent to the bot, or was received from it. */
  readonly at: Date;
  readonly method: string;
  /** The path, decoded, without the query. */
  readonly path: string;
  /** undefined where there was no answer. */
  readonly status: number | undefined;
  /** The activity in the request, in either direction. */
  readonly activity: WireActivity | undefined;
  /** The body of the answer; undefined where it was not JSON. */
  readonly body: unknown;
}

/** A log of all exchanges, in the order in which they ended. Nothing is removed while the local Teams runs. */
export interface Traffic {
  readonly exchanges: readonly Exchange[];
  record(exchange: Exchange): void;
  /** @returns a function that ends the listening */
  on(listener: (exchange: Exchange) => void): () => void;
}

export function createTraffic(): Traffic {
  const exchanges: Exchange[] = [];
  const listeners = new Set<(exchange: Exchange) => void>();
  return {
    exchanges,
    record(exchange) {
      exchanges.push(exchange);
      for (const listener of listeners) listener(exchange);
    },
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
