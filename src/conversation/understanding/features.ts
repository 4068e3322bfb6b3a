import { stemOf } from './alike.js';
import { isCourtesy, spokenForm } from './spoken-form.js';

/*
 * What a sentence is compared by. A feature is a small thing that a sentence has, such as a word, two words next to each
 * other, or three letters of a word. It has a number, so that neither the words nor the features need a list.
 */

/** No sentence that is meant for a bot has more words. Our choice. */
export const WORDS_MAX = 40;

/** A longer word is cut off, which bounds the letters that are looked at. */
const WORD_MAX = 30;

/** How much the features of a kind count together. Found by reading each writer's sentences with those of the others. */
const SHAPE_COUNTS = 0.7;
const PAIRS_COUNT = 0.8;

/** Groups of so many letters are compared, so that a word with a mistake or another ending is much the same word. */
const LETTERS = [3, 4, 5];

/** The features of a sentence by their numbers, and how much each counts. */
export type Features = ReadonlyMap<number, number>;

/**
 * @param line the message as one clean line
 * @param place where it is written
 * @returns undefined for a message without words, or with too many
 */
export function featuresOf(line: string, place: string): Features | undefined {
  const pieces = line.match(/[\p{L}\p{N}'’´]+|[?!.,:;]/gu) ?? [];
  if (pieces.length > 2 * WORDS_MAX) return undefined;
  const words = pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece)).map(wordOf);
  if (words.length === 0 || words.length > WORDS_MAX) return undefined;
  const stems = words.map((word) => (word === NUMBER ? word : stemOf(word)));
  const features = new Map<number, number>();
  const add = (kind: string, all: readonly string[], counts = 1) => {
    const numbers = new Set(all.map((each) => numberOf(`${kind} ${each}`)));
    for (const each of numbers) features.set(each, (features.get(each) ?? 0) + counts / Math.sqrt(numbers.size));
  };
  add('stem', stems);
  add(
    'placed',
    stems.map((stem) => `${place} ${stem}`),
  );
  add('neighbours', neighbours(['<', ...stems, '>']));
  add('pair', pairs(stems), PAIRS_COUNT);
  add('letters', words.flatMap(lettersOf));
  add('shape', shapeOf(line, place, words, pieces.at(-1) ?? ''), SHAPE_COUNTS);
  return features;
}

/** All numbers are one word. */
const NUMBER = '#';

function wordOf(piece: string): string {
  return /^\p{N}/u.test(piece) ? NUMBER : spokenForm(piece).slice(0, WORD_MAX);
}

function neighbours(stems: readonly string[]): readonly string[] {
  return stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`);
}

/** Each two words of the sentence, in whatever order. */
function pairs(stems: readonly string[]): readonly string[] {
  const all = [...new Set(stems)].sort();
  return all.flatMap((one, i) => all.slice(i + 1).map((other) => `${one} ${other}`));
}

function lettersOf(word: string): readonly string[] {
  const whole = `<${word}>`;
  return LETTERS.flatMap((length) =>
    Array.from({ length: Math.max(0, whole.length - length + 1) }, (_, at) => whole.slice(at, at + length)),
  );
}

const NOT = /^(?:ikke|ik|ikk|ej|aldrig|undlad|not|dont|never)$/u;

/** *Lars, vil du …*, *… eller hvad, Eva?*, *@Mette …*: it is said to a person. */
function callsSomebody(line: string): boolean {
  const first = /^(?:[Hh]ej )?(\p{Lu}\p{Ll}+),/u.exec(line)?.[1];
  return (
    line.includes('@') ||
    (first !== undefined && !isCourtesy(spokenForm(first))) ||
    /, \p{Lu}\p{Ll}+[.!?]*$/u.test(line)
  );
}

/** Whether it asks, how it begins and ends, and how long it is. */
function shapeOf(line: string, place: string, words: readonly string[], last: string): readonly string[] {
  const asks = line.includes('?') ? 'asks' : 'tells';
  const length = `length ${Math.min(12, words.length >> 1)}`;
  return [
    asks,
    `${asks} ${place}`,
    length,
    `${length} ${place}`,
    `begins ${words[0]}`,
    `begins ${words.slice(0, 2).join(' ')}`,
    `ends ${words.at(-1)}`,
    ...(/\p{L}/u.test(last) ? [] : [`closes ${last}`]),
    ...(words.some((word) => NOT.test(word)) ? ['denies'] : []),
    ...(callsSomebody(line) ? ['calls', `calls ${asks}`] : []),
  ];
}

/** A number of 24 bits for a feature (FNV-1a). Of the features that no weight is known for, one in some hundred gets another's. */
function numberOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i += 1) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 24)) & 0xffffff;
}
