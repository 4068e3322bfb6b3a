import { CONFLICT_TRIES_MAX } from '../domain/limits.js';

/** Gives up what others came in between of, every time. Nothing of it is stored. */
export class GivenUp extends Error {
  /** What was to be done, for the log. */
  readonly operation: string;

  constructor(operation: string) {
    super(`gave up "${operation}" after ${CONFLICT_TRIES_MAX} conflicts`);
    this.name = 'GivenUp';
    this.operation = operation;
  }
}

/** What an attempt gives that wrote nothing, because someone else had changed what it read. */
export const CONFLICT = Symbol('conflict');

/**
 * Reads, judges and writes again for as long as someone else comes in between, up to `CONFLICT_TRIES_MAX` times. Every
 * repetition on a conflict goes through here, so that each has an end.
 *
 * @param operation what it is called in the log
 * @param attempt begins with reading, and writes all or nothing
 * @throws GivenUp when every attempt met a conflict
 */
export async function untilStored<Outcome>(
  operation: string,
  attempt: () => Promise<Outcome | typeof CONFLICT>,
): Promise<Outcome> {
  for (let tries = 0; tries < CONFLICT_TRIES_MAX; tries += 1) {
    const outcome = await attempt();
    if (outcome !== CONFLICT) return outcome;
  }
  throw new GivenUp(operation);
}
