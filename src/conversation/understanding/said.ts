import type { Language } from '../../domain/language.js';
import { isCompoundOf, isTypoOf, isTypoOfBeginning, stemOf } from './alike.js';
import { comparedForm, isSmall, NOT, type Spoken, type SpokenWord } from './spoken-words.js';
import { wordsOf } from './word-groups.js';

/**
 * Sentences that mean a command, beside its phrases: for each the words that all must be in it, in whatever order and
 * inflection. `|` stands between words that mean the same, and `*` at the end of the beginning of a word or before its
 * end. A word in capitals is a group of word-groups.ts; `NAME` is any name, `DAY` any day, month or number,
 * and `NOTYET` the *ikke* of *dem der ikke har svaret*, which says who is meant.
 */
export type Said = Readonly<Record<Language, readonly string[]>>;

interface Meant {
  readonly word: string;
  readonly stem: string;
  readonly is: 'word' | 'beginning' | 'end' | 'name' | 'day' | 'not yet';
}

/** A sentence of `Said`, ready to be compared. */
export interface Pattern {
  /** Each with the words that mean the same. */
  readonly words: readonly (readonly Meant[])[];
  readonly saysNot: boolean;
}

/** How well a pattern fits what was said. */
export interface Fit {
  /** How many words of the pattern were said. Words with mistakes count for less. */
  readonly matched: number;
  /** How many words were said that say something else. */
  readonly rest: number;
  /** Whether one of the words said something of its own. */
  readonly hasContent: boolean;
  /** Whether one of them was a day. */
  readonly hasDay: boolean;
  /** Whether something is asked for where the pattern's words are. `elsewhere`: in another part of the sentence. */
  readonly isAsking: 'no' | 'elsewhere' | 'yes';
  /** Whether it is said that it should be, as in *runden kan lukkes*. */
  readonly isWished: boolean;
  /** Whether all of it only tells what has been done, or what may be. */
  readonly isTold: boolean;
  /** Whether *ikke* is one of the pattern's own words. */
  readonly saysNot: boolean;
  /** Whether it was said that it is not to be done, or not so. `elsewhere`: in another part of the sentence. */
  readonly isDenied: 'no' | 'elsewhere' | 'yes';
}

/** What a word of another part of the sentence counts, which often says why. */
const REST_ELSEWHERE = 0.5;

/** What each further part of the sentence takes away that the pattern's words are spread over. */
const APART_COST = 0.4;

/** What a word with a mistake in it counts, and a word that says nothing of its own. */
const TYPO_WEIGHT = 0.75;
const SMALL_WEIGHT = 0.5;
/** What a name or a day counts, of which any will do. With a few small words it is not enough to be sure. */
const ANY_WEIGHT = 0.4;

export function patternsOf(said: Said): readonly Pattern[] {
  return Object.values(said)
    .flat()
    .map((sentence) => {
      const words = sentence.split(' ').map(alternativesOf);
      return { words, saysNot: words.some((each) => each.some(({ word }) => word === NOT)) };
    });
}

/** Those that are written the same are one, because the rows share many of them. */
const ALTERNATIVES = new Map<string, readonly Meant[]>();

function alternativesOf(written: string): readonly Meant[] {
  const known = ALTERNATIVES.get(written);
  if (known !== undefined) return known;
  const alternatives = written.split('|').flatMap(wordsOf).map(meantBy);
  ALTERNATIVES.set(written, alternatives);
  return alternatives;
}

const KINDS: ReadonlyMap<string, Meant['is']> = new Map([
  ['NAME', 'name'],
  ['DAY', 'day'],
  ['NOTYET', 'not yet'],
]);

function meantBy(written: string): Meant {
  const kind = KINDS.get(written);
  if (kind !== undefined) return { word: '', stem: '', is: kind };
  const word = comparedForm(written.replace('*', ''));
  return {
    word,
    stem: stemOf(word),
    is: written.endsWith('*') ? 'beginning' : written.startsWith('*') ? 'end' : 'word',
  };
}

const STEM_TYPO_MIN = 6;

/** What each word that was said counts as one of the words that mean the same. */
export type Weigh = (alternatives: readonly Meant[]) => readonly number[];

/** Compares the words that were said once with each alternative, however many patterns have it. */
export function weighing(said: Spoken['words']): Weigh {
  const known = new Map<readonly Meant[], readonly number[]>();
  return (alternatives) => {
    const present = known.get(alternatives);
    if (present !== undefined) return present;
    const weights = said.map((each) => {
      const weight = alternatives.reduce((most, meant) => Math.max(most, likeness(each, meant)), 0);
      return isSmall(each.word) ? weight * SMALL_WEIGHT : weight;
    });
    known.set(alternatives, weights);
    return weights;
  };
}

/**
 * @param weigh for the words of `spoken`
 * @returns undefined where a word of the pattern was not said
 */
export function fitOf(
  { words, saysNot }: Pattern,
  { words: said, asking, wishing, telling }: Spoken,
  weigh: Weigh,
): Fit | undefined {
  const taken = new Set<number>();
  let matched = 0;
  let denied: number | undefined;
  for (const alternatives of words) {
    // *ikke* belongs to the word that follows it in the pattern, and says nothing of another part of the sentence.
    const found = bestOf(weigh(alternatives), said, taken, denied);
    if (found === undefined) return undefined;
    const { word, part } = said[found.at] ?? {};
    denied = word === NOT ? part : undefined;
    taken.add(found.at);
    matched += found.weight;
  }
  const parts = new Set([...taken].map((at) => said[at]?.part));
  const denials = said.filter(({ word, isAside }, at) => word === NOT && !isAside && !taken.has(at));
  const isHere = denials.some(({ part }) => parts.has(part));
  // What is said in one breath belongs together.
  matched -= (parts.size - 1) * APART_COST;
  const hasContent = [...taken].some((at) => said[at]?.isContent);
  const hasDay = [...taken].some((at) => said[at]?.isDay);
  return {
    matched,
    // Small words alone are about nothing else, not even a day: *hvad laver du i weekenden*.
    rest: said.reduce((sum, { isContent, isDay, part }, at) => {
      if (taken.has(at) || !(isContent || (!hasContent && isDay))) return sum;
      return sum + (parts.has(part) ? 1 : REST_ELSEWHERE);
    }, 0),
    isAsking: [...parts].some((part) => part !== undefined && asking.has(part))
      ? 'yes'
      : asking.size > 0
        ? 'elsewhere'
        : 'no',
    hasContent,
    hasDay,
    isWished: [...parts].some((part) => part !== undefined && wishing.has(part)),
    isTold: [...parts].every((part) => part !== undefined && telling.has(part)),
    saysNot,
    isDenied: denials.length === 0 || (saysNot && !isHere) ? 'no' : isHere ? 'yes' : 'elsewhere',
  };
}

/** @param inPart the only part in which to look, where that matters */
function bestOf(
  weights: readonly number[],
  said: Spoken['words'],
  taken: ReadonlySet<number>,
  inPart: number | undefined,
) {
  let best: { readonly at: number; readonly weight: number } | undefined;
  for (const [at, weight] of weights.entries()) {
    if (taken.has(at) || (inPart !== undefined && said[at]?.part !== inPart)) continue;
    if (weight > (best?.weight ?? 0)) best = { at, weight };
  }
  return best;
}

function likeness({ word, stem, isName, isDay, isAside }: SpokenWord, meant: Meant): number {
  switch (meant.is) {
    case 'beginning':
      if (word.startsWith(meant.word)) return 1;
      return isTypoOfBeginning(word, meant.word) ? TYPO_WEIGHT : 0;
    case 'end':
      return isCompoundOf(word, meant.word) ? 1 : 0;
    case 'name':
      return isName ? ANY_WEIGHT : 0;
    case 'day':
      return isDay ? ANY_WEIGHT : 0;
    case 'not yet':
      return isAside === true ? 1 : 0;
    case 'word':
  }
  if (word === meant.word) return 1;
  // Small words are too like each other.
  if (isSmall(meant.word) || word === NOT) return 0;
  if (stem === meant.stem) return 1;
  // A short stem is one letter from the stem of another form, as in *skrev* and *skrive*.
  const isTypo = isTypoOf(word, meant.word) || (meant.stem.length >= STEM_TYPO_MIN && isTypoOf(stem, meant.stem));
  return isTypo ? TYPO_WEIGHT : 0;
}
