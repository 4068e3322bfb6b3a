/** The benches that `npm run bench` can run. */
export const BENCHES = ['notat', 'reply', 'fanout', 'idle', 'start', 'life', 'hostile', 'template'] as const;

export type Bench = (typeof BENCHES)[number];

/**
 * Reads which benches to run, in the order of the arguments. Without arguments, all of them run.
 *
 * @throws Error with a line for the person who typed the command, if an argument is not the name of a bench
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
