import type { Conversations, PersonalChat } from './conversations.js';
import type { Channel, Person } from './directory.js';

/** Keeps how far each person has read in each place. */
export interface ReadMarks {
  /** How many messages of others the person has not read there. */
  unread(person: Person, place: Channel | PersonalChat): number;
  /** @param messageId the id of a message there, which may be deleted */
  hasRead(person: Person, place: Channel | PersonalChat, messageId: string): boolean;
  /** Marks all messages in the place so far as read. */
  mark(person: Person, place: Channel | PersonalChat): void;
  save(): SavedReadMarks;
}

/** The newest message id when the person read there last, by person and place. */
export type SavedReadMarks = Readonly<Record<string, string>>;

export function createReadMarks(conversations: Conversations, saved: SavedReadMarks = {}): ReadMarks {
  const marks = new Map(Object.entries(saved));
  const keyOf = (person: Person, place: Channel | PersonalChat) =>
    `${person.id} ${'kind' in place ? 'chat' : place.id}`;
  const messagesIn = (place: Channel | PersonalChat) =>
    'kind' in place ? place.messages : conversations.threads(place).flatMap(({ messages }) => messages);

  const readTo = (person: Person, place: Channel | PersonalChat) => Number(marks.get(keyOf(person, place)) ?? 0);

  return {
    unread(person, place) {
      const mark = readTo(person, place);
      return messagesIn(place).filter(({ id, from }) => Number(id) > mark && from !== person).length;
    },
    hasRead: (person, place, messageId) => Number(messageId) <= readTo(person, place),
    // Ids grow across all places, so the newest of all is not older than any in this place.
    mark: (person, place) => void marks.set(keyOf(person, place), conversations.newestMessageId()),
    save: () => Object.fromEntries(marks),
  };
}
