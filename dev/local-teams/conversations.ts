import { randomUUID } from 'node:crypto';
import type { Card } from './card-actions.js';
import type { Channel, Directory, Person } from './directory.js';
import type { MentionEntity } from './mentions.js';
import type { MessageFile } from './message-files.js';

/** A message in a channel and the replies to it. `messages` grows when people and the bot write. */
export interface Thread {
  readonly kind: 'channel';
  /** The id of its first message. */
  readonly rootId: string;
  /** `<channelId>;messageid=<rootId>` */
  readonly conversationId: string;
  readonly channel: Channel;
  readonly messages: readonly Message[];
}

/** The only chat between a person and the bot. `messages` grows when they write. */
export interface PersonalChat {
  readonly kind: 'personal';
  readonly conversationId: string;
  readonly person: Person;
  readonly messages: readonly Message[];
}

export type Conversation = Thread | PersonalChat;

/** What everyone in a conversation sees, or one person alone. An edit changes this object. */
export interface Message extends Content {
  /** Milliseconds since 1970 as digits, as in Teams. Each id is larger than all earlier ones. */
  readonly id: string;
  readonly thread: Conversation;
  readonly from: 'bot' | Person;
  /** Who alone sees it, if it is a targeted message of the bot; undefined where everyone in the conversation does. */
  readonly onlyFor: Person | undefined;
  /** How many times its author has changed it. */
  readonly edits: number;
}

export interface Content {
  /** The text as it was typed; empty for a message that is only a card or a file. */
  readonly text: string;
  /** The mentions in the text of a bot's message. In a person's message, the names in the text are the mentions. */
  readonly mentions: readonly MentionEntity[];
  /** The text that the activity feed shows for the message. */
  readonly summary: string | undefined;
  readonly card: Card | undefined;
  readonly files: readonly MessageFile[];
}

/** All messages. It does not check rights: the caller must do that. */
export interface Conversations {
  startThread(channel: Channel, from: Message['from'], content: Content, onlyFor?: Person): Message;
  add(conversation: Conversation, from: Message['from'], content: Content, onlyFor?: Person): Message;
  replace(message: Message, content: Content): void;
  /** The message is gone for everyone. The replies to it stay, and so does their thread. */
  remove(message: Message): void;
  find(conversationId: string): Conversation | undefined;
  findMessage(id: string): Message | undefined;
  /** The oldest thread comes first. A thread is left out if all its messages are deleted. */
  threads(channel: Channel): readonly Thread[];
  personalChat(person: Person): PersonalChat;
  /** Whether anything is written in the person's chat. */
  hasChat(person: Person): boolean;
  /** All conversations with messages, in the order in which they began. */
  list(): readonly Conversation[];
  newMessageId(): string;
  /** The newest id that a message has been given. The message may be deleted. */
  newestMessageId(): string;
  save(): readonly SavedConversation[];
}

/** A conversation as JSON. A thread has a channel, and a chat has a person. */
export type SavedConversation = {
  readonly conversationId: string;
  readonly messages: readonly SavedMessage[];
} & ({ readonly rootId: string; readonly channelId: string } | { readonly personId: string });

export interface SavedMessage {
  readonly id: string;
  /** `bot`, or the id of a person. */
  readonly from: string;
  /** The id of a person; left out where everyone sees the message. */
  readonly onlyFor?: string | undefined;
  readonly text: string;
  /** Left out where there are none. */
  readonly mentions?: readonly MentionEntity[] | undefined;
  readonly summary?: string | undefined;
  readonly card?: Card | undefined;
  /** Left out where there are none. The content of the files is not saved. */
  readonly files?: readonly MessageFile[] | undefined;
  readonly edits: number;
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * @param saved the conversations of a saved local Teams
 * @param now the clock, in milliseconds since 1970; the default is that of this machine
 * @throws Error if they name a channel or a person that the directory does not have
 */
export function createConversations(
  directory: Pick<Directory, 'findChannel' | 'findPerson'>,
  saved: readonly SavedConversation[] = [],
  now: () => number = Date.now,
): Conversations {
  const conversations = new Map<string, Conversation & { readonly messages: Message[] }>();
  const threadsByChannel = new Map<string, Thread[]>();
  const chatsByPerson = new Map<string, PersonalChat>();
  const messages = new Map<string, Writable<Message>>();
  let lastId = 0;

  function newMessageId(): string {
    lastId = Math.max(now(), lastId + 1);
    return String(lastId);
  }

  function known<Value>(value: Value | undefined, what: string): Value {
    if (value === undefined) throw new Error(`${what} is not, or no longer, in this Teams`);
    return value;
  }

  function insert(
    conversation: Conversation,
    content: Content,
    { id, from, onlyFor, edits }: Pick<Message, 'id' | 'from' | 'onlyFor' | 'edits'>,
  ): Message {
    const message = { ...content, id, thread: conversation, from, onlyFor, edits };
    known(conversations.get(conversation.conversationId), conversation.conversationId).messages.push(message);
    messages.set(id, message);
    return message;
  }

  function openThread(channel: Channel, rootId: string): Thread {
    const conversationId = `${channel.id};messageid=${rootId}`;
    const thread = { kind: 'channel' as const, rootId, conversationId, channel, messages: [] };
    conversations.set(conversationId, thread);
    const threads = threadsByChannel.get(channel.id);
    if (threads === undefined) threadsByChannel.set(channel.id, [thread]);
    else threads.push(thread);
    return thread;
  }

  function openChat(person: Person, conversationId: string): PersonalChat {
    const chat = { kind: 'personal' as const, conversationId, person, messages: [] };
    conversations.set(conversationId, chat);
    chatsByPerson.set(person.id, chat);
    return chat;
  }

  for (const each of saved) {
    const conversation =
      'personId' in each
        ? openChat(known(directory.findPerson(each.personId), each.personId), each.conversationId)
        : openThread(known(directory.findChannel(each.channelId), each.channelId), each.rootId);
    for (const { id, from, onlyFor, edits, text, mentions = [], summary, card, files = [] } of each.messages) {
      const author = from === 'bot' ? from : known(directory.findPerson(from), from);
      const reader = onlyFor === undefined ? undefined : known(directory.findPerson(onlyFor), onlyFor);
      const content = { text, mentions, summary, card, files };
      insert(conversation, content, { id, from: author, onlyFor: reader, edits });
      lastId = Math.max(lastId, Number(id));
    }
  }

  return {
    newMessageId,
    newestMessageId: () => String(lastId),
    startThread(channel, from, content, onlyFor) {
      const id = newMessageId();
      return insert(openThread(channel, id), content, { id, from, onlyFor, edits: 0 });
    },
    add: (conversation, from, content, onlyFor) =>
      insert(conversation, content, { id: newMessageId(), from, onlyFor, edits: 0 }),
    replace(message, content) {
      const { text, mentions, summary, card, files } = content;
      Object.assign(known(messages.get(message.id), `message ${message.id}`), {
        text,
        mentions,
        summary,
        card,
        files,
        edits: message.edits + 1,
      });
    },
    remove(message) {
      const siblings = known(conversations.get(message.thread.conversationId), message.thread.conversationId).messages;
      siblings.splice(siblings.indexOf(message), 1);
      messages.delete(message.id);
    },
    list: () => [...conversations.values()].filter(({ messages: held }) => held.length > 0),
    find: (conversationId) => conversations.get(conversationId),
    findMessage: (id) => messages.get(id),
    threads: (channel) => (threadsByChannel.get(channel.id) ?? []).filter((thread) => thread.messages.length > 0),
    personalChat(person) {
      return chatsByPerson.get(person.id) ?? openChat(person, `a:${randomUUID()}`);
    },
    hasChat: ({ id }) => (chatsByPerson.get(id)?.messages.length ?? 0) > 0,
    save: () =>
      [...conversations.values()].map((conversation) => ({
        conversationId: conversation.conversationId,
        ...(conversation.kind === 'personal'
          ? { personId: conversation.person.id }
          : { rootId: conversation.rootId, channelId: conversation.channel.id }),
        messages: conversation.messages.map(({ id, from, onlyFor, text, mentions, summary, card, files, edits }) => ({
          id,
          from: from === 'bot' ? from : from.id,
          ...(onlyFor === undefined ? {} : { onlyFor: onlyFor.id }),
          text,
          ...(mentions.length === 0 ? {} : { mentions }),
          summary,
          card,
          ...(files.length === 0 ? {} : { files }),
          edits,
        })),
      })),
  };
}
