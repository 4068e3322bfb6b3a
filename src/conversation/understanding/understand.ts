import type { Language } from '../../domain/language.js';
import { type Fit, fitOf, type Pattern, patternsOf, type Said, type Weigh, weighing } from './said.js';
import { type Spoken, spokenWords } from './spoken-words.js';

/*
 * Which command somebody means who has not written its phrase. docs/sentences.md says how it was found, and how often it
 * is right. Only a command that changes nothing is done for a sentence, and only where no other is as likely. All else is
 * offered.
 */

/** What can be meant. */
export interface Meaning<Place extends string = string> {
  readonly name: string;
  readonly where: readonly Place[];
  /** Sentences that ask for what the command shows. */
  readonly said: Said | undefined;
  /** Sentences that ask for something to be changed. For these the command is offered, and never done. */
  readonly wanted: Said | undefined;
}

export type Understood<Of> =
  | { readonly kind: 'meant'; readonly is: Of }
  /** One to three, the likeliest first. */
  | { readonly kind: 'likely'; readonly are: readonly Of[] }
  /** It belongs in another place. */
  | { readonly kind: 'elsewhere'; readonly is: Of }
  | { readonly kind: 'nothing' };

/** The most that are offered. Our choice: a card has at most three primary buttons. */
const OFFERED_MAX = 3;

/** How much a place asks of a sentence, because people also write to each other there. */
interface Strictness {
  /** How many words may say something else where something is asked for, and where nothing is. */
  readonly restAsking: number;
  readonly restTelling: number;
  /** Whether it must be asked for in the same part of the sentence. */
  readonly isOwnPart: boolean;
  /** Whether what should be done is asked for, as in *runden kan lukkes*. */
  readonly hasWishes: boolean;
  /** Whether what nearly all of a sentence asks for is done. */
  readonly isFree: boolean;
}

const USUAL: Strictness = { restAsking: 6, restTelling: 2, isOwnPart: false, hasWishes: true, isFree: false };
/** The bot works for those who write there, and what is shown to them costs nobody anything. */
const FOR_THE_BOT: Strictness = { ...USUAL, isFree: true };
/** What is written in a department's channel may be an answer. */
const AMONG_ANSWERS: Strictness = { restAsking: 3, restTelling: 1, isOwnPart: true, hasWishes: false, isFree: false };

const STRICTNESS: Readonly<Record<string, Strictness>> = {
  department: AMONG_ANSWERS,
  secretariat: FOR_THE_BOT,
  personal: FOR_THE_BOT,
  unregistered: USUAL,
};

/** How much better the best must be than the next to be done. */
const LEAD = 0.49;
/** What a word that says something else takes away. */
const REST_COST = 0.15;
/** The same for a pattern of small words, which fit in nearly every sentence. */
const REST_COST_OF_SMALL = 0.6;
/** How much may be said beside such a pattern for it to be sure. */
const REST_OF_SMALL = 0.5;
/** The same for a pattern whose only word of its own is a day. */
const REST_COST_OF_DAY = 0.3;
const REST_OF_DAY = 1.5;
/** What is meant in the place where it is written wins over what is meant elsewhere. */
const HERE_BONUS = 0.6;

/** A pattern that says *ikke* fits a sentence that does better than one that is denied by it. */
const NOT_BONUS = 0.5;

/** What is asked for is meant rather than what is told beside it: *alle har svaret, så luk bare*. */
const ASKED_BONUS = 1;

/** In a row, a sentence that is not denied is meant rather than one that is, if it does nearly as well. */
const DENIED_COST = 0.6;

/** How many words may say something else in the secretariat's channel where it is asked what a word is about. */
const FREE_REST = 5;
/** How much must be said for it to be done without being asked for: *skolerne mangler stadig at svare*. */
const PLAINLY = 2.4;
const PLAIN_REST = 3;
const PLAIN_WORDS = 18;
/** How many words may say something else where a department asks for what belongs elsewhere. */
const REST_ELSEWHERE = 2;

/** In words. */
const SHORT = 8;

interface Candidate<Of> {
  readonly meaning: Of;
  readonly score: number;
  readonly isSure: boolean;
  readonly isHere: boolean;
  readonly isDenied: boolean;
  readonly saysNot: boolean;
  /** Whether it is asked for, in words of its own. */
  readonly isAsked: boolean;
}

interface Prepared {
  readonly said: readonly Pattern[];
  readonly wanted: readonly Pattern[];
}

/** @param meanings all that can be meant, in any place */
export function createUnderstanding<Place extends string, Of extends Meaning<Place>>(
  meanings: readonly Of[],
): (line: string, place: Place) => Understood<Of> {
  const NOTHING: Said = { da: [], en: [] } satisfies Readonly<Record<Language, readonly string[]>>;
  const prepared = meanings.map((meaning): Prepared & { readonly meaning: Of } => ({
    meaning,
    said: patternsOf(meaning.said ?? NOTHING),
    wanted: patternsOf(meaning.wanted ?? NOTHING),
  }));
  return (line, place) => {
    const spoken = spokenWords(line);
    if (spoken === undefined || spoken.words.length === 0) return { kind: 'nothing' };
    const strictness = STRICTNESS[place] ?? USUAL;
    const weigh = weighing(spoken.words);
    const candidates = prepared
      .flatMap((each) => candidateOf(each, { spoken, weigh }, each.meaning.where.includes(place), strictness))
      .toSorted((one, other) => other.score - one.score);
    return chosen(candidates);
  };
}

function candidateOf<Of extends Meaning>(
  { meaning, said, wanted }: Prepared & { readonly meaning: Of },
  { spoken, weigh }: { readonly spoken: Spoken; readonly weigh: Weigh },
  isHere: boolean,
  strictness: Strictness,
): readonly Candidate<Of>[] {
  const fits = (patterns: readonly Pattern[], changes: boolean) =>
    patterns.flatMap((pattern) => {
      const fit = fitOf(pattern, spoken, weigh);
      // *vores chef er Lars* tells where *er Lars vores chef?* asks.
      const isTold = !changes && (fit?.isTold === true || (wanted.length > 0 && fit?.isAsking !== 'yes'));
      return fit !== undefined && !isTold && isLikely(fit, strictness, isHere, spoken.words.length, changes)
        ? [{ fit, changes }]
        : [];
    });
  const all = [...fits(said, false), ...fits(wanted, true)];
  // A sentence that says *ikke* is understood by the patterns that have it.
  const sayNot = all.filter(({ fit }) => fit.saysNot && fit.isDenied !== 'yes');
  const [best] = (sayNot.length > 0 ? sayNot : all)
    .map(({ fit, changes }) => ({
      meaning,
      score:
        fit.matched -
        fit.rest * (fit.hasContent ? REST_COST : fit.hasDay ? REST_COST_OF_DAY : REST_COST_OF_SMALL) +
        (isHere ? HERE_BONUS : 0) +
        (fit.saysNot ? NOT_BONUS : 0) +
        (fit.isAsking === 'yes' ? ASKED_BONUS : 0),
      isSure: !changes && isSureOf(fit, strictness),
      isHere,
      isDenied: fit.isDenied === 'yes',
      saysNot: fit.saysNot,
      isAsked: fit.isAsking === 'yes' && fit.hasContent,
    }))
    .toSorted(
      (one, other) => (other.isDenied ? -DENIED_COST : 0) + other.score - one.score + (one.isDenied ? DENIED_COST : 0),
    );
  return best === undefined ? [] : [best];
}

/** The words alone, or most of a sentence that asks for something. */
function isLikely(fit: Fit, strictness: Strictness, isHere: boolean, words: number, changes: boolean): boolean {
  const { matched, rest } = fit;
  if (rest === 0 && (isHere || !strictness.isOwnPart || words <= 2)) return true;
  // What is to be changed is only offered, so that it may be told in more words.
  if (changes && isHere && matched >= PLAINLY - 0.01 && rest <= PLAIN_REST && words <= PLAIN_WORDS) return true;
  const isAsking = asks(fit, strictness);
  if (!isHere && (!isAsking || (strictness.isOwnPart && rest > REST_ELSEWHERE))) return false;
  // *flt fristen*: a mistake that nobody could mend, beside a word that says what it is about.
  if (strictness.isFree && isHere && matched >= 1 && rest <= 1 && words <= 3) return true;
  if (strictness.isFree && isHere && fit.hasContent && matched >= 1.9 && rest <= FREE_REST) return true;
  if (matched < 1.5) return isAsking && rest <= (strictness.isFree && isHere ? FREE_REST : 2);
  if (isAsking) return rest <= strictness.restAsking;
  // What is only told in a department's channel is a wish there if it is short.
  if (strictness.isOwnPart && words > SHORT) return matched >= 2 && rest <= 1 && words <= 12;
  return rest <= strictness.restTelling + (matched >= 2.5 ? 2 : 0);
}

function isSureOf(fit: Fit, strictness: Strictness): boolean {
  // *Fristen holder ikke, flyt den*: what is asked for is not what is denied.
  if (fit.isDenied === 'yes' || (fit.isDenied === 'elsewhere' && !(fit.isAsking === 'yes' || fit.isWished)))
    return false;
  if (!fit.hasContent && fit.rest > (fit.hasDay ? REST_OF_DAY : REST_OF_SMALL)) return false;
  if (fit.rest === 0) return true;
  if (strictness.isFree && fit.hasContent && fit.matched >= 1 && fit.isAsking !== 'no' && fit.rest <= FREE_REST)
    return true;
  if (strictness.isFree && fit.rest <= 1 && fit.matched >= 1.9) return true;
  if (strictness.isFree && fit.hasContent && fit.rest <= PLAIN_REST && fit.matched >= PLAINLY) return true;
  return fit.matched >= 1.5 && asks(fit, strictness) && fit.rest <= strictness.restAsking;
}

function asks({ isAsking, isWished }: Fit, { isOwnPart, hasWishes }: Strictness): boolean {
  if (hasWishes && isWished) return true;
  return isAsking === 'yes' || (isAsking === 'elsewhere' && !isOwnPart);
}

function chosen<Of extends Meaning>(all: readonly Candidate<Of>[]): Understood<Of> {
  // *ikke* that is a part of what is meant does not also deny something else.
  const isNotMeant = all.some(({ saysNot, isDenied, isHere, isAsked }) => (saysNot || isAsked) && !isDenied && isHere);
  const candidates = isNotMeant ? all.filter(({ isDenied }) => !isDenied) : all;
  const [best, next] = candidates;
  // Whoever says that something is not to be done is not offered it.
  if (best === undefined || best.isDenied) return { kind: 'nothing' };
  if (!best.isHere) return { kind: 'elsewhere', is: best.meaning };
  const hasLead = next === undefined || best.score - next.score >= LEAD || !next.isHere;
  if (best.isSure && hasLead) return { kind: 'meant', is: best.meaning };
  const near = candidates.filter(({ score, isHere, isDenied }) => isHere && !isDenied && best.score - score < LEAD);
  return { kind: 'likely', are: near.slice(0, OFFERED_MAX).map(({ meaning }) => meaning) };
}
