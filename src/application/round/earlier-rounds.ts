import type { RoundId } from '../../domain/ids.js';
import { EARLIER_ROUNDS_MAX } from '../../domain/limits.js';
import type { Deadline } from '../../domain/round/deadline.js';
import type { RoundIndex, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { roundsOf } from './which-round.js';

interface Dependencies {
  readonly index: RoundIndex;
  readonly rounds: Pick<RoundStore, 'readRound'>;
}

/** A round that a new one can be made from, and whose replies the departments can be shown. */
export interface EarlierRound {
  readonly id: RoundId;
  readonly title: string;
  readonly deadline: Deadline;
}

/**
 * The tenant's earlier rounds, the newest first: those among its `EARLIER_ROUNDS_MAX` newest that have been started, in
 * whatever state they are now, without trials and without those that cannot be read.
 */
export async function earlierRounds(
  { index, rounds }: Dependencies,
  tenantId: string,
): Promise<readonly EarlierRound[]> {
  const newest = (await roundsOf(index, tenantId)).slice(0, EARLIER_ROUNDS_MAX);
  const read = await Promise.all(newest.map((roundId) => unlessUnreadable(rounds.readRound(roundId))));
  return read.flatMap((stored) => {
    if (stored === undefined || stored.value.state === 'planned' || stored.value.plan.ask.isTrial) return [];
    const { id, plan } = stored.value;
    return [{ id, title: plan.ask.title, deadline: plan.ask.deadline }];
  });
}
