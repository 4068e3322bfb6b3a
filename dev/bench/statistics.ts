/**
 * The middle of the values; of an even number, the mean of the two in the middle.
 *
 * @throws RangeError for no values at all
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new RangeError('there is no median of nothing');
  return (low + high) / 2;
}

/**
 * How far apart the smallest and the largest are, as a part of the median: 0 when all are the same.
 *
 * @throws RangeError for no values at all
 */
export function spread(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

/** What something cost at a size, in whatever unit. */
export interface Point {
  readonly size: number;
  readonly cost: number;
}

/** How many times the cost became, for each time that the size did: 1 is linear, below it is cheaper than that. */
export function growth(from: Point, to: Point): number {
  return to.cost / from.cost / (to.size / from.size);
}

/** What each one more cost, from one size to a larger. What is paid once, whatever the size, is not in it. */
export function costOfEachMore(from: Point, to: Point): number {
  return (to.cost - from.cost) / (to.size - from.size);
}
