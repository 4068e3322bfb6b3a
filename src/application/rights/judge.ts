import type { ChannelAddress } from '../../domain/channel/channel.js';
import {
  type Department,
  headsDecide,
  type RegisteredChannel,
  type RegisteredSecretariat,
} from '../../domain/channel/department.js';
import type { Person } from '../../domain/person.js';
import {
  type DepartmentRight,
  dependsOnRoster,
  type Home,
  isSecretaryByTeam,
  namedRoles,
  type Right,
  type Role,
  type Verdict,
  verdictOf,
} from '../../domain/rights.js';
import type { ChannelRegistry, Members } from '../ports.js';
import { type NotAllowed, notAllowed, type WhyNot } from './not-allowed.js';

/*
 * Finds out what a person is, and judges what they may do. The table of domain/rights.ts decides. What costs a request
 * (the secretariat's registration, a team's roster) is asked for only where the verdict depends on it.
 */

export interface JudgeDependencies {
  readonly channels: Pick<ChannelRegistry, 'find' | 'secretariat'>;
  readonly members: Members;
  /** The Entra object ids of the administrators. */
  readonly administrators: readonly string[];
}

/** Who acts. */
export interface Actor {
  readonly by: Person;
  /** The id that Teams gives this person for this bot, `29:…` */
  readonly memberId: string;
  readonly home: Home;
}

/** Who acts in a channel. */
export interface ActorInChannel extends Actor {
  /** The channel that the act came from, as the service reports it. */
  readonly address: ChannelAddress;
}

/** Who acts, and where. */
export interface Asker extends Actor {
  readonly tenantId: string;
  /** The channel of the act; undefined in a personal chat. */
  readonly address: ChannelAddress | undefined;
  /** What that channel is registered as, where this has been read already. */
  readonly registered: RegisteredChannel | undefined;
}

export type Allowed = Exclude<Verdict, 'may not'>;

/**
 * Judges an act for a department, with the heads of the department's own row, so that they are the heads of now.
 * Rejects when the roster is needed and the service does not answer.
 */
export async function judgeForDepartment(
  deps: Pick<JudgeDependencies, 'members'>,
  right: DepartmentRight,
  actor: ActorInChannel,
  department: Department,
): Promise<Allowed | NotAllowed> {
  const hasHeads = headsDecide(department);
  const named = namedRoles(actor.by.id, [], { department });
  const there = await roleThere(deps, right, actor, named, hasHeads);
  const verdict = verdictOf(right, [...named, there], hasHeads);
  if (verdict !== 'may not') return verdict;
  return notAllowed(outsider(there) ?? { reason: 'not head', department });
}

/** An act that is allowed. */
export interface Granted {
  readonly verdict: Allowed;
  /** The tenant's secretariat, where the right depends on it. */
  readonly secretariat: RegisteredSecretariat | undefined;
}

/**
 * Judges an act that does not depend on the heads of a department. Rejects as `judgeForDepartment`, and with
 * `UnreadableRow` where the secretariat's registration cannot be read: nobody is told that they do not belong to the
 * secretariat only because a row cannot be read.
 */
export async function judgeAct(
  deps: JudgeDependencies,
  right: Exclude<Right, DepartmentRight>,
  asker: Asker,
): Promise<Granted | NotAllowed> {
  switch (right) {
    case 'take part': {
      const there = await roleThere(deps, right, asker, [], false);
      return granted(right, [there], undefined) ?? notAllowed(outsider(there) ?? { reason: 'not in the team' });
    }
    case 'place the secretariat': {
      const named = namedRoles(asker.by.id, deps.administrators, {});
      const there = await roleThere(deps, right, asker, named, false);
      return granted(right, [...named, there], undefined) ?? notAllowed({ reason: 'not administrator' });
    }
    case 'set up departments':
      return judgeSetup(deps, asker);
    case 'run rounds':
    case 'manage the set-up':
      return judgeForSecretariat(deps, right, asker);
  }
}

/** For what is done in the secretariat's channel, or by its secretaries in a personal chat. */
async function judgeForSecretariat(
  deps: JudgeDependencies,
  right: 'run rounds' | 'manage the set-up',
  asker: Asker,
): Promise<Granted | NotAllowed> {
  const secretariat = await secretariatHere(deps, asker);
  if (secretariat === undefined) return elsewhere(deps, asker);
  const roles = namedRoles(asker.by.id, deps.administrators, { secretariat });
  // Someone who is in the channel is in its team. In a personal chat, only the roster tells whether the person still is.
  const isNamed = granted(right, roles, secretariat) !== undefined;
  const isKnown = isNamed && asker.address !== undefined;
  const there = isKnown ? 'member' : await roleIn(deps, secretariat.address, asker);
  const byTeam = isSecretaryByTeam(secretariat, there) ? (['secretary'] as const) : [];
  const outside = outsider(there);
  if (outside !== undefined) return notAllowed(outside);
  const isGuest = there === 'guest';
  return granted(right, [...roles, there, ...byTeam], secretariat) ?? notAllowed({ reason: 'not secretary', isGuest });
}

/** For what secretaries do at once and others ask for, in any channel. */
async function judgeSetup(deps: JudgeDependencies, asker: Asker): Promise<Granted | NotAllowed> {
  const right = 'set up departments';
  const secretariat = await deps.channels.secretariat(asker.tenantId);
  const named = namedRoles(asker.by.id, deps.administrators, { secretariat });
  // The roster of the secretariat's team is asked only where it can make someone a secretary.
  const isByTeam =
    secretariat?.secretaries.length === 0 &&
    verdictOf(right, named, false) !== 'may' &&
    isSecretaryByTeam(secretariat, await roleIn(deps, secretariat.address, asker));
  const roles: readonly Role[] = isByTeam ? [...named, 'secretary'] : named;
  const there = await roleThere(deps, right, asker, roles, false);
  const may = granted(right, [...roles, there], secretariat);
  if (may === undefined) return notAllowed(outsider(there) ?? { reason: 'not in the team' });
  // A request waits for the secretariat, and so needs one.
  return may.verdict === 'as a request' && secretariat === undefined ? notAllowed({ reason: 'no secretariat' }) : may;
}

function granted(
  right: Right,
  roles: readonly Role[],
  secretariat: RegisteredSecretariat | undefined,
): Granted | undefined {
  const verdict = verdictOf(right, roles, false);
  return verdict === 'may not' ? undefined : { verdict, secretariat };
}

/** The tenant's secretariat if the act is done in its channel or in a personal chat; undefined anywhere else. */
async function secretariatHere(
  { channels }: Pick<JudgeDependencies, 'channels'>,
  asker: Asker,
): Promise<RegisteredSecretariat | undefined> {
  if (asker.address === undefined) return channels.secretariat(asker.tenantId);
  const here = asker.registered ?? (await channels.find(asker.address));
  return here?.purpose === 'secretariat' ? here : undefined;
}

/** Says where the secretariat is. */
async function elsewhere({ channels }: Pick<JudgeDependencies, 'channels'>, asker: Asker): Promise<NotAllowed> {
  const secretariat = await channels.secretariat(asker.tenantId);
  if (secretariat === undefined) return notAllowed({ reason: 'no secretariat' });
  return notAllowed({ reason: 'not the secretariat’s channel', channel: secretariat.name });
}

/** What the person is in the team of the place. The roster is asked only where the verdict depends on it. */
async function roleThere(
  deps: Pick<JudgeDependencies, 'members'>,
  right: Right,
  { address, ...actor }: Actor & Pick<Asker, 'address'>,
  named: readonly Role[],
  hasHeads: boolean,
): Promise<Role> {
  if (actor.home === 'elsewhere') return 'foreigner';
  const isNeeded = dependsOnRoster(right, actor.home, named, hasHeads);
  return isNeeded && address !== undefined ? roleIn(deps, address, actor) : 'member';
}

async function roleIn(
  { members }: Pick<JudgeDependencies, 'members'>,
  address: ChannelAddress,
  { by, memberId, home }: Actor,
): Promise<Role> {
  if (home === 'elsewhere') return 'foreigner';
  const member = await members.find(address, memberId);
  if (member === undefined || member.person.id !== by.id) return 'unknown';
  if (member.isForeign) return 'foreigner';
  return member.isGuest ? 'guest' : 'member';
}

function outsider(there: Role): WhyNot | undefined {
  if (there === 'foreigner') return { reason: 'of another tenant' };
  return there === 'unknown' ? { reason: 'not in the team' } : undefined;
}
