import type { RoundDepartment } from './round/round.js';

/**
 * How many presses that were carried out a department's row remembers. Our choice: Teams repeats a delivery within
 * seconds or minutes, and a row has room for many more.
 */
export const PRESSES_KEPT = 50;

/** Whether this press has been carried out already, even if the department has changed since. */
export function wasCarriedOut({ presses }: RoundDepartment, press: string): boolean {
  return presses.includes(press);
}

/** The department with one more press in its list of presses that were carried out. */
export function withPress(department: RoundDepartment, press: string): RoundDepartment {
  return { ...department, presses: [...department.presses, press].slice(-PRESSES_KEPT) };
}
