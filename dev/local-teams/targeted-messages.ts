import type { Conversation, Message } from './conversations.js';
import type { Person } from './directory.js';

/**
 * Teams takes a targeted message away from all clients after 24 hours,
 * https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages ("key aspects").
 */
const SHOWN_MS = 24 * 60 * 60 * 1000;

/** Who sees which messages. A targeted message is in a channel, and one member alone sees it, for a day. */
export interface Sight {
  isSeenBy(person: Person, message: Message): boolean;
  /** The messages that the person sees, in order. */
  messagesSeenBy(person: Person, conversation: Conversation): readonly Message[];
  /** Whether it is a targeted message whose day is over. */
  isExpired(message: Message): boolean;
}

/** @param now the clock, in milliseconds since 1970 */
export function createSight(now: () => number): Sight {
  const isExpired = ({ id, onlyFor }: Message) => onlyFor !== undefined && now() - Number(id) >= SHOWN_MS;
  const isSeenBy = (person: Person, message: Message) =>
    message.onlyFor === undefined || (message.onlyFor === person && !isExpired(message));
  return {
    isSeenBy,
    messagesSeenBy: (person, { messages }) => messages.filter((message) => isSeenBy(person, message)),
    isExpired,
  };
}
