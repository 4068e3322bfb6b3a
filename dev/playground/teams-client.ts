import type { Card } from '../local-teams/card-actions.js';

export type Place = 'General' | 'other channel' | 'personal chat';

/** The two in the team: who does everything, and who is made the head of the department. */
export type Who = 'secretary' | 'head';

/** A card that the bot has posted, as it stands now. */
export interface ShownCard {
  readonly conversationId: string;
  readonly messageId: string;
  readonly card: Card;
}

export interface Press {
  readonly verb: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly as: 'execute' | 'submit';
}

export interface SentFile {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** People in a Teams, whichever it is. What has no `who` the secretary does. */
export interface TeamsClient {
  readonly headName: string;
  /** What this Teams has no way of doing, each as a sentence; empty for one that can do all of the flow. */
  readonly lacks: readonly string[];
  install(): Promise<void>;
  /** A new message; in a channel it mentions the bot and begins a thread. `@` and the head's name is a mention. */
  write(place: Place, text: string): Promise<void>;
  /** The head presses by Action.Execute alone. */
  press(shown: ShownCard, press: Press, who?: Who): Promise<void>;
  /** Sends a file in the personal chat. */
  sendFile(file: SentFile): Promise<void>;
  /** Accepts the newest file that the bot offers in the personal chat. Undefined in a Teams without such cards. */
  readonly acceptFile: (() => Promise<void>) | undefined;
}
