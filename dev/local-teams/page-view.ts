/** What the page and its server say to each other, as JSON. */

/** The state of everything, told whenever it changes. Two that are equal show the same. */
export interface PageEvent {
  readonly version: string;
}

export interface Overview {
  readonly version: string;
  readonly botName: string;
  readonly people: readonly PersonView[];
  /** As the asking person sees them. */
  readonly teams: readonly TeamView[];
  readonly chatUnread: number;
  readonly hurts: Hurts;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly kind: 'member' | 'guest' | 'outsider';
  /** In all places together. */
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

/** A channel or a personal chat with what is written in it, oldest first. */
export interface PlaceView {
  readonly threads: readonly ThreadView[];
}

export interface ThreadView {
  /** The first message's; `chat` for a personal chat, which is one thread. */
  readonly id: string;
  readonly messages: readonly MessageView[];
}

export interface MessageView {
  readonly id: string;
  readonly from: { readonly name: string; readonly isBot: boolean; readonly isMe: boolean };
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  readonly isEdited: boolean;
  /** As the asking person sees it. */
  readonly card?: Readonly<Record<string, unknown>>;
  readonly files: readonly FileView[];
}

/** A file that is there, or one that the bot asks leave to send. */
export type FileView =
  | {
      readonly kind: 'file';
      readonly name: string;
      /** Where it is opened; absent when the local Teams does not have it, as after it was started again. */
      readonly href?: string;
      /** Whether it is in the person's own drive: then it is downloaded, else opened where it is. */
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
  /** What the client says beside the card. */
  readonly toast?: string;
  readonly isError: boolean;
}

export interface ExchangeView {
  /** Counted from 1, in the order they ended. */
  readonly number: number;
  readonly direction: 'to bot' | 'from bot';
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Absent when no answer came. */
  readonly status?: number;
  readonly activity?: unknown;
  readonly body?: unknown;
}

/** What hurts in the real client, and can be switched on to see that the bot bears it. */
export interface Hurts {
  /** Typed text is gone when its card is redrawn or the channel is switched. */
  readonly forgetsTyped: boolean;
  /** `Action.Execute` does not work; its `Action.Submit` fallback runs. */
  readonly noExecute: boolean;
  /** The bot's answers to `Action.Execute` come too late to be shown. */
  readonly lateAnswers: boolean;
  /** Every press is delivered twice, with the same id. */
  readonly twiceSameId: boolean;
  /** Every press is delivered twice, the second time with a new id. */
  readonly twiceNewId: boolean;
  /** The client is a phone. */
  readonly phone: boolean;
}
