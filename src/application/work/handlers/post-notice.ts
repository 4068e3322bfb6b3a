import { withCard } from '../../../domain/reply/known-cards.js';
import type { RoundDepartment } from '../../../domain/round/round.js';
import { type Delivery, requestDeliveryId } from '../../../domain/work/delivery.js';
import { isNoticeTrue } from '../../../domain/work/notice-truth.js';
import type { Stored } from '../../ports.js';
import { cardsOf } from '../../reply/cards-of.js';
import { unlessUnreadable } from '../../unless-unreadable.js';
import { type Done, type Handler, type TaskDependencies, UNNEEDED } from '../task.js';

/** Posts a notice in the thread of the department's card, if it is still true. */
export const postNotice: Handler<'post department notice'> = async (deps, { roundId, task, lane, department }) => {
  if (department === undefined || !isNoticeTrue(task.notice, department)) return UNNEEDED;
  const [card] = await cardsOf(deps.rounds, department);
  if (card === undefined) {
    const id = requestDeliveryId(task.departmentId);
    const owed = lane.find(({ value }) => value.id === id);
    if (owed !== undefined) {
      const waitMs = Math.max(1_000, owed.value.dueAt.getTime() - deps.clock.now().getTime());
      return { outcome: { kind: 'not yet', reason: 'its thread is not there yet', waitMs } };
    }
    // The notice is about the card at the top of its thread. If that card cannot be delivered, it is sent instead.
    const request = await unlessUnreadable(deps.rounds.readDelivery(roundId, id));
    if (request?.value.state === 'stopped') return postCardInstead(deps, department, request);
  }
  const notice = { kind: 'department notice', department, notice: task.notice } as const;
  return { outcome: await deps.messenger.post(department.address, notice, card) };
};

async function postCardInstead(
  { messenger }: TaskDependencies,
  department: RoundDepartment,
  { value, etag }: Stored<Delivery>,
): Promise<Done> {
  const outcome = await messenger.post(department.address, { kind: 'department card', department });
  if (outcome.kind === 'failed') return { outcome };
  const { posted } = outcome;
  return {
    outcome,
    learned: (present) => withCard({ ...present, trouble: undefined }, posted),
    changes: [{ change: 'replace delivery', delivery: { ...value, state: 'sent', posted }, etag }],
  };
}
