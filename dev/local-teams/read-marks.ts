import type { Conversations, PersonalChat } from './conversations.js';
import type { Channel, Person } from './directory.js';

/** Keeps how far each person has read in each place. */
export interface ReadMarks {
  /** How many messages of others the person has not read there. */
  unread(person: Person, place: Channel | PersonalChat): number;
  /** Marks all messages in the place so far as read. */
  mark(person: Person, place: Channel | PersonalChat): void;
  save(): SavedReadMarks;
}

/** The id of the newest message that was read, by person and place. */
export type SavedReadMarks = Readonly<Record<string, string>>;

export function createReadMarks(conversations: Conversations, saved: SavedReadMarks = {}): ReadMarks {
  const marks = new Map(Object.entries(saved));
  const keyOf = (person: Person, place: Channel | PersonalChat) =>
    `${person.id} ${'kind' in place ? 'chat' : place.id}`;
  const messagesIn = (place: Channel | PersonalChat) =>
    'kind' in place ? place.messages : conversations.threads(place).flatMap(({ messages }) => messages);

  return {
    unread(person, place) {
      const readTo = Number(marks.get(keyOf(person, place)) ?? 0);
      return messagesIn(place).filter(({ id, from }) => Number(id) > readTo && from !== person).length;
    },
    mark(person, place) {
      const newest = Math.max(0, ...messagesIn(place).map(({ id }) => Number(id)));
      marks.set(keyOf(person, place), String(newest));
    },
    save: () => Object.fromEntries(marks),
  };
}
