import { asDescribed } from '../../domain/channel/described-team.js';
import { isSameTeam, type KnownTeam, newTeam } from '../../domain/channel/known-team.js';
import { TEAMS_ASKED_AT_ONCE } from '../../domain/limits.js';
import { atMostAtOnce } from '../at-most-at-once.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock, KnownTeams, Log, TeamDirectory } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

interface Dependencies {
  readonly knownTeams: KnownTeams;
  readonly teamDirectory: Pick<TeamDirectory, 'describe'>;
  readonly channels: Pick<ChannelRegistry, 'list'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A team that Teams can be asked about. */
type Askable = Pick<KnownTeam, 'tenantId' | 'teamId' | 'serviceUrl'>;

export interface RefreshTeamsOutcome {
  /** How many teams have been told of. */
  readonly told: number;
  /** The teams that Teams did not tell of. What is known of them stays as it was. */
  readonly notTold: readonly Askable[];
}

/**
 * Asks Teams about every known team of a tenant, and about the teams of registered channels that are not known: the bot
 * was added to them before it kept such things. What has changed is stored. A team that Teams does not tell of may have
 * a passing trouble, so nothing is concluded from that; the events of Teams tell when the bot is removed.
 *
 * @returns Teams' answers; it rejects only where the store does
 */
export async function refreshTeams(deps: Dependencies, tenantId: string): Promise<RefreshTeamsOutcome> {
  const known = await deps.knownTeams.list(tenantId);
  const asked = [...known, ...(await notKnown(deps, tenantId, known))];
  const answers = await atMostAtOnce(TEAMS_ASKED_AT_ONCE, asked, (team) => refresh(deps, team));
  const notTold = asked.filter((_, index) => answers[index] === false);
  return { told: asked.length - notTold.length, notTold };
}

/** The teams in which channels are registered without the team being known. */
async function notKnown(
  { channels }: Dependencies,
  tenantId: string,
  known: readonly KnownTeam[],
): Promise<readonly Askable[]> {
  const ids = new Set(known.map(({ teamId }) => teamId));
  const found = new Map<string, Askable>();
  for (const { address } of await channels.list(tenantId)) {
    const { teamId, serviceUrl } = address;
    if (teamId !== undefined && !ids.has(teamId)) found.set(teamId, { tenantId, teamId, serviceUrl });
  }
  return [...found.values()];
}

/** @returns whether Teams told of the team, and it is stored */
async function refresh(deps: Dependencies, asked: Askable): Promise<boolean> {
  const { tenantId, teamId, serviceUrl } = asked;
  const answer = await deps.teamDirectory.describe({ tenantId, teamId, serviceUrl });
  if (answer.kind === 'not told') {
    deps.log.info('team not told', { teamId, failure: answer.failure.kind });
    return false;
  }
  const kept = untilStored('refresh team', async () => {
    const stored = await deps.knownTeams.find(tenantId, teamId);
    const before = stored?.value ?? newTeam(asked, deps.clock.now());
    const after = presentIn(asDescribed(before, answer.team), deps.clock.now());
    if (stored !== undefined && isSameTeam(stored.value, after)) return true;
    return (await deps.knownTeams.put(after, stored?.etag)) === 'conflict' ? CONFLICT : true;
  });
  // A team whose row cannot be read must not stop the others.
  return (await unlessUnreadable(kept)) ?? false;
}

/** Teams tells a bot of the teams that it is in, also of archived ones. */
function presentIn(team: KnownTeam, at: Date): KnownTeam {
  return team.state === 'present' || team.state === 'archived' ? team : { ...team, state: 'present', since: at };
}
