import { featuresOf } from './features.js';

/*
 * The weights that were learned from labelled sentences (dev/sentences), and how a sentence is weighed with them. They
 * are kept as text. Each feature is written as how far its number is from the one before (five bits a character, the
 * lowest first, 32 added while more follow), how many meanings it speaks for or against, and for each of these two
 * characters: which meaning, and by how much.
 */

/** Weights as they are kept. */
export interface WrittenWeights {
  /** What sentences can mean: the names of commands, what a round is asked, and `neither`. At most 64. */
  readonly meanings: readonly string[];
  /** How much one step of a weight is. */
  readonly step: number;
  readonly weights: string;
}

/** How much a sentence speaks for each meaning; undefined for one that cannot be read. */
export type Weigh = (line: string, place: string) => ReadonlyMap<string, number> | undefined;

export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
/** The digit of a weight of nothing. */
export const ZERO = 32;

/** Where a feature's meanings and weights begin and end. */
interface Cells {
  readonly start: number;
  readonly end: number;
}

/** Reads the weights, which takes some hundredths of a second. */
export function weighingWith({ meanings, step, weights }: WrittenWeights): Weigh {
  const digits = valuesOf(weights);
  const cells = cellsByFeature(digits);
  return (line, place) => {
    const features = featuresOf(line, place);
    if (features === undefined) return undefined;
    const scores = new Float64Array(meanings.length);
    for (const [feature, counts] of features) {
      const { start, end } = cells.get(feature) ?? { start: 0, end: 0 };
      for (let at = start; at < end; at += 2) {
        const meaning = digits[at] ?? 0;
        scores[meaning] = (scores[meaning] ?? 0) + counts * step * ((digits[at + 1] ?? ZERO) - ZERO);
      }
    }
    return new Map(meanings.map((meaning, i) => [meaning, scores[i] ?? 0]));
  };
}

function valuesOf(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i += 1) values[DIGITS.charCodeAt(i)] = i;
  const digits = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) digits[i] = values[text.charCodeAt(i)] ?? 0;
  return digits;
}

function cellsByFeature(digits: Uint8Array): ReadonlyMap<number, Cells> {
  const cells = new Map<number, Cells>();
  let feature = 0;
  let at = 0;
  while (at < digits.length) {
    let bits = 0;
    let digit = 0;
    do {
      digit = digits[at] ?? 0;
      feature += (digit & 31) << bits;
      bits += 5;
      at += 1;
    } while (digit >= 32);
    const start = at + 1;
    at = start + 2 * (digits[at] ?? 0);
    cells.set(feature, { start, end: at });
  }
  return cells;
}
