/** Whether anything happens in a run. Time may only be advanced when nothing does, because real work takes real time. */
export interface Bustle {
  /** Something has begun. @returns a function that ends it */
  begin(): () => void;
  /** A process has read what it has read before: it looks for work, and finds none. */
  polled(process: number): void;
  /**
   * Resolves when nothing has been under way for `QUIET_MS`, and every process has looked for work since. The result is
   * true. A process that does not look for work does something that is not seen from outside, such as writing a file.
   */
  quiet(): Promise<true>;
}

/**
 * How long nothing may be under way before the bot counts as quiet, in milliseconds. It is longer than what the bot does
 * between two calls, on a busy machine too.
 */
const QUIET_MS = 300;

/** How many reads a process must repeat before it counts as one that finds no work. A poll takes two or three. */
const POLLS = 4;

/** For a process that cannot run: nobody waits longer for its polls, in milliseconds. */
const NO_POLLS_MS = 5_000;

const LOOK_AGAIN_MS = 25;

/** @param processes how many processes the bot has */
export function createBustle(processes: number): Bustle {
  let underWay = 0;
  let lastAt = performance.now();
  let polls: number[] = [];

  function happened(): void {
    lastAt = performance.now();
    polls = Array.from({ length: processes }, () => 0);
  }

  function isQuiet(): boolean {
    const silentMs = performance.now() - lastAt;
    if (underWay > 0 || silentMs < QUIET_MS) return false;
    return silentMs >= NO_POLLS_MS || polls.every((each) => each >= POLLS);
  }

  happened();
  return {
    begin() {
      let isOver = false;
      underWay += 1;
      happened();
      return () => {
        if (isOver) return;
        isOver = true;
        underWay -= 1;
        happened();
      };
    },
    polled(process) {
      polls[process] = (polls[process] ?? 0) + 1;
    },
    async quiet() {
      while (!isQuiet()) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      }
      return true;
    },
  };
}
