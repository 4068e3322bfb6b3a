import type { ChannelAddress } from '../../domain/channel/channel.js';
import {
  departmentIn,
  departmentsIn,
  type PlacedDepartment,
  type RegisteredDepartment,
} from '../../domain/channel/department.js';
import type { DepartmentId, RoundId } from '../../domain/ids.js';
import { THREAD_ROUNDS_MAX } from '../../domain/limits.js';
import type { Round, RoundDepartment, RoundOverview } from '../../domain/round/round.js';
import type { ChannelRegistry, RoundIndex, RoundStore, Stored } from '../ports.js';
import { cardsOf } from '../reply/cards-of.js';
import { unlessUnreadable } from '../unless-unreadable.js';

/*
 * Which round a person means. A card names its round. The secretariat means the newest, and a trial only where no round is
 * open. A department means the round of
 * the thread, or outside a thread the newest that asks it.
 */

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
}

/** A button pressed on one of the secretariat's cards about a round. */
export interface RoundAction {
  readonly roundId: RoundId;
  /** The secretariat's channel, where the action came from. */
  readonly address: ChannelAddress;
}

/**
 * The round that a card names, if it is one of the secretariat's own tenant. An id in a card can be edited. A round
 * belongs to the municipality's secretariat, in whatever channel the secretariat is now. That a secretary acts, in that
 * channel, has been judged before.
 */
export async function findOwnRound(
  rounds: RoundStore,
  { roundId, address }: RoundAction,
): Promise<Stored<Round> | undefined> {
  const found = await rounds.readRound(roundId);
  return found !== undefined && found.value.secretariat.tenantId === address.tenantId ? found : undefined;
}

/** A tenant's rounds, the newest first. */
export async function roundsOf(index: RoundIndex, tenantId: string): Promise<readonly RoundId[]> {
  return (await index.list()).filter((entry) => entry.tenantId === tenantId).map(({ roundId }) => roundId);
}

export interface NewestRound<Found> {
  readonly found: Found | undefined;
  /** The newest unreadable round among those that are newer than the one that was found. */
  readonly unreadable: RoundId | undefined;
  /** How many rounds the tenant has had. */
  readonly count: number;
}

/**
 * Searches a tenant's rounds, the newest first, until `find` returns something.
 *
 * @param find returns undefined to continue; a round for which it rejects with `UnreadableRow` is skipped
 */
export async function newestRound<Found>(
  index: RoundIndex,
  tenantId: string,
  find: (roundId: RoundId) => Promise<Found | undefined>,
): Promise<NewestRound<Found>> {
  let unreadable: RoundId | undefined;
  const all = await roundsOf(index, tenantId);
  for (const roundId of all) {
    const looked = await unlessUnreadable(find(roundId).then((found) => ({ found })));
    if (looked === undefined) unreadable ??= roundId;
    else if (looked.found !== undefined) return { found: looked.found, unreadable, count: all.length };
  }
  return { found: undefined, unreadable, count: all.length };
}

/** Several rounds are open, and it was not said which is meant. */
export interface WhichRound {
  readonly kind: 'which round?';
  /** The newest first. */
  readonly open: readonly Round[];
}

export type CurrentRoundOutcome =
  | { readonly kind: 'no round' }
  | WhichRound
  | {
      readonly kind: 'round';
      readonly overview: RoundOverview;
      /** Whether there is a newer round that cannot be read. */
      readonly isNewerUnreadable: boolean;
    };

/**
 * When an open trial is meant where there is also a round: while the newest round is closed, as the secretariat then has
 * nothing else under way; or never.
 */
export type TrialMeant = 'while no round is open' | 'where there is no round';

/**
 * The round of the tenant's secretariat that is meant, in its present state: the newest among those that have started and
 * can be read, unless another was chosen. A trial that has ended is never meant. Rejects with `UnreadableRow` when there
 * are only rounds that cannot be read.
 *
 * @param chosen the round that a person has chosen; undefined for the newest, or the only one that is open
 */
export async function currentRound(
  { index, rounds }: Omit<Dependencies, 'channels'>,
  tenantId: string,
  chosen?: RoundId | undefined,
  trialMeant: TrialMeant = 'while no round is open',
): Promise<CurrentRoundOutcome> {
  if (chosen !== undefined) return chosenRound(rounds, tenantId, chosen);
  let trial: RoundOverview | undefined;
  const { found, unreadable, count } = await newestRound(index, tenantId, async (roundId) => {
    const read = await rounds.readOverview(roundId);
    if (read === undefined || !hasOpened(read.round)) return undefined;
    if (!read.round.plan.ask.isTrial) return read;
    if (read.round.state === 'open') trial ??= read;
    return undefined;
  });
  // Where the tenant has had one round, nothing more is read.
  const others =
    count > 1 && found !== undefined ? await otherOpenRounds({ index, rounds }, tenantId, found.round.id) : [];
  const open = [...(found?.round.state === 'open' ? [found.round] : []), ...others];
  if (open.length > 1) return { kind: 'which round?', open };
  const isTrialMeant = found === undefined || (trialMeant === 'while no round is open' && open.length === 0);
  const overview = isTrialMeant ? (trial ?? found) : found;
  if (overview !== undefined) return { kind: 'round', overview, isNewerUnreadable: unreadable !== undefined };
  if (unreadable !== undefined) await rounds.readOverview(unreadable);
  return { kind: 'no round' };
}

async function chosenRound(rounds: RoundStore, tenantId: string, chosen: RoundId): Promise<CurrentRoundOutcome> {
  const overview = await rounds.readOverview(chosen);
  const isOwn = overview !== undefined && overview.round.secretariat.tenantId === tenantId && hasOpened(overview.round);
  return isOwn ? { kind: 'round', overview, isNewerUnreadable: false } : { kind: 'no round' };
}

/**
 * The tenant's open rounds beside one, the newest first, without trials. An open round always owes something, so only the rounds are read
 * that may.
 */
async function otherOpenRounds(
  { index, rounds }: Omit<Dependencies, 'channels'>,
  tenantId: string,
  newest: RoundId,
): Promise<readonly Round[]> {
  const active = (await index.listActive()).map(({ value }) => value).filter((entry) => entry.tenantId === tenantId);
  const others = active.filter(({ roundId }) => roundId !== newest);
  const read = await Promise.all(others.map(({ roundId }) => unlessUnreadable(rounds.readRound(roundId))));
  return read
    .flatMap((found) => (found?.value.state === 'open' && !found.value.plan.ask.isTrial ? [found.value] : []))
    .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
}

/** A round that was never confirmed, or is still being written, has nothing to show. */
function hasOpened({ state }: Round): boolean {
  return state !== 'planned' && state !== 'starting';
}

/** The rounds that a message in a department's channel may be about. */
export interface AskedRounds {
  readonly kind: 'asked';
  /** The department in the round whose card began the message's thread; undefined where no such card began it. */
  readonly ofThread: RoundDepartment | undefined;
  /** The department in the newest round that asks it, whether open or closed. */
  readonly newest: RoundDepartment | undefined;
  /** The department in the newest round that asks it and still accepts answers. */
  readonly newestOpen: RoundDepartment | undefined;
}

/** Several departments of the channel have been asked, and nothing tells which one a message is about. */
export interface WhichAsked {
  readonly kind: 'which department?';
  readonly departments: readonly PlacedDepartment[];
}

/** Where a message was written, and what it says of whom it is about. */
export interface WrittenPlace {
  readonly address: ChannelAddress;
  /** The message's thread, `<channelId>;messageid=<root>`; undefined for a message that begins a thread. */
  readonly thread: string | undefined;
  /** The department that the message names, where it names one. */
  readonly departmentId?: DepartmentId | undefined;
}

/**
 * Finds the rounds that a message in a channel may be about, among the newest rounds. Rounds that cannot be read are
 * skipped. In a channel of several departments, a message belongs to the department whose card began its thread, or else
 * to the one that it names, or to the only one that has been asked.
 *
 * @returns undefined for a channel that belongs to no department
 */
export async function findAskedRounds(
  deps: Dependencies,
  { address, thread, departmentId }: WrittenPlace,
): Promise<AskedRounds | WhichAsked | undefined> {
  const channel = await deps.channels.find(address);
  if (channel?.purpose !== 'department') return undefined;
  if (channel.others.length === 0) return askedOf(deps, channel.department.id, address, thread);
  const named = departmentId && departmentIn(channel, departmentId);
  return severalAsked(deps, channel, thread, named);
}

/** Looks for each of a channel's departments in the same way, and then which of them the message is about. */
async function severalAsked(
  deps: Dependencies,
  channel: RegisteredDepartment,
  thread: string | undefined,
  named: PlacedDepartment | undefined,
): Promise<AskedRounds | WhichAsked> {
  const each = await Promise.all(
    departmentsIn(channel).map(async (placed) => ({
      placed,
      asked: await askedOf(deps, placed.department.id, channel.address, thread),
    })),
  );
  const ofThread = each.find(({ asked }) => asked.ofThread !== undefined);
  const meant = ofThread ?? each.find(({ placed }) => placed.department.id === named?.department.id);
  if (meant !== undefined) return meant.asked;
  const open = each.filter(({ asked }) => asked.newestOpen !== undefined);
  const possible = open.length > 0 ? open : each.filter(({ asked }) => asked.newest !== undefined);
  const [only, ...others] = possible;
  if (only === undefined) return { kind: 'asked', ofThread: undefined, newest: undefined, newestOpen: undefined };
  if (others.length === 0) return only.asked;
  return { kind: 'which department?', departments: possible.map(({ placed }) => placed) };
}

async function askedOf(
  { index, rounds }: Dependencies,
  departmentId: DepartmentId,
  address: ChannelAddress,
  thread: string | undefined,
): Promise<AskedRounds> {
  let newest: RoundDepartment | undefined;
  let newestOpen: RoundDepartment | undefined;
  for (const roundId of (await roundsOf(index, address.tenantId)).slice(0, THREAD_ROUNDS_MAX)) {
    const department = (await unlessUnreadable(rounds.readDepartment(roundId, departmentId)))?.value;
    // The cards of a trial are in the secretariat's channel alone.
    if (department === undefined || department.ask.isTrial) continue;
    newest ??= department;
    if (!department.isLocked) newestOpen ??= department;
    const isFound = thread === undefined ? newestOpen !== undefined : await isThreadOf(rounds, department, thread);
    if (isFound) return { kind: 'asked', ofThread: thread === undefined ? undefined : department, newest, newestOpen };
  }
  return { kind: 'asked', ofThread: undefined, newest, newestOpen };
}

/** Whether the department's card in this round began the thread. */
async function isThreadOf(rounds: RoundStore, department: RoundDepartment, thread: string): Promise<boolean> {
  const cards = await cardsOf(rounds, department);
  return cards.some(({ conversationId }) => conversationId === thread);
}
