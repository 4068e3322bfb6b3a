import { readdirSync, readFileSync } from 'node:fs';
import type { Place } from '../../src/conversation/acts.js';

/** A sentence as somebody would write it to the bot, and what they want. A line of a file of `dev/sentences`. */
export interface LabelledSentence {
  readonly place: Place;
  readonly said: string;
  /** The name of a command, `facts.deadline` and its like, or `neither`: what the writer wants, the likeliest first. */
  readonly means: readonly [string, ...string[]];
  /** Whether it is to be changed, where the command shows something and changes it too. */
  readonly toChange?: true;
}

/** The folder is beside this file's source, also where this is compiled. */
const FOLDER = new URL('../../../dev/sentences/', import.meta.url);

/** The files that nothing is learned from. docs/sentences.md says how they were read. */
export const UNSEEN: readonly string[] = ['unseen/first', 'unseen/second'];

/** The names of the files, each of one writer. */
export function writers(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => name.slice(0, -'.jsonl'.length))
    .toSorted();
}

export function sentencesOf(writer: string): readonly LabelledSentence[] {
  return sentencesIn(readFileSync(new URL(`${writer}.jsonl`, FOLDER), 'utf8'));
}

/** @param text one sentence a line, each an object in JSON */
function sentencesIn(text: string): readonly LabelledSentence[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): LabelledSentence => JSON.parse(line));
}
