/** What `npm run bench` can measure. */
export const BENCHES = ['notat', 'reply', 'hostile', 'template'] as const;

export type Bench = (typeof BENCHES)[number];

/**
 * Reads which benches are wanted, in the order they were named; all of them when none is.
 *
 * @throws Error with a line for whoever typed it, for a word that names no bench
 */
export function readBenches(args: readonly string[]): readonly Bench[] {
  if (args.length === 0) return BENCHES;
  const named = args.map((word) => {
    const bench = BENCHES.find((each) => each === word);
    if (bench === undefined)
      throw new Error(`There is no bench “${word}”. Usage: npm run bench -- [${BENCHES.join('] [')}]`);
    return bench;
  });
  return [...new Set(named)];
}
