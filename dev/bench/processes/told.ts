/** What a process of a bench has cost since its start. */
export interface ProcessCost {
  /** User and system time of all its threads, in milliseconds. */
  readonly cpuMs: number;
  /** The memory that it has now, and the most that it ever had, in MiB. */
  readonly rssMb: number;
  readonly peakMb: number;
}

/** What a process tells its parent: once that it has started, and then the answer to each question. */
export type FromProcess =
  | { readonly started: unknown }
  | { readonly answered: number; readonly answer: unknown }
  | { readonly answered: number; readonly failed: string };

/** What a parent asks. Every process knows the question `cost`; its other questions are its own. */
export interface ToProcess {
  readonly number: number;
  readonly question: string;
  readonly argument: unknown;
}
