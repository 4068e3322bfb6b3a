import type { Raw } from '../adapters/teams/a-bot-on-http.js';

/** A source of chance that gives the same numbers for the same seed (mulberry32). */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  below(limit: number): number;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
  happens(share: number): boolean;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (values) => values[below(values.length)] ?? values[0],
    happens: (share) => next() < share,
  };
}

const STRANGE_TEXTS: readonly [string, ...string[]] = [
  '',
  ' ',
  '\u0000',
  '\uD83D',
  '__proto__',
  'constructor',
  'toString',
  '<at>',
  '<at id="0">Kim',
  '&amp;lt;at&gt;',
  '../../x',
  `$& $1 \${title}`,
  '\u202Etxet',
  '٣٤',
  '😀'.repeat(50),
  '.'.repeat(3_000),
  ' '.repeat(3_000),
  '<'.repeat(3_000),
  'x'.repeat(25_000),
];

/** Something of another type than was expected, or of an unexpected kind. */
export function oddValue(chance: Chance, depth = 0): unknown {
  switch (chance.below(depth > 3 ? 8 : 11)) {
    case 0:
      return null;
    case 1:
      return chance.pick([0, -1, 1.5, 1e308, 2 ** 53, Number.MIN_VALUE]);
    case 2:
      return chance.happens(0.5);
    case 3:
    case 4:
    case 5:
      return chance.pick(STRANGE_TEXTS);
    case 6:
      return [];
    case 7:
      return {};
    case 8:
      return Array.from({ length: chance.below(5) }, () => oddValue(chance, depth + 1));
    case 9:
      return nested(chance.pick([3, 50, 3_000]), chance.happens(0.5));
    default: {
      const key = chance.pick(['__proto__', 'constructor', 'prototype', 'id', 'name', 'toJSON', 'then', 'length']);
      // An own key, also where it is `__proto__`.
      return Object.fromEntries([[key, oddValue(chance, depth + 1)]]);
    }
  }
}

function nested(levels: number, asArray: boolean): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = asArray ? [value] : { value };
  return value;
}

/** The paths of an object's fields, its lists' too, as far down as activities go. */
function pathsIn(value: unknown, depth = 6): readonly (readonly string[])[] {
  if (value === null || typeof value !== 'object' || depth === 0) return [];
  const fields = Object.entries(value).slice(0, 30);
  return fields.flatMap(([key, field]) => [[key], ...pathsIn(field, depth - 1).map((path) => [key, ...path])]);
}

/** The same with the field at the path replaced; left out for `undefined`. */
function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const entries = Object.entries(Object(value)).flatMap(([name, field]): readonly (readonly [string, unknown])[] => {
    if (name !== key) return [[name, field]];
    const changed = replaced(field, rest, by);
    return changed === undefined ? [] : [[name, changed]];
  });
  return Array.isArray(value) ? entries.map(([, field]) => field) : Object.fromEntries(entries);
}

/** One field after the other made odd: left out, null, of another type, huge, or with a key that objects have already. */
export function madeOdd(chance: Chance, activity: Raw): Raw {
  let odd: unknown = activity;
  for (let changes = chance.below(4); changes >= 0; changes -= 1) {
    const paths = pathsIn(odd);
    const path = paths[chance.below(paths.length)] ?? [];
    const by = chance.happens(0.3) ? undefined : oddValue(chance);
    odd = path.length === 0 ? odd : replaced(odd, path, by);
    if (chance.happens(0.1)) odd = { ...Object(odd), [chance.pick(STRANGE_TEXTS)]: oddValue(chance) };
  }
  // `replaced` gives an object for an object.
  return odd as Raw;
}
