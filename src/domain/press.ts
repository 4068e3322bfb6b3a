import type { RoundDepartment } from './round/round.js';

/**
 * How many carried-out presses a department's row remembers. Our choice: Teams repeats a delivery within seconds or
 * minutes, and a row has room for many more.
 */
export const PRESSES_KEPT = 50;

/** Whether this press has been carried out already, whatever has happened since. */
export function wasCarriedOut({ presses }: RoundDepartment, press: string): boolean {
  return presses.includes(press);
}

/** The department with one more press to its account. */
export function withPress(department: RoundDepartment, press: string): RoundDepartment {
  return { ...department, presses: [...department.presses, press].slice(-PRESSES_KEPT) };
}
