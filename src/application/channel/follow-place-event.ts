import { knownName } from '../../domain/channel/channel-name.js';
import type { RegisteredChannel, RegisteredSecretariat } from '../../domain/channel/department.js';
import { asDescribed } from '../../domain/channel/described-team.js';
import { isSameTeam, type KnownTeam } from '../../domain/channel/known-team.js';
import { isWorthAsking, type PlaceEvent, regainedBy, teamAfter } from '../../domain/channel/place-event.js';
import { type PlaceNews, reachChange, unreachedDepartments } from '../../domain/channel/place-news.js';
import { whyNotReached } from '../../domain/channel/reach.js';
import { operationId } from '../../domain/ids.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import {
  type ChannelRegistry,
  type Clock,
  type KnownTeams,
  type Log,
  type Messenger,
  type TeamDirectory,
  UnreadableRow,
} from '../ports.js';
import { type ResumeDependencies, resumeStopped } from '../work/resume-stopped.js';
import { type LeaversDependencies, noticeLeavers } from './notice-leavers.js';

export interface FollowPlaceDependencies extends ResumeDependencies, LeaversDependencies {
  readonly knownTeams: KnownTeams;
  readonly teamDirectory: Pick<TeamDirectory, 'describe'>;
  readonly channels: Pick<ChannelRegistry, 'find' | 'secretariat' | 'list' | 'register'>;
  readonly messenger: Pick<Messenger, 'post'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A team before and after an event that has changed it. */
interface Change {
  readonly before: KnownTeam | undefined;
  readonly after: KnownTeam;
}

/**
 * Keeps what is known of a team true after an event of Teams, sends again what was stopped where the bot can write
 * again, and tells the secretariat if a department can be reached no longer, or again. Teams may tell an event several
 * times, and to several processes: only the one that has changed the team's row tells it on.
 *
 * It never rejects. What fails is logged, and *status* and *opsætning* show what is known anyway.
 */
export async function followPlaceEvent(deps: FollowPlaceDependencies, event: PlaceEvent): Promise<void> {
  await guarded(deps, event, async () => {
    const { change } = event;
    if (change.kind === 'people left' || change.kind === 'people came') {
      const leavers = await noticeLeavers(deps, event, change.ids);
      if (leavers.length === 0) return;
      return tell(deps, await deps.channels.secretariat(event.tenantId), { kind: 'left', leavers });
    }
    const team = await changed(deps, event);
    if (team !== undefined) await tellOn(deps, team);
  });
  const place = regainedBy(event);
  if (place !== undefined) await resumeStopped(deps, place);
}

/** @returns undefined where nothing has changed, or another process has changed it */
async function changed(deps: FollowPlaceDependencies, event: PlaceEvent): Promise<Change | undefined> {
  const { knownTeams, teamDirectory, clock } = deps;
  const { tenantId, teamId, serviceUrl } = event;
  const known = (await knownTeams.find(tenantId, teamId))?.value;
  const askAt = serviceUrl ?? known?.serviceUrl;
  const told =
    askAt !== undefined && isWorthAsking(event, known)
      ? await teamDirectory.describe({ tenantId, teamId, serviceUrl: askAt })
      : undefined;
  return untilStored('follow place event', async () => {
    const stored = await knownTeams.find(tenantId, teamId);
    const before = stored?.value;
    const team = before === undefined || told?.kind !== 'team' ? before : asDescribed(before, told.team);
    const next = teamAfter(team, event, clock.now());
    if (next === undefined) return undefined;
    const after = before === undefined && told?.kind === 'team' ? asDescribed(next, told.team) : next;
    if (before !== undefined && isSameTeam(before, after)) return undefined;
    const result = await knownTeams.put(after, stored?.etag);
    if (result === 'conflict') return CONFLICT;
    return result === 'same' ? undefined : { before, after };
  });
}

async function tellOn(deps: FollowPlaceDependencies, { before, after }: Change): Promise<void> {
  const { channels, log } = deps;
  const { tenantId, teamId } = after;
  const registered = await channels.list(tenantId);
  const secretariat = registered.find((each) => each.purpose === 'secretariat');
  const { lost, regained, secretariat: own } = reachChange(before, after, registered);
  if (secretariat !== undefined) await keepName(deps, secretariat, { before, after });
  if (lost !== undefined)
    log.info('departments not reached', { teamId, why: lost.why, count: lost.departments.length });
  if (own === 'lost') {
    const why = secretariat && whyNotReached(secretariat.address, [after]);
    return log.warn('secretariat not reached', { teamId, why });
  }
  if (own === 'regained')
    return tell(deps, secretariat, { kind: 'back', unreached: await unreached(deps, registered, after) });
  if (lost !== undefined) await tell(deps, secretariat, { kind: 'lost', ...lost });
  if (regained.length > 0) await tell(deps, secretariat, { kind: 'regained', departments: regained });
}

async function unreached(
  { knownTeams }: FollowPlaceDependencies,
  registered: readonly RegisteredChannel[],
  after: KnownTeam,
) {
  const others = (await knownTeams.list(after.tenantId)).filter(({ teamId }) => teamId !== after.teamId);
  return unreachedDepartments(registered, [after, ...others]);
}

/** Where the secretariat cannot be told, the log says so. */
async function tell(
  { messenger, log }: Pick<FollowPlaceDependencies, 'messenger' | 'log'>,
  secretariat: RegisteredSecretariat | undefined,
  news: PlaceNews,
): Promise<void> {
  if (secretariat === undefined) return;
  const outcome = await messenger.post(secretariat.address, { kind: 'place news', news });
  if (outcome.kind === 'failed')
    log.warn('place news not delivered', { news: news.kind, failure: outcome.failure.kind });
}

/** People look for the secretariat's channel by its name, so that follows Teams. */
async function keepName(
  { channels, clock }: FollowPlaceDependencies,
  secretariat: RegisteredSecretariat,
  { before, after }: Change,
): Promise<void> {
  const name = knownName(secretariat.address, after);
  const isRenamed = before !== undefined && name !== knownName(secretariat.address, before);
  if (name === undefined || !isRenamed) return;
  const at = clock.now();
  const { channelId } = secretariat.address;
  const line = {
    at,
    by: undefined,
    act: 'secretariat registered',
    where: channelId,
    departmentId: undefined,
    subject: undefined,
    reason: 'renamed in Teams',
  } as const;
  const operation = operationId('renamed in Teams', channelId, name);
  await channels.register({ ...secretariat, name }, { line, operation }, { present: secretariat });
}

async function guarded(
  { log }: FollowPlaceDependencies,
  { teamId, change }: PlaceEvent,
  doing: () => Promise<void>,
): Promise<void> {
  try {
    await doing();
  } catch (error) {
    // The store has already logged unreadable rows.
    if (!(error instanceof UnreadableRow)) log.error('place event not followed', error, { teamId, event: change.kind });
  }
}
