import { cardText } from './card-text.js';
import type { Conversation, Conversations, Message } from './conversations.js';
import type { Directory, Person } from './directory.js';
import { mentionsOf, mentionsThatNotify, withoutTags } from './mentions.js';
import type { ReadMarks } from './read-marks.js';
import type { Sight } from './targeted-messages.js';

/** A line in a person's activity feed: the person was notified of a message of the bot. */
export interface FeedItem {
  readonly person: Person;
  /** In a personal chat, every message notifies. In a channel, only a mention does. */
  readonly why: 'mention' | 'chat';
  readonly conversation: Conversation;
  readonly messageId: string;
  /** undefined once the message is deleted or expired. As in Teams, the line stays then, and opens nothing. */
  readonly message: Message | undefined;
  /**
   * What a phone shows: the `summary` of the message as it was posted. Without one, it is the card's `fallbackText`, the
   * text of the message, or the text of the card.
   */
  readonly summary: string;
  readonly at: Date;
  /** Whether the person has read the channel or the chat since. */
  readonly isRead: boolean;
}

/**
 * The activity feeds. They hold only what the bot has written. An update of a message notifies nobody, nor does a
 * channel post that mentions nobody. A targeted message can notify only the person who sees it.
 */
export interface Feeds {
  /** The newest line comes first. */
  feedOf(person: Person): readonly FeedItem[];
  /** Notifies people of a new message of the bot. */
  notify(message: Message): void;
  save(): readonly SavedFeedItem[];
}

export interface SavedFeedItem {
  readonly personId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly why: FeedItem['why'];
  readonly summary: string;
}

export interface FeedsOptions {
  readonly directory: Pick<Directory, 'findTeam' | 'members'>;
  readonly conversations: Pick<Conversations, 'find' | 'findMessage'>;
  readonly readMarks: Pick<ReadMarks, 'hasRead'>;
  readonly sight: Pick<Sight, 'isSeenBy'>;
  /** The lines of a saved local Teams, the oldest first. */
  readonly saved: readonly SavedFeedItem[] | undefined;
}

export function createFeeds({ directory, conversations, readMarks, sight, saved = [] }: FeedsOptions): Feeds {
  const items = [...saved];

  function notified(message: Message): readonly Person[] {
    const { thread, card, mentions } = message;
    if (thread.kind === 'personal') return [thread.person];
    const all = [...mentions, ...(card === undefined ? [] : mentionsThatNotify(card))];
    const ids = new Set(all.map(({ mentioned }) => mentioned.id));
    const members = directory
      .members(directory.findTeam(thread.channel.teamId))
      .filter((person) => sight.isSeenBy(person, message));
    // The email address of a person is also the user principal name, which Teams takes on a card.
    return members.filter(({ id, aadObjectId, email }) => [id, aadObjectId, email].some((each) => ids.has(each)));
  }

  return {
    feedOf: (person) =>
      items
        .filter(({ personId }) => personId === person.id)
        .flatMap(({ conversationId, messageId, why, summary }) => {
          const conversation = conversations.find(conversationId);
          if (conversation === undefined) return [];
          const place = conversation.kind === 'personal' ? conversation : conversation.channel;
          const message = conversations.findMessage(messageId);
          return {
            person,
            why,
            conversation,
            messageId,
            message: message !== undefined && sight.isSeenBy(person, message) ? message : undefined,
            summary,
            at: new Date(Number(messageId)),
            isRead: readMarks.hasRead(person, place, messageId),
          };
        })
        .toReversed(),
    notify(message) {
      const { id: messageId, thread } = message;
      const why = thread.kind === 'personal' ? 'chat' : 'mention';
      const summary = summaryOf(message);
      for (const { id: personId } of notified(message)) {
        items.push({ personId, conversationId: thread.conversationId, messageId, why, summary });
      }
    },
    save: () => [...items],
  };
}

function summaryOf({ summary, card, text, mentions, files }: Message): string {
  const fallback = card?.['fallbackText'];
  const written = withoutTags(text, mentions);
  const drawn = card === undefined ? '' : withoutTags(cardText(card), mentionsOf(card)).replaceAll('\n', ' ');
  return summary || (typeof fallback === 'string' && fallback) || written || drawn || files[0]?.name || '';
}
