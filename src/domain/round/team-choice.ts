import type { PlacedDepartment } from '../channel/department.js';
import type { KnownTeam } from '../channel/known-team.js';

/** The value that stands for the departments whose team is not known. */
export const NO_TEAM = '*';

/** The departments that answer in the channels of one team. */
export interface TeamOfDepartments {
  /** The team's id, or `NO_TEAM`. */
  readonly id: string;
  /** undefined where Teams has not told it. */
  readonly name: string | undefined;
  readonly departments: readonly PlacedDepartment[];
}

/** The departments by team, the largest team first; those whose team is not known stand last. */
export function byTeam(
  departments: readonly PlacedDepartment[],
  known: readonly KnownTeam[],
): readonly TeamOfDepartments[] {
  const teams = new Map<string, { readonly name: string | undefined; readonly departments: PlacedDepartment[] }>();
  // The teams that each channel belongs to are looked up once, as there may be a thousand departments.
  const ofChannel = new Map(known.flatMap((team) => team.channels.map(({ id }) => [id, team] as const)));
  const ofId = new Map(known.map((team) => [team.teamId, team] as const));
  for (const placed of departments) {
    const { teamId, channelId } = placed.address;
    const team = (teamId === undefined ? undefined : ofId.get(teamId)) ?? ofChannel.get(channelId);
    const id = teamId ?? team?.teamId ?? NO_TEAM;
    const present = teams.get(id) ?? { name: team?.name, departments: [] };
    present.departments.push(placed);
    teams.set(id, present);
  }
  return [...teams]
    .map(([id, team]) => ({ id, ...team }))
    .toSorted(
      (one, other) =>
        Number(one.id === NO_TEAM) - Number(other.id === NO_TEAM) || other.departments.length - one.departments.length,
    );
}

/** The ids of the departments of the chosen teams. */
export function departmentsOfTeams(
  teams: readonly string[],
  departments: readonly PlacedDepartment[],
  known: readonly KnownTeam[],
): readonly string[] {
  const chosen = new Set(teams);
  const found = byTeam(departments, known).filter(({ id }) => chosen.has(id));
  return found.flatMap((team) => team.departments.map(({ department }) => department.id));
}
