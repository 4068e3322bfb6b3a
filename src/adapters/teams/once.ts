/**
 * Does each thing once, however often it is asked for, as long as it is remembered.
 *
 * @param name what makes it the same thing
 * @returns what the first to ask was given; those who ask meanwhile wait for it too. Rejects as `run` does, and then
 * forgets it, so that it can be asked for again.
 */
export type Once = (name: string, run: () => Promise<void>) => Promise<void>;

/** @param remembered how many it remembers; of more, the oldest are forgotten */
export function createOnce(remembered: number): Once {
  const done = new Map<string, Promise<void>>();
  return (name, run) => {
    const before = done.get(name);
    if (before !== undefined) return before;
    const running = run().catch((error: unknown) => {
      done.delete(name);
      throw error;
    });
    done.set(name, running);
    const [oldest] = done.keys();
    if (done.size > remembered && oldest !== undefined) done.delete(oldest);
    return running;
  };
}
