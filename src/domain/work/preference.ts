/** How a person wants to be told of what waits for them, as the person chose it in their own chat with the bot. */
export interface Preference {
  /** The Entra object id. */
  readonly personId: string;
  /** Whether by a message in that chat. Otherwise it is by a mention in the department's channel. */
  readonly isPersonal: boolean;
  /** The chat. */
  readonly conversationId: string;
  /**
   * Whether Teams has taken every message there. Once it has refused one, the person is told in the channel until the
   * person chooses again.
   */
  readonly isReachable: boolean;
  /** When the person chose. */
  readonly at: Date;
}

/** Whether the person gets messages in their own chat. */
export function isToldPersonally({ isPersonal, isReachable }: Preference): boolean {
  return isPersonal && isReachable;
}
