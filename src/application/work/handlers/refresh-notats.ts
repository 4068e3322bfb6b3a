import { isPostedIn } from '../../../domain/channel/channel.js';
import { NOTAT_CARDS_FOLLOWED } from '../../../domain/limits.js';
import { notatDeliveryId } from '../../../domain/work/delivery.js';
import { fateOf, isGone, type SendFailure } from '../../../domain/work/trouble.js';
import { recordedIn } from '../../notat/fetch-notat.js';
import { NO_SECRETARIAT, secretariatOf } from '../secretariat-of.js';
import { type Handler, UNNEEDED } from '../task.js';

/**
 * Makes the cards of the round's notats true that the bot has posted, the newest `NOTAT_CARDS_FOLLOWED` of them. Each
 * says whether there is a newer one, and whether the round was opened again. A card that is gone needs nothing. One that
 * is in a channel where the secretariat is no longer stays as it is.
 */
export const refreshNotats: Handler<'refresh notats'> = async (deps, { roundId }) => {
  const { rounds, channels, messenger } = deps;
  const overview = await rounds.readOverview(roundId);
  if (overview === undefined) return UNNEEDED;
  const secretariat = await secretariatOf(channels, overview.round);
  if (secretariat === undefined) return { outcome: NO_SECRETARIAT };
  const records = (await rounds.readNotats(roundId)).toSorted(
    (one, other) => other.compiledAt.getTime() - one.compiledAt.getTime(),
  );
  let followed = 0;
  let failed: SendFailure | undefined;
  for (const record of records) {
    if (followed === NOTAT_CARDS_FOLLOWED) break;
    const posted = (await rounds.readDelivery(roundId, notatDeliveryId(record.id)))?.value.posted;
    if (posted === undefined || !isPostedIn(posted, secretariat)) continue;
    followed += 1;
    const recorded = await recordedIn(rounds, overview, record, records);
    // The newest notat of a closed round has just been posted as it is.
    if (recorded.newer === undefined && overview.round.state === 'closed') continue;
    const result = await messenger.update(secretariat, posted, { kind: 'notat', ...recorded, part: 1 });
    if (result.kind === 'failed' && !isGone(result.failure)) failed = worseOf(failed, result.failure);
  }
  if (failed !== undefined) return { outcome: { kind: 'failed', failure: failed } };
  return followed === 0 ? UNNEEDED : { outcome: { kind: 'sent', posted: undefined } };
};

/** A failure that may pass comes first: all cards are then redrawn again with it. */
function worseOf(one: SendFailure | undefined, other: SendFailure): SendFailure {
  return one === undefined || fateOf(one, 'edit') === 'stopped' ? other : one;
}
