/** The first wait and the longest, in milliseconds. Our choice: the store is soon back, or away for long. */
const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** How long to wait before something of this process is tried again: doubled after each failure, up to the longest. */
export function growingWaitMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(10, failures - 1));
}
