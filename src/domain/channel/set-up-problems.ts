import { eachOnce, type Person } from '../person.js';
import type { PlacedDepartment, RegisteredSecretariat } from './department.js';
import type { KnownTeam } from './known-team.js';
import { type WhyNotReached, whyNotReached } from './reach.js';

/** What is wrong with the set-up now. */
export type SetUpProblem =
  | { readonly kind: 'no secretariat' }
  | { readonly kind: 'secretariat not reached'; readonly why: WhyNotReached }
  | { readonly kind: 'department not reached'; readonly department: PlacedDepartment; readonly why: WhyNotReached }
  /** Heads or deputies have left the channel's team. */
  | { readonly kind: 'people left'; readonly department: PlacedDepartment; readonly people: readonly Person[] };

/**
 * What is wrong, the secretariat first, then the departments in the order in which they come.
 *
 * @param teams the known teams of the tenant
 */
export function setUpProblems(
  secretariat: RegisteredSecretariat | undefined,
  departments: readonly PlacedDepartment[],
  teams: readonly KnownTeam[],
): readonly SetUpProblem[] {
  return [...secretariatProblems(secretariat, teams), ...departments.flatMap((each) => problemsOf(each, teams))];
}

function secretariatProblems(
  secretariat: RegisteredSecretariat | undefined,
  teams: readonly KnownTeam[],
): readonly SetUpProblem[] {
  if (secretariat === undefined) return [{ kind: 'no secretariat' }];
  const why = whyNotReached(secretariat.address, teams);
  return why === undefined ? [] : [{ kind: 'secretariat not reached', why }];
}

function problemsOf(department: PlacedDepartment, teams: readonly KnownTeam[]): readonly SetUpProblem[] {
  const why = whyNotReached(department.address, teams);
  const { heads, deputies } = department.department;
  const people = eachOnce([...heads, ...deputies]).filter(({ id }) => department.left.includes(id));
  return [
    ...(why === undefined ? [] : [{ kind: 'department not reached', department, why } as const]),
    ...(people.length === 0 ? [] : [{ kind: 'people left', department, people } as const]),
  ];
}
