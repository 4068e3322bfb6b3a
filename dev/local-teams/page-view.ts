/* The JSON that the page and its server send to each other. */

/** Sent after every change. If two versions are equal, nothing has changed between them. */
export interface PageEvent {
  readonly version: string;
}

export interface Overview {
  readonly version: string;
  readonly botName: string;
  readonly people: readonly PersonView[];
  /** The teams as the asking person sees them. */
  readonly teams: readonly TeamView[];
  readonly chatUnread: number;
  /** Whether the asking person has blocked the bot. */
  readonly blocksBot: boolean;
  /** The newest lines of the asking person's activity feed, the newest first. */
  readonly feed: readonly FeedItemView[];
  readonly hurts: Hurts;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly kind: 'member' | 'guest' | 'outsider';
  /** The number of unread messages in all places. */
  readonly unread: number;
}

export interface TeamView {
  readonly id: string;
  readonly name: string;
  readonly hasBot: boolean;
  readonly channels: readonly ChannelView[];
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly unread: number;
}

/** A line of an activity feed. */
export interface FeedItemView {
  readonly message: string;
  /** The id of the channel, or `chat`. */
  readonly place: string;
  /** The names of the team and the channel; left out for the personal chat. */
  readonly channel?: string;
  readonly summary: string;
  /** ISO 8601. */
  readonly at: string;
  readonly isRead: boolean;
}

/** A channel or a personal chat with its messages, the oldest first. */
export interface PlaceView {
  readonly threads: readonly ThreadView[];
}

export interface ThreadView {
  /** The id of the first message; `chat` for a personal chat, which is one thread. */
  readonly id: string;
  /** Whether the message that began the thread is deleted, while there are replies to it. */
  readonly isRootDeleted: boolean;
  readonly messages: readonly MessageView[];
}

export interface MessageView {
  readonly id: string;
  readonly from: { readonly name: string; readonly isBot: boolean; readonly isMe: boolean };
  /** Whether the asking person alone sees it. */
  readonly isOnlyForMe: boolean;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  /** The tags, such as `<at>Anne Jensen</at>`, that are drawn as a name in the text and on the card. */
  readonly mentions: readonly string[];
  readonly isEdited: boolean;
  /** The card as the asking person sees it. */
  readonly card?: Readonly<Record<string, unknown>>;
  readonly files: readonly FileView[];
}

/** A file, or the bot's request for consent to send one. */
export type FileView =
  | {
      readonly kind: 'file';
      readonly name: string;
      /** The address of the file; left out where the local Teams has lost it, for example after a restart. */
      readonly href?: string;
      /** Whether it is in a drive of the local Teams. Then it is downloaded. Otherwise a new tab opens its address. */
      readonly isOwn: boolean;
    }
  | {
      readonly kind: 'consent';
      readonly name: string;
      readonly description: string;
      readonly sizeInBytes: number;
    };

export interface PressView {
  readonly status: number;
  /** What the client shows beside the card. */
  readonly toast?: string;
  readonly isError: boolean;
}

/** What the client shows after it has asked the bot for a dialog, or has submitted one. */
export interface DialogShownView extends PressView {
  /** The dialog that is open now; left out where there is none. */
  readonly dialog?: DialogView;
}

export interface DialogView {
  readonly id: string;
  /** Empty for a text that the bot has answered with instead of a dialog. */
  readonly title: string;
  readonly height: DialogSizeView;
  readonly width: DialogSizeView;
  /** Left out where it shows a text instead. */
  readonly card?: Readonly<Record<string, unknown>>;
  readonly text?: string;
  /** The tags that are drawn as names on the card. */
  readonly mentions: readonly string[];
}

/** A number of pixels, or a part of the window. */
export type DialogSizeView = number | 'small' | 'medium' | 'large';

export interface ExchangeView {
  /** Counted from 1, in the order in which the exchanges ended. */
  readonly number: number;
  readonly direction: 'to bot' | 'from bot';
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Left out where there was no answer. */
  readonly status?: number;
  readonly activity?: unknown;
  readonly body?: unknown;
}

/** Weaknesses of the real client that can be switched on, to see that the bot works in spite of them. */
export interface Hurts {
  /** Typed text is lost when its card is drawn again or another channel is opened. */
  readonly forgetsTyped: boolean;
  /** `Action.Execute` does not work, and its fallback, `Action.Submit`, is used. */
  readonly noExecute: boolean;
  /** The bot's answers to `Action.Execute` come too late to be shown. */
  readonly lateAnswers: boolean;
  /** Every press is delivered twice, with the same id. */
  readonly twiceSameId: boolean;
  /** Every press is delivered twice, the second time with a new id. */
  readonly twiceNewId: boolean;
  /** The client does not tell the message of an `Action.Submit` or of a dialog. */
  readonly noReplyToId: boolean;
  /** The bot is asked for a dialog, and the client shows an error in its place. */
  readonly dialogsFail: boolean;
  /** A dialog closes when the person clicks beside it. */
  readonly dialogsClose: boolean;
  /** What stands in the fields of a card does not come along to the dialog that it opens. */
  readonly noInputsToDialog: boolean;
  /** Buttons in an `ActionSet` of a dialog are not drawn, as on iOS. */
  readonly deadActionSets: boolean;
  /** Messages to one person are refused. */
  readonly targetedRefused: boolean;
  /** The client is a phone. The buttons in an `ActionSet` of a dialog are not drawn then either. */
  readonly phone: boolean;
}
