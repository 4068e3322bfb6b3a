/** What the bot asked of the connector. `create` starts a thread in a channel, and `send` adds a message to one. */
export type Operation = 'create' | 'send' | 'update' | 'delete' | 'get';

/** How busy the connector is. */
export interface ConnectorTraffic {
  /** How many calls have come since the last call of `forget`. */
  readonly calls: number;
  /** How many calls have not been answered. */
  readonly open: number;
  /** When the last answer was given, in milliseconds since 1970; 0 before the first. */
  readonly lastAnswer: number;
}

/** One call of the connector, as it was seen from outside the bot. */
export interface ConnectorCall {
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  readonly operation: Operation;
  /** The id of the channel, without that of the thread. */
  readonly conversation: string;
  /** The id that the connector gave the message. */
  readonly activityId: string;
  /** The summary or the text of the message; empty where it has none. */
  readonly shows: string;
}
