import { featuresOf } from '../../src/conversation/understanding/features.js';
import { DIGITS, type WrittenWeights, ZERO } from '../../src/conversation/understanding/weighing.js';

/*
 * Ridge regression: for each meaning the weights that say 1 of the sentences that have it and 0 of the others, as nearly as
 * small weights can. They are found by conjugate gradients, all meanings at once.
 */

/** What is learned from. */
export interface Lesson {
  readonly place: string;
  readonly said: string;
  readonly meaning: string;
}

/** How much large weights cost. Found, like the numbers below, by reading each writer's sentences with those of the others. */
const COST_OF_WEIGHTS = 0.35;
/** Further steps change nothing that is read. */
const STEPS = 25;
/** A feature of one sentence alone says nothing of others. */
const SENTENCES_MIN = 2;
/** How many weights are kept: the largest, where those of features that many sentences have count for more. It bounds the file. */
const KEPT_MAX = 180_000;
/** How large a weight is written as the largest, compared with the largest that there is. */
const LARGEST = 0.3;

/** The features of a sentence, by their place among those that are learned. */
interface Row {
  readonly at: Uint32Array;
  readonly counts: Float64Array;
}

export function learnWeights(lessons: readonly Lesson[]): WrittenWeights {
  const meanings = [...new Set(lessons.map(({ meaning }) => meaning))].toSorted();
  if (meanings.length >= DIGITS.length) throw new Error(`${DIGITS.length} meanings or more cannot be written`);
  const features = lessons.map(({ said, place }) => featuresOf(said, place) ?? new Map<number, number>());
  const learned = numbersIn(features.map((each) => [...each.keys()]));
  const places = new Map(learned.map((feature, i) => [feature, i]));
  const rows = features.map((each): Row => {
    const known = [...each].flatMap(([feature, counts]) => {
      const at = places.get(feature);
      return at === undefined ? [] : [{ at, counts }];
    });
    return { at: Uint32Array.from(known, ({ at }) => at), counts: Float64Array.from(known, ({ counts }) => counts) };
  });
  const wanted = new Float64Array(rows.length * meanings.length);
  for (const [i, { meaning }] of lessons.entries()) wanted[i * meanings.length + meanings.indexOf(meaning)] = 1;
  const times = new Uint32Array(learned.length);
  for (const each of rows.flatMap(({ at: features }) => [...features])) times[each] = at(times, each) + 1;
  return written(meanings, learned, times, solved(rows, learned.length, meanings.length, wanted));
}

/** The features of at least two sentences, in order. */
function numbersIn(features: readonly (readonly number[])[]): readonly number[] {
  const times = new Map<number, number>();
  for (const feature of features.flat()) times.set(feature, (times.get(feature) ?? 0) + 1);
  return [...times]
    .filter(([, count]) => count >= SENTENCES_MIN)
    .map(([feature]) => feature)
    .toSorted((one, other) => one - other);
}

/** The weights of all features for all meanings, those of a feature next to each other. */
function solved(rows: readonly Row[], features: number, meanings: number, wanted: Float64Array): Float64Array {
  // X'(XX' + c)⁻¹ Y, where a row of X is a sentence: there are fewer sentences than features.
  const factors = new Float64Array(wanted.length);
  const rest = wanted.slice();
  let direction = rest.slice();
  let before = squares(rest, meanings);
  for (let step = 0; step < STEPS; step += 1) {
    const image = applied(rows, spread(rows, features, meanings, direction), meanings);
    for (const [i, value] of direction.entries()) image[i] = at(image, i) + COST_OF_WEIGHTS * value;
    const along = squares(direction, meanings, image);
    for (const [i, value] of direction.entries()) {
      const share = at(before, i % meanings) / Math.max(at(along, i % meanings), Number.MIN_VALUE);
      factors[i] = at(factors, i) + share * value;
      rest[i] = at(rest, i) - share * at(image, i);
    }
    const after = squares(rest, meanings);
    const kept = before;
    direction = rest.map(
      (value, i) =>
        value + (at(after, i % meanings) / Math.max(at(kept, i % meanings), Number.MIN_VALUE)) * at(direction, i),
    );
    before = after;
  }
  return spread(rows, features, meanings, factors);
}

/** X'F: what the sentences' factors add up to for each feature. */
function spread(rows: readonly Row[], features: number, meanings: number, factors: Float64Array): Float64Array {
  const weights = new Float64Array(features * meanings);
  for (const [i, row] of rows.entries()) {
    for (let each = 0; each < row.at.length; each += 1) {
      const to = at(row.at, each) * meanings;
      const counts = at(row.counts, each);
      for (let m = 0; m < meanings; m += 1)
        weights[to + m] = at(weights, to + m) + counts * at(factors, i * meanings + m);
    }
  }
  return weights;
}

/** XW: what each sentence is given by the weights. */
function applied(rows: readonly Row[], weights: Float64Array, meanings: number): Float64Array {
  const given = new Float64Array(rows.length * meanings);
  for (const [i, row] of rows.entries()) {
    for (let each = 0; each < row.at.length; each += 1) {
      const from = at(row.at, each) * meanings;
      const counts = at(row.counts, each);
      for (let m = 0; m < meanings; m += 1)
        given[i * meanings + m] = at(given, i * meanings + m) + counts * at(weights, from + m);
    }
  }
  return given;
}

/** For each meaning the sum of the products of two columns. */
function squares(one: Float64Array, meanings: number, other = one): Float64Array {
  const sums = new Float64Array(meanings);
  for (const [i, value] of one.entries()) sums[i % meanings] = at(sums, i % meanings) + value * at(other, i);
  return sums;
}

function at(values: Float64Array | Uint32Array, i: number): number {
  return values[i] ?? 0;
}

/** The largest weights as text, as weighing.ts reads them. @param times how many sentences have each feature */
function written(
  meanings: readonly string[],
  features: readonly number[],
  times: Uint32Array,
  weights: Float64Array,
): WrittenWeights {
  const matters = weights.map((weight, i) => Math.abs(weight) * Math.sqrt(at(times, Math.floor(i / meanings.length))));
  const sorted = matters.toSorted();
  const least = sorted.at(-Math.min(KEPT_MAX, sorted.length)) ?? 0;
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = (LARGEST * largest) / (ZERO - 1);
  const stepsOf = (weight: number) => Math.max(1 - ZERO, Math.min(ZERO - 1, Math.round(weight / step)));
  let before = 0;
  const parts: string[] = [];
  for (const [i, feature] of features.entries()) {
    const cells = meanings
      .map((_, m) => ({ meaning: m, weight: at(weights, i * meanings.length + m) }))
      .filter(({ meaning, weight }) => at(matters, i * meanings.length + meaning) >= least && stepsOf(weight) !== 0);
    if (cells.length === 0) continue;
    const text = cells.map(({ meaning, weight }) => digit(meaning) + digit(stepsOf(weight) + ZERO)).join('');
    parts.push(gapOf(feature - before) + digit(cells.length) + text);
    before = feature;
  }
  return { meanings, step, weights: parts.join('') };
}

function gapOf(gap: number): string {
  return gap < 32 ? digit(gap) : digit((gap & 31) + 32) + gapOf(gap >>> 5);
}

function digit(value: number): string {
  return DIGITS.charAt(value);
}
