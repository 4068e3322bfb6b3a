import { standingOf } from '../../../domain/reply/standing.js';
import { NO_SECRETARIAT, secretariatOf } from '../secretariat-of.js';
import { type Handler, UNNEEDED } from '../task.js';

/** Posts the card about a decline, until the secretariat has decided. */
export const postDecline: Handler<'post decline'> = async ({ rounds, channels, messenger }, { roundId, task }) => {
  const department = (await rounds.readDepartment(roundId, task.departmentId))?.value;
  if (department === undefined || !isUndecided(department)) return UNNEEDED;
  const round = (await rounds.readRound(roundId))?.value;
  const secretariat = round && (await secretariatOf(channels, round));
  if (secretariat === undefined) return { outcome: NO_SECRETARIAT };
  return { outcome: await messenger.post(secretariat, { kind: 'follow-up', department }) };
};

function isUndecided(department: Parameters<typeof standingOf>[0]): boolean {
  const standing = standingOf(department);
  return !department.isLocked && standing.kind === 'awaited' && standing.why === 'declined';
}

/** Shows everyone in the secretariat's channel that the round has been started. */
export const updateRoundCard: Handler<'update round card'> = async ({ rounds, messenger }, { roundId, task }) => {
  const round = (await rounds.readRound(roundId))?.value;
  if (round === undefined) return UNNEEDED;
  return { outcome: await messenger.update(round.secretariat, task.posted, { kind: 'round card', round }) };
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
