import type { PersonalSender } from '../application/channel/secretariat-member.js';
import type { ChannelAddress, PostedMessage } from '../domain/channel/channel.js';
import type { Person } from '../domain/person.js';

/** Something that a person did in a channel: who, and where. */
export interface ChannelAct {
  readonly by: Person;
  readonly address: ChannelAddress;
  /** `<channelId>;messageid=<root>`; undefined where the service does not say in which thread. */
  readonly thread: string | undefined;
  readonly activityId: string;
  /** The message that a pressed card belongs to; undefined for a written message, and where a client leaves it out. */
  readonly posted: PostedMessage | undefined;
}

/** Something that a person did in their own chat with the bot, and what came along. */
export interface PersonalAct {
  readonly sender: PersonalSender;
  readonly conversationId: string;
  readonly activityId: string;
  /** The message whose card was used; undefined for a written message. */
  readonly cardId: string | undefined;
  /** Files that were sent, in order. */
  readonly files: readonly SentFile[];
  /** Whether there is something among them that the bot cannot fetch, such as a picture in the text. */
  readonly hasOther: boolean;
}

/** A file that someone sent; it is in their drive. */
export interface SentFile {
  readonly name: string;
  /** Where it can be fetched without a login for some minutes: whoever has the address has the file. */
  readonly downloadUrl: string;
}

/** Someone or something that a message names with an @. */
export interface Mention {
  /** As Teams knows them towards this bot: a person's begins with `29:`. */
  readonly id: string;
  readonly name: string;
}

/** What someone wrote to the bot. */
export interface WrittenMessage {
  /**
   * Its words and those that it mentions, in their order; without the mentions of the bot itself, which every message
   * in a channel begins with.
   */
  readonly parts: readonly (string | Mention)[];
  /** The message as its reader sees it: mentions are names, lines are kept. */
  readonly plain: string;
  /** Whether files or pictures came along, of which nothing can be read in a channel. */
  readonly hasFiles: boolean;
}

/** Where a person can do something: in whose channel, in one that is nobody's yet, or in their own chat with the bot. */
export type Place = 'unregistered' | 'department' | 'secretariat' | 'personal';

/** What kind of conversation something happened in, as Teams has it. */
export type Surroundings = 'channel' | 'personal chat' | 'group chat';

/** Why an act cannot be served. Each has its own sentence (`Messages.refusals`), and a row in docs/refusals.md. */
export type RefusalCause =
  /** Nobody from the organisation's directory: an anonymous guest, or another bot. */
  | 'unknown person'
  | 'group chat'
  /** A button that belongs in a channel. */
  | 'personal chat'
  /** Not known to be a channel, a group chat or a personal chat. */
  | 'unknown place'
  | 'no tenant'
  /** No id of the activity, so that it could not be told from its own repetition. */
  | 'no activity id'
  /** A button was pressed, and what it carried did not arrive, or not whole. */
  | 'press not read'
  /** A message with nothing in it, in a personal chat: Teams has lost the file that was sent. */
  | 'file lost';

/** @param field where it is missing, such as `from.aadObjectId`: for the log. Never what stands in it. */
export interface Refusal {
  readonly cause: RefusalCause;
  readonly field: string;
}
