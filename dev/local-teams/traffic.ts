import type { Activity } from 'botbuilder';

/** An activity as JSON carries it. */
export type WireActivity = Partial<Omit<Activity, 'timestamp' | 'localTimestamp' | 'expiration'>> & {
  readonly timestamp?: string;
  readonly localTimestamp?: string;
};

/** One HTTP request between Teams and the bot. */
export interface Exchange {
  readonly direction: 'to bot' | 'from bot';
  /** When the request was sent or had arrived. */
  readonly at: Date;
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  /** undefined when no answer came. */
  readonly status: number | undefined;
  /** The activity that the request carried, in whichever direction. */
  readonly activity: WireActivity | undefined;
  /** What was answered; undefined when it was not JSON. */
  readonly body: unknown;
}

/** A log of every exchange, in the order they ended. It is kept whole for as long as the local Teams runs. */
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
