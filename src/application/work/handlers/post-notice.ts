import type { RoundDepartment } from '../../../domain/round/round.js';
import { isWorkingHour, nextWorkingHour } from '../../../domain/round/working-hours.js';
import { type Delivery, type DepartmentNotice, requestDeliveryId } from '../../../domain/work/delivery.js';
import { isNoticeTrue } from '../../../domain/work/notice-truth.js';
import { type Mentioned, peopleTold } from '../../../domain/work/told.js';
import type { RoundChange, Stored } from '../../ports.js';
import { cardsOf } from '../../reply/cards-of.js';
import { unlessUnreadable } from '../../unless-unreadable.js';
import { type Done, type Handler, type TaskDependencies, type TaskOf, UNNEEDED } from '../task.js';
import { isOut, tellEach, toldPersonally } from '../told-personally.js';
import { postCard } from './post-card.js';
import { removeNotice } from './remove-notice.js';

/** Posts a notice in the thread of the department's card, in the place of the one before, if it is still true. */
export const postNotice: Handler<'post department notice'> = async (
  deps,
  { roundId, task, delivery, lane, department },
) => {
  if (department === undefined || !isNoticeTrue(task.notice, department)) return UNNEEDED;
  if (isOvertaken(delivery, lane, department)) return UNNEEDED;
  const waitMs = untilWorkingHourMs(task.notice, department, deps.clock.now());
  if (waitMs > 0) return { outcome: { kind: 'not yet', reason: 'outside working hours', waitMs } };
  const [card] = await cardsOf(deps.rounds, department);
  if (card === undefined) {
    const id = requestDeliveryId(task.departmentId);
    const owed = lane.find(({ value }) => value.id === id);
    if (owed !== undefined) {
      const untilMs = Math.max(1_000, owed.value.dueAt.getTime() - deps.clock.now().getTime());
      return { outcome: { kind: 'not yet', reason: 'its thread is not there yet', waitMs: untilMs } };
    }
    // The notice is about the card at the top of its thread. If that card cannot be delivered, it is sent instead.
    const request = await unlessUnreadable(deps.rounds.readDelivery(roundId, id));
    if (request?.value.state === 'stopped') return postCardInstead(deps, department, request);
  }
  const { notice } = task;
  const telling = await tellingOf(deps, task, department, lane, delivery);
  // The one before goes first: if it could not be removed later, two would stand there.
  const left = department.notice && (await removeNotice(deps, department, department.notice));
  if (left !== undefined) return { outcome: { kind: 'failed', failure: left } };
  const outcome = await deps.messenger.post(
    department.address,
    { kind: 'department notice', department, notice, mentions: telling.mentions },
    card,
  );
  const changes = isOut(outcome) ? telling.changes : [];
  if (outcome.kind === 'failed') return { outcome, changes };
  const { posted } = outcome;
  return { outcome, learned: (present) => ({ ...present, notice: posted && { notice, posted } }), changes };
};

type NoticeTask = TaskOf<'post department notice'>;

/** Whom a notice mentions, and what is owed to those whom it does not. */
interface Telling {
  readonly mentions: Mentioned;
  readonly changes: readonly RoundChange[];
}

async function tellingOf(
  deps: TaskDependencies,
  task: NoticeTask,
  department: RoundDepartment,
  lane: readonly Stored<Delivery>[],
  { id }: Delivery,
): Promise<Telling> {
  const { notice, only } = task;
  if (only !== undefined) return tellingOnly(only, notice, lane, id);
  const personally = await toldPersonally(deps, department, peopleTold(`notice: ${notice}`, department));
  const director = notice === 'nudged' ? directorToldOf(department) : [];
  // Whoever is the director too gets one message, as the director.
  const others = personally.filter((personId) => !director.includes(personId));
  return {
    mentions: { personally, only: undefined },
    changes: [...tellEach(deps, department, others, notice), ...tellEach(deps, department, director, 'escalated')],
  };
}

/** Several people who could not be told personally are mentioned in one message. */
function tellingOnly(
  only: readonly string[],
  notice: DepartmentNotice,
  lane: readonly Stored<Delivery>[],
  id: string,
): Telling {
  const same = lane.flatMap(({ value, etag }) => {
    const { task, state } = value;
    const isSame = task.kind === 'post department notice' && task.notice === notice && task.only !== undefined;
    return isSame && state === 'pending' && value.id !== id ? [{ value, etag, only: task.only }] : [];
  });
  return {
    mentions: { personally: [], only: [...new Set([only, ...same.map((each) => each.only)].flat())] },
    changes: same.map(({ value, etag }) => ({
      change: 'replace delivery',
      delivery: { ...value, state: 'unneeded' },
      etag,
    })),
  };
}

/** The director whom the newest reminder names. */
function directorToldOf({ reminders, department }: RoundDepartment): readonly string[] {
  const { director } = department;
  return reminders.at(-1)?.isEscalated === true && director !== undefined ? [director.id] : [];
}

/**
 * Whether a later notice is owed too. It would only take the place of this one. One that is only for some people says
 * no more than the one that they should have been told of.
 */
function isOvertaken({ id }: Delivery, lane: readonly Stored<Delivery>[], department: RoundDepartment): boolean {
  return lane.some(
    ({ value }) =>
      value.id > id &&
      value.task.kind === 'post department notice' &&
      value.task.only === undefined &&
      isNoticeTrue(value.task.notice, department),
  );
}

/** How long a reminder must wait that nobody has asked for, in milliseconds. It may be sent long after it was due. */
function untilWorkingHourMs(notice: DepartmentNotice, { reminders, ask }: RoundDepartment, now: Date): number {
  const isOfPlan = notice === 'nudged' && reminders.at(-1)?.step !== 'asked for';
  return isOfPlan && !isWorkingHour(now, ask.calendar)
    ? nextWorkingHour(now, ask.calendar).getTime() - now.getTime()
    : 0;
}

async function postCardInstead(
  deps: TaskDependencies,
  department: RoundDepartment,
  { value, etag }: Stored<Delivery>,
): Promise<Done> {
  const done = await postCard(deps, department);
  if (done.outcome.kind !== 'sent') return done;
  const { posted } = done.outcome;
  const request: RoundChange = { change: 'replace delivery', delivery: { ...value, state: 'sent', posted }, etag };
  return { ...done, changes: [...(done.changes ?? []), request] };
}
