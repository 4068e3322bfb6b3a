import { type DepartmentId, parseRoundId, type RoundId } from '../../domain/ids.js';
import { replyThatCounts } from '../../domain/reply/standing.js';
import { isCalledOff, type PreviousReply, type RoundPlan } from '../../domain/round/round.js';
import { NO_PREVIOUS_ROUND } from '../../domain/round/round-form.js';
import { seriesOf } from '../../domain/round/series.js';
import type { RoundIndex, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { newestRound } from './which-round.js';

/**
 * The tenant's newest round of the series that a title belongs to. Only rounds that have been started count, and of those
 * no trials: what was answered in a trial is nobody's reply.
 */
export async function findPreviousRound(
  { index, rounds }: { readonly index: RoundIndex; readonly rounds: RoundStore },
  tenantId: string,
  title: string,
): Promise<RoundId | undefined> {
  const series = seriesOf(title);
  if (series === undefined) return undefined;
  const { found } = await newestRound(index, tenantId, async (roundId) => {
    const round = (await rounds.readRound(roundId))?.value;
    // A round that was never confirmed can still be in the index, but it has nothing to show.
    const isStarted =
      round !== undefined && round.state !== 'planned' && !isCalledOff(round.state) && !round.plan.ask.isTrial;
    return isStarted && seriesOf(round.plan.ask.title) === series ? roundId : undefined;
  });
  return found;
}

/**
 * The earlier round that the secretariat has chosen as last year's. Where it has not chosen, it is the one that the title
 * proposes; and so it is where what was chosen cannot be used.
 *
 * @param chosen the value of the form's field (`RoundFormValues.previousRound`)
 */
export async function choosePreviousRound(
  deps: { readonly index: RoundIndex; readonly rounds: RoundStore },
  tenantId: string,
  { chosen, title }: { readonly chosen: string; readonly title: string },
): Promise<RoundId | undefined> {
  if (chosen === NO_PREVIOUS_ROUND) return undefined;
  const roundId = parseRoundId(chosen);
  const round = roundId && (await unlessUnreadable(deps.rounds.readRound(roundId)))?.value;
  // An id in a card can be edited.
  const isUsable = round !== undefined && round.secretariat.tenantId === tenantId && round.state !== 'planned';
  return isUsable && !round.plan.ask.isTrial ? round.id : findPreviousRound(deps, tenantId, title);
}

/** The replies in the notat of the previous round. Departments without a reply are not in the result. */
export async function readPreviousReplies(
  rounds: RoundStore,
  { previousRound }: RoundPlan,
): Promise<ReadonlyMap<DepartmentId, PreviousReply>> {
  // If the previous round cannot be read, the new round starts without it.
  const overview = previousRound && (await unlessUnreadable(rounds.readOverview(previousRound)));
  return new Map(
    (overview?.departments ?? []).flatMap((present) => {
      const reply = replyThatCounts(present);
      const { department, ask } = present;
      return reply === undefined ? [] : [[department.id, { title: ask.title, content: reply.content }] as const];
    }),
  );
}
