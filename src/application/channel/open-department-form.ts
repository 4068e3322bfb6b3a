import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { PlacedDepartment } from '../../domain/channel/department.js';
import type { KnownTeam } from '../../domain/channel/known-team.js';
import type { DepartmentId } from '../../domain/ids.js';
import type { ChannelRegistry, KnownTeams, Log, TeamDirectory, TeamMember } from '../ports.js';
import { findDepartment } from './find-department.js';

/** The people of a department's team, as Teams told them. */
export interface TeamRoster {
  readonly members: readonly TeamMember[];
  readonly isWhole: boolean;
}

/** What the form for a department is drawn from. */
export interface DepartmentFormFacts {
  readonly kind: 'form';
  /** undefined for a department that is to be added. */
  readonly placed: PlacedDepartment | undefined;
  /** undefined where Teams does not tell, and for a department that is to be added. */
  readonly roster: TeamRoster | undefined;
  readonly teams: readonly KnownTeam[];
}

export interface DepartmentFormDependencies {
  readonly channels: Pick<ChannelRegistry, 'list'>;
  readonly knownTeams: Pick<KnownTeams, 'list'>;
  readonly teamDirectory: Pick<TeamDirectory, 'membersOf'>;
  readonly log: Log;
}

/**
 * Finds what the form for a department shows. Where Teams does not tell who is in the team, the form comes without them.
 *
 * @param departmentId undefined for a department that is to be added
 * @returns `gone`: somebody has retired the department
 */
export async function openDepartmentForm(
  deps: DepartmentFormDependencies,
  tenantId: string,
  departmentId: DepartmentId | undefined,
): Promise<DepartmentFormFacts | { readonly kind: 'gone' }> {
  const teams = await deps.knownTeams.list(tenantId);
  if (departmentId === undefined) return { kind: 'form', placed: undefined, roster: undefined, teams };
  const found = await findDepartment(deps.channels, tenantId, departmentId);
  if (found === undefined) return { kind: 'gone' };
  const { placed } = found;
  return { kind: 'form', placed, roster: await rosterOf(deps, placed.address, teams), teams };
}

/** The people of a channel's team; undefined where Teams does not tell. */
async function rosterOf(
  { teamDirectory, log }: Pick<DepartmentFormDependencies, 'teamDirectory' | 'log'>,
  { tenantId, teamId, channelId, serviceUrl }: ChannelAddress,
  teams: readonly KnownTeam[],
): Promise<TeamRoster | undefined> {
  const known = teams.find((team) => team.teamId === teamId || team.channels.some(({ id }) => id === channelId));
  const team = known ?? (teamId === undefined ? undefined : { tenantId, teamId, serviceUrl });
  if (team === undefined) return undefined;
  try {
    return await teamDirectory.membersOf(team);
  } catch (error) {
    log.error('team roster not told', error);
    return undefined;
  }
}
