/** Whether anything happens in a run. Time may only be advanced when nothing does, because real work takes real time. */
export interface Bustle {
  /** Something has begun. @returns a function that ends it */
  begin(): () => void;
  /** A process has read what it has read before: it looks for work, and finds none. */
  polled(process: number): void;
  /**
   * Resolves when nothing has been under way for `QUIET_MS`, and since then every process has looked for work and found
   * none, or has used no processor time. Otherwise it may do something that is not seen from outside, such as writing a
   * file. The result is true.
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

const LOOK_AGAIN_MS = 25;

/**
 * @param processes how many processes the bot has
 * @param isResting asks whether no process uses processor time; it takes a moment
 */
export function createBustle(processes: number, isResting: () => Promise<boolean>): Bustle {
  let underWay = 0;
  let happenings = 0;
  let lastAt = performance.now();
  let polls: number[] = [];

  function happened(): void {
    lastAt = performance.now();
    happenings += 1;
    polls = Array.from({ length: processes }, () => 0);
  }

  function isSilent(): boolean {
    return underWay === 0 && performance.now() - lastAt >= QUIET_MS;
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
      for (;;) {
        while (!isSilent()) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
        if (polls.every((each) => each >= POLLS)) return true;
        const before = happenings;
        const areResting = await isResting();
        if (areResting && before === happenings) return true;
      }
    },
  };
}
