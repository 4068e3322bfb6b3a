/**
 * The middle value. For an even number of values, it is the mean of the two in the middle.
 *
 * @throws RangeError if there are no values
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new RangeError('there is no median of nothing');
  return (low + high) / 2;
}

/**
 * The distance between the smallest and the largest value, as a part of the median. It is 0 if all values are the same.
 *
 * @throws RangeError if there are no values
 */
export function spread(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

/** The cost at one size, in any unit. */
export interface Point {
  readonly size: number;
  readonly cost: number;
}

/** The ratio of the costs divided by the ratio of the sizes. 1 is linear; less than 1 is better than linear. */
export function growth(from: Point, to: Point): number {
  return to.cost / from.cost / (to.size / from.size);
}

/** The cost of each additional item between two sizes. Costs that do not depend on the size are not in it. */
export function costOfEachMore(from: Point, to: Point): number {
  return (to.cost - from.cost) / (to.size - from.size);
}
