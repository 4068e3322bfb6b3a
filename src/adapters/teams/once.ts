/**
 * Runs something once for each name, as long as the name is remembered.
 *
 * @param name calls with the same name are the same thing
 * @returns the promise of the first run; later calls with the name get the same promise. If `run` rejects, so does
 * this, and the name is forgotten, so that a later call runs again.
 */
export type Once = (name: string, run: () => Promise<void>) => Promise<void>;

/** @param remembered how many names are remembered; after that, the oldest name is forgotten */
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
