import { NO_SECRETARIAT, secretariatOf } from '../secretariat-of.js';
import { type Handler, UNNEEDED } from '../task.js';

/** Makes the secretariat's card about the round true: it has been started, or a trial has ended. */
export const updateRoundCard: Handler<'update round card'> = async ({ rounds, messenger }, { roundId, task }) => {
  const round = (await rounds.readRound(roundId))?.value;
  if (round === undefined) return UNNEEDED;
  return { outcome: await messenger.update(round.secretariat, task.posted, { kind: 'round card', round }) };
};

/** Shows the secretariat that a trial is under way, as long as it is. */
export const postRoundCard: Handler<'post round card'> = async ({ rounds, channels, messenger }, { roundId }) => {
  const round = (await rounds.readRound(roundId))?.value;
  if (round?.state !== 'open') return UNNEEDED;
  const secretariat = await secretariatOf(channels, round);
  if (secretariat === undefined) return { outcome: NO_SECRETARIAT };
  return { outcome: await messenger.post(secretariat, { kind: 'round card', round }) };
};

/** Tells the secretariat what has not arrived, as long as there is anything. */
export const postTroubles: Handler<'post troubles'> = async ({ rounds, channels, messenger }, { roundId }) => {
  const overview = await rounds.readOverview(roundId);
  const troubles = overview === undefined ? [] : [overview.round, ...overview.departments];
  if (overview === undefined || troubles.every(({ trouble }) => trouble === undefined)) return UNNEEDED;
  const secretariat = await secretariatOf(channels, overview.round);
  if (secretariat === undefined) return { outcome: NO_SECRETARIAT };
  return { outcome: await messenger.post(secretariat, { kind: 'troubles', overview }) };
};
