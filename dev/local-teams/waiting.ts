type NotYet = undefined | null | false;

export interface UntilOptions {
  /** The time limit, in milliseconds. The default is the limit that the local Teams was started with. */
  readonly withinMs?: number;
}

/** Waits until something is true in the local Teams. It looks again only after a change there. */
export interface Waiting {
  /** See `LocalTeams.until`. */
  until<Value>(look: () => Value | NotYet, awaited: string, options?: UntilOptions): Promise<Value>;
  /** Makes all waiting calls look again. */
  changed(): void;
  /** Rejects all waiting calls. */
  stop(): void;
}

/** In milliseconds. It is enough for things that happen on this machine. */
const WAITS_MS = 10_000;

/**
 * @param describe describes the present state, for the error when the time is up
 * @param waitsMs the time limit of calls that give none
 */
export function createWaiting(describe: () => string, waitsMs = WAITS_MS): Waiting {
  const waiters = new Set<{ look(): void; fail(why: string): void }>();
  return {
    until<Value>(look: () => Value | NotYet, awaited: string, { withinMs = waitsMs }: UntilOptions = {}) {
      return new Promise<Value>((resolve, reject) => {
        const settle = (act: () => void) => {
          clearTimeout(guard);
          waiters.delete(waiter);
          act();
        };
        const waiter = {
          look() {
            try {
              const value = look();
              if (value !== undefined && value !== null && value !== false) settle(() => resolve(value));
            } catch (error) {
              settle(() => reject(error));
            }
          },
          fail: (why: string) => settle(() => reject(new Error(`${why} while waiting for ${awaited}\n${describe()}`))),
        };
        const guard = setTimeout(() => waiter.fail(`${withinMs} ms passed`), withinMs);
        waiters.add(waiter);
        waiter.look();
      });
    },
    changed() {
      for (const waiter of [...waiters]) waiter.look();
    },
    stop() {
      for (const waiter of [...waiters]) waiter.fail('the local Teams stopped');
    },
  };
}
