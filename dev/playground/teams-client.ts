import type { ActionChoice, Card } from '../local-teams/card-actions.js';

export type Place = 'General' | 'other channel' | 'personal chat';

/** The two people in the team. The secretary does everything, except what needs the head of the department. */
export type Who = 'secretary' | 'head';

/** A card that the bot has posted, as it is shown now. */
export interface ShownCard {
  readonly conversationId: string;
  readonly messageId: string;
  readonly card: Card;
}

export interface Press {
  readonly action: ActionChoice;
  readonly typed: Readonly<Record<string, string>>;
  readonly as: 'execute' | 'submit';
}

export interface SentFile {
  /** The name of the file with its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens dialogs for the secretary, one at a time. */
export interface DialogClient {
  open(shown: ShownCard, action: ActionChoice, typed: Press['typed']): Promise<void>;
  /** Presses a button of the open dialog. */
  submit(action: ActionChoice, typed: Press['typed']): Promise<void>;
}

/** Acts for the people in a Teams. Methods without `who` act for the secretary. */
export interface TeamsClient {
  readonly headName: string;
  /** What this Teams cannot do, with one sentence for each thing; empty for a Teams that can do the whole flow. */
  readonly lacks: readonly string[];
  install(): Promise<void>;
  /** Writes a message. In a channel, it mentions the bot and begins a thread. `@` with the head's name is a mention. */
  write(place: Place, text: string): Promise<void>;
  /** Presses a button. The head can only press by Action.Execute. */
  press(shown: ShownCard, press: Press, who?: Who): Promise<void>;
  /** undefined in a Teams without dialogs. */
  readonly dialogs: DialogClient | undefined;
  /** Sends a file in the personal chat. */
  sendFile(file: SentFile): Promise<void>;
  /** Accepts the newest file that the bot offers in the personal chat; undefined in a Teams without file cards. */
  readonly acceptFile: (() => Promise<void>) | undefined;
}
