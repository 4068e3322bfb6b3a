import type { LocalDate } from '../../src/domain/round/deadline.js';
import type { Place } from './teams-client.js';

/** A card in the open place, by its heading. Where several have the same heading, it is the newest. */
export interface StoryCard {
  /** Waits until the card is there and has these words. */
  says(...words: readonly string[]): Promise<void>;
  /** Types in a field, by its label. */
  type(label: string, text: string): Promise<void>;
  /** Chooses a day in a field, by its label. */
  choose(label: string, day: LocalDate): Promise<void>;
  /** Presses a button, by its title. */
  press(button: string): Promise<void>;
}

/** A Teams as one person uses it, who sees one place at a time, and knows fields and buttons by what stands on them. */
export interface StoryTeams {
  readonly botName: string;
  readonly headName: string;
  /** Whether the bot is told that a personal chat with it has begun. The local Teams does not tell it. */
  readonly greetsPersonally: boolean;
  /** What this Teams does not show as Teams does, with one sentence for each thing. */
  readonly lacks: readonly string[];
  /** Adds the bot to the team, in whatever way this Teams does it. */
  install(): Promise<void>;
  open(place: Place): Promise<void>;
  /** Writes to the bot in the open place; in a channel as a new post. `@` with the head's name is a mention. */
  write(text: string): Promise<void>;
  card(heading: string): StoryCard;
  /** Waits until the newest message in the personal chat is one with a file that the bot offers. */
  seesOfferedFile(): Promise<void>;
  /** Takes a picture of the open place, where there is something to take a picture of. */
  picture(name: string): Promise<void>;
}
