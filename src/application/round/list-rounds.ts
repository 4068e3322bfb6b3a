import { ROUND_FORM_MAX, ROUNDS_SEARCHED } from '../../domain/limits.js';
import type { Round } from '../../domain/round/round.js';
import { asSearched } from '../../domain/text/searched.js';
import type { RoundIndex, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { roundsOf } from './which-round.js';

interface Dependencies {
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
}

export interface ListRoundsRequest {
  readonly tenantId: string;
  /** Words that stand in the title; empty for all rounds. */
  readonly search: string;
  /** How many rounds that fit are passed over, from the newest. */
  readonly from: number;
}

export interface ListedRounds {
  /** At most `ROUNDS_LISTED`, the newest first. */
  readonly rounds: readonly Round[];
  /** Where the older ones begin; undefined where there are none that fit. */
  readonly next: number | undefined;
  /** How many rounds were looked at, where that is not all of them. */
  readonly looked: number | undefined;
}

/** How many rounds are on one card. Our choice: a municipality has a few in a year. */
export const ROUNDS_LISTED = 8;

/**
 * The tenant's rounds that have been started, and the planned ones, the newest first. Trials and what cannot be read are
 * left out. It reads the index, and then rounds until a card is full, so that the newest cost few requests.
 */
export async function listRounds(
  { index, rounds }: Dependencies,
  { tenantId, search, from }: ListRoundsRequest,
): Promise<ListedRounds> {
  const all = await roundsOf(index, tenantId);
  const looked = all.slice(0, ROUNDS_SEARCHED);
  const wanted = comparable(search);
  const fitting: Round[] = [];
  for (let first = 0; first < looked.length && fitting.length <= from + ROUNDS_LISTED; first += ROUNDS_LISTED) {
    const batch = looked.slice(first, first + ROUNDS_LISTED);
    const read = await Promise.all(batch.map((roundId) => unlessUnreadable(rounds.readRound(roundId))));
    fitting.push(...read.flatMap((found) => (found && isListed(found.value, wanted) ? [found.value] : [])));
  }
  return {
    rounds: fitting.slice(from, from + ROUNDS_LISTED),
    next: fitting.length > from + ROUNDS_LISTED ? from + ROUNDS_LISTED : undefined,
    looked: all.length > looked.length ? looked.length : undefined,
  };
}

function isListed({ plan: { ask } }: Round, wanted: string): boolean {
  // No title is as long.
  if (ask.isTrial || wanted.length > ROUND_FORM_MAX.title) return false;
  return comparable(ask.title).includes(wanted);
}

function comparable(text: string): string {
  return asSearched(text.slice(0, ROUND_FORM_MAX.title + 1));
}
