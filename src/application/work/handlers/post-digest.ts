import { NO_SECRETARIAT, secretariatOf } from '../secretariat-of.js';
import { type Handler, UNNEEDED } from '../task.js';
import { takeAway } from './take-away.js';

/** Posts the morning message in the place of the one before, which is no longer news. */
export const postDigest: Handler<'post digest'> = async (deps, { roundId, delivery }) => {
  const overview = await deps.rounds.readOverview(roundId);
  const digest = overview?.round.digest;
  if (overview?.round.state !== 'open' || digest === undefined) return UNNEEDED;
  const secretariat = await secretariatOf(deps.channels, overview.round);
  if (secretariat === undefined) return { outcome: NO_SECRETARIAT };
  // The one before goes first: if it could not be removed later, two would stand there.
  const { posted: before } = digest;
  const fields = { roundId, delivery: delivery.id };
  const left = before && (await takeAway(deps, secretariat, before, 'earlier digest not removed', fields));
  if (left !== undefined) return { outcome: { kind: 'failed', failure: left } };
  const outcome = await deps.messenger.post(secretariat, { kind: 'digest', overview });
  if (outcome.kind === 'failed') return { outcome };
  const { posted } = outcome;
  return { outcome, learnedOfRound: (round) => ({ ...round, digest: round.digest && { ...round.digest, posted } }) };
};
