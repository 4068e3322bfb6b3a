/** Random choices that are the same in every run, so that a measurement can be repeated. */
export interface Chance {
  /** A whole number from 0 up to `below`, which is not included. */
  readonly below: (below: number) => number;
  /** @throws RangeError if there are no items */
  readonly oneOf: <Item>(items: readonly Item[]) => Item;
}

/**
 * Uses mulberry32, a public-domain pseudo-random generator of 32 bits. Its distribution is good enough to choose
 * sentences.
 *
 * @param seed a whole number; the same seed gives the same choices
 */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    oneOf: (items) => {
      if (items.length === 0) throw new RangeError('there is nothing to choose from');
      return items[below(items.length)] as (typeof items)[number];
    },
  };
}
