import { CONFLICT_TRIES_MAX } from '../domain/limits.js';

/** Every try of an operation met a conflict, so the operation was given up. Nothing of it is stored. */
export class GivenUp extends Error {
  /** The name of the operation, for the log. */
  readonly operation: string;

  constructor(operation: string) {
    super(`gave up "${operation}" after ${CONFLICT_TRIES_MAX} conflicts`);
    this.name = 'GivenUp';
    this.operation = operation;
  }
}

/** The result of an attempt that wrote nothing, because someone else had changed a row after the attempt read it. */
export const CONFLICT = Symbol('conflict');

/**
 * Repeats an attempt as long as it meets a conflict, up to `CONFLICT_TRIES_MAX` times. Every repetition after a
 * conflict uses this function, so that each has an end.
 *
 * @param operation the name of the operation in the log
 * @param attempt starts by reading, and then writes everything or nothing
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
