/** Set for a run that takes the whole of every sweep. */
export const WHOLE_SWEEPS = 'NOTATBOT_WHOLE_SWEEPS';

/**
 * What of a long sweep is tried: so many, others each time, or all in the command that the sweep has of its own. The title
 * of a spec says what it tried, so that a failure can be had again there.
 */
export function partOfSweep<Item>(all: readonly Item[], count: number): readonly Item[] {
  if (process.env[WHOLE_SWEEPS] !== undefined) return all;
  const left = [...all];
  while (left.length > count) left.splice(Math.floor(Math.random() * left.length), 1);
  return left;
}
