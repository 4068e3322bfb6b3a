import { isPostedIn } from '../../../domain/channel/channel.js';
import type { DepartmentId, RoundId } from '../../../domain/ids.js';
import { openTimeRequest } from '../../../domain/reply/open-time-request.js';
import { standingOf } from '../../../domain/reply/standing.js';
import type { RoundDepartment } from '../../../domain/round/round.js';
import { isGone } from '../../../domain/work/trouble.js';
import { NO_SECRETARIAT } from '../secretariat-of.js';
import { type Done, type Handler, type TaskDependencies, UNNEEDED } from '../task.js';
import { findAbout } from './about-department.js';

/* The secretariat's card about what a department has asked it to decide. A department has one, the newest. */

/** Posts the card about a decline, until the secretariat has decided. */
export const postDecline: Handler<'post decline'> = (deps, { roundId, task }) =>
  postDecisionCard(deps, roundId, task.departmentId, isDeclineOpen);

/** Posts the card about a request for more time, until the secretariat has decided. */
export const postTimeRequest: Handler<'post time request'> = (deps, { roundId, task }) =>
  postDecisionCard(deps, roundId, task.departmentId, (department) => openTimeRequest(department) !== undefined);

/** Shows everyone in the secretariat's channel how the department stands now. */
export const refreshDecisionCard: Handler<'refresh decision card'> = async (deps, { roundId, task }) => {
  const found = await findAbout(deps, roundId, task.departmentId);
  const card = found?.department.decisionCard;
  // In a channel where the secretariat is no more, nobody decides.
  if (found?.secretariat === undefined || card === undefined || !isPostedIn(card, found.secretariat)) return UNNEEDED;
  const { department, secretariat, starter } = found;
  const outcome = await deps.messenger.update(secretariat, card, { kind: 'follow-up', department, starter });
  return outcome.kind === 'failed' && isGone(outcome.failure) ? UNNEEDED : { outcome };
};

async function postDecisionCard(
  deps: TaskDependencies,
  roundId: RoundId,
  departmentId: DepartmentId,
  isOpen: (department: RoundDepartment) => boolean,
): Promise<Done> {
  const found = await findAbout(deps, roundId, departmentId);
  if (found === undefined || !isOpen(found.department)) return UNNEEDED;
  const { department, secretariat, starter } = found;
  if (secretariat === undefined) return { outcome: NO_SECRETARIAT };
  const outcome = await deps.messenger.post(secretariat, { kind: 'follow-up', department, starter });
  if (outcome.kind === 'failed') return { outcome };
  const before = department.decisionCard;
  if (before !== undefined && isPostedIn(before, secretariat)) {
    const removed = await deps.messenger.remove(secretariat, before);
    if (removed.kind === 'failed') deps.log.warn('earlier decision card not removed', { roundId, departmentId });
  }
  return {
    outcome,
    about: department,
    learned: (present) => ({ ...present, decisionCard: outcome.posted }),
  };
}

function isDeclineOpen(department: RoundDepartment): boolean {
  const standing = standingOf(department);
  return !department.isLocked && standing.kind === 'awaited' && standing.why === 'declined';
}
