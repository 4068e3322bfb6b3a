type NotYet = undefined | null | false;

export interface UntilOptions {
  /** A guard against waiting forever, in milliseconds; 10,000 unless said. */
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

/** @param describe what there is to see, for the error of who waited in vain */
export function createWaiting(describe: () => string): Waiting {
  const waiters = new Set<{ look(): void; fail(why: string): void }>();
  return {
    until<Value>(look: () => Value | NotYet, awaited: string, { withinMs = 10_000 }: UntilOptions = {}) {
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
