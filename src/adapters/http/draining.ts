/** Counts the requests that are being answered, so that a process can end when there are none. */
export interface Draining {
  /** @returns what to call when the request has been answered; undefined where no new request is answered any more */
  begin(): (() => void) | undefined;
  /** Begins no more. Resolves when everything that had begun has ended. */
  drain(): Promise<void>;
}

export function createDraining(): Draining {
  let underWay = 0;
  let waiting: readonly (() => void)[] = [];
  let isDraining = false;
  return {
    begin() {
      if (isDraining) return undefined;
      underWay += 1;
      return () => {
        underWay -= 1;
        if (underWay === 0) for (const resolve of waiting) resolve();
      };
    },
    drain: () => {
      isDraining = true;
      return new Promise((resolve) => {
        if (underWay === 0) resolve();
        else waiting = [...waiting, resolve];
      });
    },
  };
}
