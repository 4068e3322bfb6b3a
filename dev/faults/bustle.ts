/** Whether anything happens in a run. Time may only be advanced when nothing does, because real work takes real time. */
export interface Bustle {
  /** Something has begun. @returns a function that ends it */
  begin(): () => void;
  /** Resolves when nothing has been under way for `QUIET_MS`. The result is true. */
  quiet(): Promise<true>;
}

/**
 * How long nothing may be under way before the bot counts as quiet, in milliseconds. It is longer than what the bot does
 * between two calls, on a busy machine too.
 */
const QUIET_MS = 300;

const LOOK_AGAIN_MS = 25;

export function createBustle(): Bustle {
  let underWay = 0;
  let lastAt = performance.now();
  return {
    begin() {
      let isOver = false;
      underWay += 1;
      lastAt = performance.now();
      return () => {
        if (isOver) return;
        isOver = true;
        underWay -= 1;
        lastAt = performance.now();
      };
    },
    async quiet() {
      while (underWay > 0 || performance.now() - lastAt < QUIET_MS) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      }
      return true;
    },
  };
}
