/** What a department's row tells of its round's newest final notat, which the department may read. */
export interface FinalNotat {
  /** 1 for the first. */
  readonly number: number;
  /** When the round was closed. */
  readonly at: Date;
}
