import { NO_SECRETARIAT, secretariatOf } from '../secretariat-of.js';
import { type Handler, UNNEEDED } from '../task.js';

/** Tells the secretariat what has not arrived, as long as there is anything. */
export const postTroubles: Handler<'post troubles'> = async ({ rounds, channels, messenger }, { roundId }) => {
  const overview = await rounds.readOverview(roundId);
  const troubles = overview === undefined ? [] : [overview.round, ...overview.departments];
  if (overview === undefined || troubles.every(({ trouble }) => trouble === undefined)) return UNNEEDED;
  const secretariat = await secretariatOf(channels, overview.round);
  if (secretariat === undefined) return { outcome: NO_SECRETARIAT };
  return { outcome: await messenger.post(secretariat, { kind: 'troubles', overview }) };
};
