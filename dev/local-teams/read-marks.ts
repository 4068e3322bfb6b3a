import type { Conversations, PersonalChat } from './conversations.js';
import type { Channel, Person } from './directory.js';
import type { Sight } from './targeted-messages.js';

/** Keeps how far each person has read in each place. */
export interface ReadMarks {
  /** How many messages of others that the person sees there are not read. */
  unread(person: Person, place: Channel | PersonalChat): number;
  /** @param messageId the id of a message there, which may be deleted */
  hasRead(person: Person, place: Channel | PersonalChat, messageId: string): boolean;
  /** Marks all messages in the place so far as read. */
  mark(person: Person, place: Channel | PersonalChat): void;
  save(): SavedReadMarks;
}

/** The newest message id when the person read there last, by person and place. */
export type SavedReadMarks = Readonly<Record<string, string>>;

export function createReadMarks(
  conversations: Conversations,
  sight: Pick<Sight, 'messagesSeenBy'>,
  saved: SavedReadMarks = {},
): ReadMarks {
  const marks = new Map(Object.entries(saved));
  const keyOf = (person: Person, place: Channel | PersonalChat) =>
    `${person.id} ${'kind' in place ? 'chat' : place.id}`;
  const messagesIn = (person: Person, place: Channel | PersonalChat) =>
    ('kind' in place ? [place] : conversations.threads(place)).flatMap((each) => sight.messagesSeenBy(person, each));

  const readTo = (person: Person, place: Channel | PersonalChat) => Number(marks.get(keyOf(person, place)) ?? 0);

  return {
    unread(person, place) {
      const mark = readTo(person, place);
      return messagesIn(person, place).filter(({ id, from }) => Number(id) > mark && from !== person).length;
    },
    hasRead: (person, place, messageId) => Number(messageId) <= readTo(person, place),
    // Ids grow across all places, so the newest of all is not older than any in this place.
    mark: (person, place) => void marks.set(keyOf(person, place), conversations.newestMessageId()),
    save: () => Object.fromEntries(marks),
  };
}
