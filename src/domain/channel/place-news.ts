import type { Person } from '../person.js';
import { departmentsIn, inRoundOrder, type RegisteredChannel } from './department.js';
import type { KnownTeam } from './known-team.js';
import { teamOf, type WhyNotReached, whyNotReached } from './reach.js';

/** Departments that share a reason. */
export interface Unreached {
  readonly why: WhyNotReached;
  /** The name of the channel's team, as far as it is known. */
  readonly team: string | undefined;
  readonly departments: readonly string[];
}

/** Heads and deputies who have left the team of their department's channel. */
export interface Leavers {
  readonly department: string;
  readonly people: readonly Person[];
  /** Whether the department has no head any more who is in the team. */
  readonly isWithoutHead: boolean;
}

/** What the secretariat is told about the places and the people of departments. */
export type PlaceNews =
  | ({ readonly kind: 'lost' } & Unreached)
  | { readonly kind: 'regained'; readonly departments: readonly string[] }
  /** The secretariat itself can be reached again. `unreached`: which departments cannot be now. */
  | { readonly kind: 'back'; readonly unreached: readonly Unreached[] }
  | { readonly kind: 'left'; readonly leavers: readonly Leavers[] };

/** What an event has changed for the registered channels of a team. */
export interface ReachChange {
  readonly lost: Unreached | undefined;
  /** The names of the departments that can be reached again. */
  readonly regained: readonly string[];
  readonly secretariat: 'lost' | 'regained' | undefined;
}

/**
 * Who can be reached no longer, or again, after a team has changed.
 *
 * @param before undefined where the team was not known: then its channels counted as reachable
 */
export function reachChange(
  before: KnownTeam | undefined,
  after: KnownTeam,
  channels: readonly RegisteredChannel[],
): ReachChange {
  const changed = channels.map((channel) => ({
    channel,
    was: whyNotReached(channel.address, before === undefined ? [] : [before]),
    is: whyNotReached(channel.address, [after]),
  }));
  const lost = changed.filter(({ was, is }) => was === undefined && is !== undefined);
  const regained = changed.filter(({ was, is }) => was !== undefined && is === undefined);
  const [first] = lost.flatMap(({ is }) => (is === undefined ? [] : [is]));
  const names = (some: typeof changed) => namesOf(some.map(({ channel }) => channel));
  const lostNames = names(lost);
  return {
    lost:
      first === undefined || lostNames.length === 0
        ? undefined
        : { why: first, team: after.name, departments: lostNames },
    regained: names(regained),
    secretariat: secretariatIn(lost) ? 'lost' : secretariatIn(regained) ? 'regained' : undefined,
  };
}

function secretariatIn(some: readonly { readonly channel: RegisteredChannel }[]): boolean {
  return some.some(({ channel }) => channel.purpose === 'secretariat');
}

function namesOf(channels: readonly RegisteredChannel[]): readonly string[] {
  return inRoundOrder(channels.flatMap(departmentsIn)).map(({ department }) => department.name);
}

/** The departments that cannot be reached, those of one team with one reason together. */
export function unreachedDepartments(
  channels: readonly RegisteredChannel[],
  teams: readonly KnownTeam[],
): readonly Unreached[] {
  const found = new Map<string, Unreached>();
  for (const channel of channels) {
    const why = whyNotReached(channel.address, teams);
    const departments = namesOf([channel]);
    if (why === undefined || departments.length === 0) continue;
    const team = teamOf(channel.address, teams);
    const key = JSON.stringify([team?.teamId, why]);
    found.set(key, { why, team: team?.name, departments: [...(found.get(key)?.departments ?? []), ...departments] });
  }
  return [...found.values()];
}
