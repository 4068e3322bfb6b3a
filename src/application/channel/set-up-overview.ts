import type { ChannelAddress } from '../../domain/channel/channel.js';
import {
  departmentsIn,
  inRoundOrder,
  type PlacedDepartment,
  type RegisteredChannel,
  type RegisteredSecretariat,
} from '../../domain/channel/department.js';
import { departmentNameKey } from '../../domain/channel/department-name.js';
import type { KnownChannel, KnownTeam } from '../../domain/channel/known-team.js';
import { proposedName } from '../../domain/channel/proposal.js';
import { type WhyNotReached, whyNotReached } from '../../domain/channel/reach.js';
import { type SetUpProblem, setUpProblems } from '../../domain/channel/set-up-problems.js';
import type { ChannelRegistry, KnownTeams } from '../ports.js';

/** A department with what is known of its channel. */
export interface DepartmentInOverview extends PlacedDepartment {
  readonly whyNotReached: WhyNotReached | undefined;
  /** undefined for the first channel of a team, and where Teams has not told it. */
  readonly channelName: string | undefined;
  readonly teamName: string | undefined;
}

/** A channel in which nobody answers yet. */
export interface UnboundChannel {
  readonly address: ChannelAddress;
  /** undefined for the first channel of a team. */
  readonly channelName: string | undefined;
  readonly teamName: string | undefined;
  readonly kind: KnownChannel['kind'];
  /** The name of the department that it most likely belongs to. No two channels are proposed the same. */
  readonly proposal: string | undefined;
}

export interface SetUpOverview {
  readonly secretariat: RegisteredSecretariat | undefined;
  /** In the order of the notat's rows. */
  readonly departments: readonly DepartmentInOverview[];
  /** In the order of the teams' names. Only channels of teams in which the bot can write. */
  readonly unbound: readonly UnboundChannel[];
  readonly wrong: readonly SetUpProblem[];
  /** By name. */
  readonly teams: readonly KnownTeam[];
}

/** All that *Opsætning* shows, from three reads. It asks Teams nothing (`refreshTeams`). */
export async function setUpOverview(
  deps: { readonly channels: Pick<ChannelRegistry, 'list' | 'listRemoved'>; readonly knownTeams: KnownTeams },
  tenantId: string,
): Promise<SetUpOverview> {
  const [registered, removed, known] = await Promise.all([
    deps.channels.list(tenantId),
    deps.channels.listRemoved(tenantId),
    deps.knownTeams.list(tenantId),
  ]);
  const teams = known.toSorted((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'da'));
  const secretariat = registered.find((channel) => channel.purpose === 'secretariat');
  const departments = inRoundOrder(registered.flatMap(departmentsIn));
  return {
    secretariat,
    departments: departments.map((each) => inOverview(each, teams)),
    unbound: unboundChannels(registered, removed, teams),
    wrong: setUpProblems(secretariat, departments, teams),
    teams,
  };
}

function inOverview(placed: PlacedDepartment, teams: readonly KnownTeam[]): DepartmentInOverview {
  const { teamId, channelId } = placed.address;
  const team = teams.find((each) => each.channels.some(({ id }) => id === channelId) || each.teamId === teamId);
  const channelName = team?.channels.find(({ id }) => id === channelId)?.name;
  return { ...placed, whyNotReached: whyNotReached(placed.address, teams), channelName, teamName: team?.name };
}

function unboundChannels(
  registered: readonly RegisteredChannel[],
  removed: readonly RegisteredChannel[],
  teams: readonly KnownTeam[],
): readonly UnboundChannel[] {
  const bound = new Set(registered.map(({ address }) => address.channelId));
  const inUse = new Set(registered.flatMap(departmentsIn).map(({ department }) => departmentNameKey(department.name)));
  const remembered = removed.flatMap(departmentsIn).map(({ department }) => department.name);
  const unbound = teams
    .filter(({ state }) => state === 'present')
    .flatMap((team) => team.channels.map((channel) => ({ team, channel })))
    .filter(({ channel }) => !channel.isDeleted && !bound.has(channel.id));
  // A name that is in use, or that another channel was proposed first, would be refused.
  const proposed = new Set(inUse);
  return unbound.map(({ team, channel }) => {
    const { tenantId, teamId, serviceUrl } = team;
    const here = removed.filter(({ address }) => address.channelId === channel.id).flatMap(departmentsIn);
    const known = [...here.map(({ department }) => department.name), ...remembered];
    const proposal = proposedName(channel, team, known);
    const key = proposal === undefined ? undefined : departmentNameKey(proposal);
    const isFree = key !== undefined && !proposed.has(key);
    if (isFree) proposed.add(key);
    return {
      address: { tenantId, teamId, channelId: channel.id, serviceUrl },
      channelName: channel.name,
      teamName: team.name,
      kind: channel.kind,
      proposal: isFree ? proposal : undefined,
    };
  });
}
