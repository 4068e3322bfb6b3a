import type { Language } from '../domain/language.js';
import { COMMAND_MAX } from '../domain/limits.js';
import { cleanLine } from '../domain/text/clean-text.js';
import { withoutTrailing } from '../domain/text/without-trailing.js';
import type { Mention, WrittenMessage } from './acts.js';

/** A message as a command is read from it. */
export interface CommandWords {
  /** One clean line, in which whoever is mentioned stands as `<at>…</at>`. */
  readonly line: string;
  /** The line without the marks that end it. */
  readonly bare: string;
  /** The same, without those who are mentioned. */
  readonly withoutMentions: string;
  readonly mentions: readonly Mention[];
}

/** How a command is written in each language, in small letters. The first is the one that people are shown. */
export type Phrases = Readonly<Record<Language, readonly [string, ...string[]]>>;

/** @returns undefined for a message that is longer than any command */
export function commandWords({ parts }: Pick<WrittenMessage, 'parts'>): CommandWords | undefined {
  const words = parts.filter((part) => typeof part === 'string').join('');
  if (words.length > COMMAND_MAX) return undefined;
  const lineWith = (mention: (name: string) => string) =>
    cleanLine(parts.map((part) => (typeof part === 'string' ? part : mention(part.name))).join(''));
  const line = lineWith((name) => `<at>${name}</at>`);
  return {
    line,
    bare: withoutEndMarks(line),
    withoutMentions: withoutEndMarks(lineWith(() => ' ')),
    mentions: parts.filter((part) => typeof part !== 'string'),
  };
}

/** For a command that takes nothing but its own words. */
export function itsWordsAlone({ bare }: CommandWords, phrases: Phrases): true | undefined {
  return Object.values(phrases).flat().includes(bare.toLowerCase()) || undefined;
}

/** A line without the marks and spaces that end it. */
export function withoutEndMarks(line: string): string {
  return withoutTrailing(line, ' .!?');
}
