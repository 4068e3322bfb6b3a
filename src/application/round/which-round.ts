import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { RoundId } from '../../domain/ids.js';
import { THREAD_ROUNDS_MAX } from '../../domain/limits.js';
import type { Round, RoundDepartment, RoundOverview } from '../../domain/round/round.js';
import type { ChannelRegistry, RoundIndex, RoundStore, Stored } from '../ports.js';
import { cardsOf } from '../reply/cards-of.js';
import { unlessUnreadable } from '../unless-unreadable.js';

/*
 * Which round a person means. A card names its round. The secretariat means the newest. A department means the round of
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
  for (const roundId of await roundsOf(index, tenantId)) {
    const looked = await unlessUnreadable(find(roundId).then((found) => ({ found })));
    if (looked === undefined) unreadable ??= roundId;
    else if (looked.found !== undefined) return { found: looked.found, unreadable };
  }
  return { found: undefined, unreadable };
}

export type CurrentRoundOutcome =
  | { readonly kind: 'no round' }
  | {
      readonly kind: 'round';
      readonly overview: RoundOverview;
      /** Whether there is a newer round that cannot be read. */
      readonly isNewerUnreadable: boolean;
    };

/**
 * The newest round of the tenant's secretariat, among those that have started and can be read, in its present state.
 * Rejects with `UnreadableRow` when there are only rounds that cannot be read.
 */
export async function currentRound(
  { index, rounds }: Omit<Dependencies, 'channels'>,
  tenantId: string,
): Promise<CurrentRoundOutcome> {
  const { found: overview, unreadable } = await newestRound(index, tenantId, async (roundId) => {
    const read = await rounds.readOverview(roundId);
    return read !== undefined && hasOpened(read.round) ? read : undefined;
  });
  if (overview !== undefined) return { kind: 'round', overview, isNewerUnreadable: unreadable !== undefined };
  if (unreadable !== undefined) await rounds.readOverview(unreadable);
  return { kind: 'no round' };
}

/** A round that was never confirmed, or is still being written, has nothing to show. */
function hasOpened({ state }: Round): boolean {
  return state !== 'planned' && state !== 'starting';
}

/** The rounds that a message in a department's channel may be about. */
export interface AskedRounds {
  /** The department in the round whose card began the message's thread; undefined where no such card began it. */
  readonly ofThread: RoundDepartment | undefined;
  /** The department in the newest round that asks it, whether open or closed. */
  readonly newest: RoundDepartment | undefined;
  /** The department in the newest round that asks it and still accepts answers. */
  readonly newestOpen: RoundDepartment | undefined;
}

/**
 * Finds the rounds that a message in a channel may be about, among the newest rounds. Rounds that cannot be read are
 * skipped.
 *
 * @param thread the message's thread, `<channelId>;messageid=<root>`; undefined for a message that begins a thread
 * @returns undefined for a channel that belongs to no department
 */
export async function findAskedRounds(
  { channels, index, rounds }: Dependencies,
  address: ChannelAddress,
  thread: string | undefined,
): Promise<AskedRounds | undefined> {
  const channel = await channels.find(address);
  if (channel?.purpose !== 'department') return undefined;
  const departmentId = channel.department.id;
  let newest: RoundDepartment | undefined;
  let newestOpen: RoundDepartment | undefined;
  for (const roundId of (await roundsOf(index, address.tenantId)).slice(0, THREAD_ROUNDS_MAX)) {
    const department = (await unlessUnreadable(rounds.readDepartment(roundId, departmentId)))?.value;
    if (department === undefined) continue;
    newest ??= department;
    if (!department.isLocked) newestOpen ??= department;
    const isFound = thread === undefined ? newestOpen !== undefined : await isThreadOf(rounds, department, thread);
    if (isFound) return { ofThread: thread === undefined ? undefined : department, newest, newestOpen };
  }
  return { ofThread: undefined, newest, newestOpen };
}

/** Whether the department's card in this round began the thread. */
async function isThreadOf(rounds: RoundStore, department: RoundDepartment, thread: string): Promise<boolean> {
  const cards = await cardsOf(rounds, department);
  return cards.some(({ conversationId }) => conversationId === thread);
}
