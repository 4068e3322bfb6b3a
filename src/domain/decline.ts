import type { Person } from './person.js';

/** That a department finds the report outside its area (*ikke vores område*), until the secretariat has decided. */
export interface Decline {
  /** In one line. */
  readonly reason: string;
  /** The name of the department that should be asked instead, if one was named. */
  readonly instead: string | undefined;
  readonly by: Person;
  readonly at: Date;
  /** That the secretariat agrees. If it does not, the department is asked again. */
  readonly accepted: AcceptedDecline | undefined;
}

export interface AcceptedDecline {
  /** Whether the notat says so in a row, or leaves the department out. */
  readonly inNotat: boolean;
  readonly by: Person;
  readonly at: Date;
}
