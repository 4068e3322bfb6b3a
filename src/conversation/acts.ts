import type { Actor, ActorInChannel } from '../application/rights/judge.js';
import type { PostedMessage } from '../domain/channel/channel.js';
import type { RoundId } from '../domain/ids.js';
import type { Person } from '../domain/person.js';

/** Where a button is: on a card in the channel, or in a dialog, the window that opens over the channel. */
export type Surface = 'card' | 'dialog';

/** A channel that some of a team's people cannot see, or that people of other organisations can. */
export type LimitedChannel = 'private' | 'shared';

/** Something that a person did in a channel. */
export interface ChannelAct extends ActorInChannel {
  /** `card` also for a written message. A press that opens a dialog comes from the dialog that it opens. */
  readonly surface: Surface;
  /** The conversation id, `<channelId>;messageid=<root>`; undefined where the service does not name the thread. */
  readonly thread: string | undefined;
  readonly activityId: string;
  /** Set in a channel that has other people than its team; undefined where Teams does not tell it. */
  readonly limitedTo?: LimitedChannel | undefined;
  /**
   * The message with the pressed card; undefined for a written message, and where a client leaves out its id, as clients
   * mostly do for a button in a dialog.
   */
  readonly posted: PostedMessage | undefined;
  /** The round that the person has chosen, where there was a choice. A written command names none. */
  readonly meantRound?: RoundId | undefined;
}

/** A person who writes to the bot in a personal chat, outside channels. */
export interface PersonalSender extends Actor {
  readonly tenantId: string;
}

/** Something that a person did in their own chat with the bot, with the files that came along. */
export interface PersonalAct {
  readonly sender: PersonalSender;
  readonly conversationId: string;
  readonly activityId: string;
  /** The message whose card was used; undefined for a written message. */
  readonly cardId: string | undefined;
  /** Files that were sent, in order. */
  readonly files: readonly SentFile[];
  /** Whether the message has an attachment that the bot cannot fetch, such as a picture in the text. */
  readonly hasOther: boolean;
  /** As in `ChannelAct`. */
  readonly meantRound?: RoundId | undefined;
}

/** A file that someone sent to the bot. Teams keeps it in the sender's OneDrive. */
export interface SentFile {
  readonly name: string;
  /** A secret: for some minutes, anyone who has this address can fetch the file without a login. */
  readonly downloadUrl: string;
}

/** Someone or something that a message names with an @. */
export interface Mention {
  /** The id that Teams uses towards this bot. A person's id begins with `29:`. */
  readonly id: string;
  readonly name: string;
}

/** What someone wrote to the bot. */
export interface WrittenMessage {
  /**
   * The words and the mentions, in order. Mentions of the bot itself are left out: every message in a channel begins
   * with one.
   */
  readonly parts: readonly (string | Mention)[];
  /** The message as a reader sees it: mentions are names, and line breaks are kept. */
  readonly plain: string;
  /** Whether files or pictures came along. The bot cannot read them in a channel. */
  readonly hasFiles: boolean;
}

/** Where a person can do something: in a channel, by what the channel is registered as, or in their own chat. */
export type Place = 'unregistered' | 'department' | 'secretariat' | 'personal';

/** The kinds of conversation that Teams has. */
export type Surroundings = 'channel' | 'personal chat' | 'group chat';

/** Why an act cannot be served. Each cause has its own sentence for the person, and a row in docs/refusals.md. */
export type RefusalCause =
  | 'a bot'
  /** The sender is not in the organisation's directory, such as a guest without an account. */
  | 'unknown person'
  /** The channel is shared with the person's organisation, or Teams names another tenant beside the conversation's. */
  | 'person of another tenant'
  | 'group chat'
  /** A button that belongs in a channel was pressed in a personal chat. */
  | 'personal chat'
  /** The conversation is not known to be a channel, a group chat or a personal chat. */
  | 'unknown place'
  | 'no tenant'
  /** The activity has no id, so the bot could not tell whether Teams has delivered it before. */
  | 'no activity id'
  /** A button was pressed, but the data of the button did not arrive, or only a part of it did. */
  | 'press not read'
  /** An empty message in a personal chat: Teams has lost the file that was sent. */
  | 'file lost';

/** @param field the name of the field that is missing or wrong, for the log: `from.aadObjectId`. Never its value. */
export interface Refusal {
  readonly cause: RefusalCause;
  readonly field: string;
  /** Who is refused, and where, for the audit; undefined where the activity does not tell it. */
  readonly refused?: Stranger;
}

/** Someone for whom the bot does nothing, at least in this place. */
export interface Stranger {
  readonly tenantId: string;
  /** undefined for someone who cannot be identified. */
  readonly by: Person | undefined;
  /** The id of the channel or the chat. */
  readonly conversationId: string;
  readonly activityId: string;
}
