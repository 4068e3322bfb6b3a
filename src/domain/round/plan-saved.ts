import type { Person } from '../person.js';

/*
 * Several secretaries can have the same plan before them. A form and a preview tell which saving of it they showed, so that
 * nobody writes over what they have not seen, or starts it.
 */

/** The newest time that somebody changed a plan before the round was started. */
export interface PlanSaved {
  readonly by: Person;
  readonly at: Date;
}

/** The name of a saving on cards: its time, in milliseconds since 1970; 0 for a plan that nobody has changed. */
export function savingOf({ planSaved }: { readonly planSaved: PlanSaved | undefined }): number {
  return planSaved?.at.getTime() ?? 0;
}

/** The time of a saving. It is later than the one before, also where the clock of another process is not. */
export function timeOfSaving(before: PlanSaved | undefined, now: Date): Date {
  return new Date(Math.max(now.getTime(), (before?.at.getTime() ?? 0) + 1));
}
