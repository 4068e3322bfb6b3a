import { createHash } from 'node:crypto';
import { CHANNEL_COMMANDS, PERSONAL_COMMANDS } from '../../src/conversation/rows.js';
import { FACTS, NEITHER, TO_CHANGE, withSameWords } from '../../src/conversation/understanding/understand.js';
import { type LabelledSentence, sentencesOf, writers } from './labelled-sentences.js';
import type { Lesson } from './learn-weights.js';

const COMMANDS = [...CHANNEL_COMMANDS, ...PERSONAL_COMMANDS];
const WITHOUT_COMMAND: ReadonlySet<string> = new Set([NEITHER, ...Object.values(FACTS)]);

/** What is learned from a writer's sentences. */
export function lessonsOf(writer: string): readonly Lesson[] {
  return sentencesOf(writer).map(({ place, said, means, toChange }) => ({
    place,
    said,
    meaning: learnedAs(means[0], toChange),
  }));
}

/** Commands with the same words are learned as one, and one that shows and changes as two. Only the likeliest is learned. */
function learnedAs(name: string, toChange: LabelledSentence['toChange']): string {
  if (WITHOUT_COMMAND.has(name)) return name;
  const [command] = withSameWords(COMMANDS, name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  const isBoth = command.meant === 'done to see, offered to change';
  return isBoth && toChange === true ? `${command.name}${TO_CHANGE}` : command.name;
}

/** What is learned from all of them. */
export function allLessons(): readonly Lesson[] {
  return writers().flatMap(lessonsOf);
}

/** Tells whether weights were learned from just these lessons. */
export function digestOf(lessons: readonly Lesson[]): string {
  const text = lessons.map(({ place, said, meaning }) => [place, said, meaning].join('\t')).join('\n');
  return createHash('sha256').update(text).digest('hex');
}
