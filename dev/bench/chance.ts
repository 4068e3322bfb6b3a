/** Chance that is the same in every run: what is measured today can be measured again tomorrow. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  /** @throws RangeError for nothing to choose from */
  readonly oneOf: <Item>(items: readonly Item[]) => Item;
}

/**
 * Seeded chance: mulberry32, a public-domain generator of 32 bits, which is even enough to choose sentences by.
 *
 * @param seed a whole number; the same gives the same choices
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
