type NotYet = undefined | null | false;

export interface UntilOptions {
  /** A guard against waiting forever, in milliseconds; what this Teams was started with unless said. */
  readonly withinMs?: number;
}

/** Waiting for something to become true of the local Teams, driven by its changes alone. */
export interface Waiting {
  /** `LocalTeams.until` says what it promises. */
  until<Value>(look: () => Value | NotYet, awaited: string, options?: UntilOptions): Promise<Value>;
  /** Tells those who wait to look again. */
  changed(): void;
  /** Rejects those who still wait. */
  stop(): void;
}

/** For something that happens on this machine, in milliseconds. */
const WAITS_MS = 10_000;

/**
 * @param describe what there is to see, for the error of who waited in vain
 * @param waitsMs the guard of whoever names none
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
