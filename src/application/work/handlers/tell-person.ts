import type { RoundDepartment } from '../../../domain/round/round.js';
import { type DepartmentNotice, inLane, newDelivery, type PersonalNotice } from '../../../domain/work/delivery.js';
import { isPersonalNoticeTrue } from '../../../domain/work/notice-truth.js';
import { isToldPersonally, type Preference } from '../../../domain/work/preference.js';
import { peopleTold } from '../../../domain/work/told.js';
import { fateOf, type SendFailure, wordOf } from '../../../domain/work/trouble.js';
import type { RoundChange, SendResult, Stored } from '../../ports.js';
import { changeNumber } from '../../reply/change-department.js';
import { unlessUnreadable } from '../../unless-unreadable.js';
import { type Done, type Handler, type TaskDependencies, type TaskOf, UNNEEDED } from '../task.js';

/**
 * Tells one person something in their own chat, if it is still true. Whoever cannot be told there, or has chosen
 * otherwise in the meantime, is mentioned in the department's channel. A director is always told personally.
 */
export const tellPerson: Handler<'tell person'> = async (deps, { roundId, task }) => {
  const { personId, departmentId, notice } = task;
  const department = (await unlessUnreadable(deps.rounds.readDepartment(roundId, departmentId)))?.value;
  if (department === undefined || !isPersonalNoticeTrue(notice, department)) return UNNEEDED;
  const isDirector = notice === 'escalated';
  if (isDirector && department.department.director?.id !== personId) return UNNEEDED;
  const chosen = await unlessUnreadable(deps.preferences.find(department.address.tenantId, personId));
  const isWanted = chosen !== undefined && isToldPersonally(chosen.value);
  if (!isDirector && !isWanted) return inChannel(deps, department, task);
  const outcome = await tell(deps, department, task, chosen?.value);
  if (outcome.kind === 'sent' || fateOf(outcome.failure, 'post') !== 'stopped') return { outcome };
  deps.log.warn(isDirector ? 'director not told' : 'person not told', {
    roundId,
    departmentId,
    reason: wordOf(outcome.failure),
  });
  await noteUnreachable(deps, department, chosen);
  return inChannel(deps, department, task);
};

async function tell(
  { messenger }: TaskDependencies,
  department: RoundDepartment,
  { personId, notice }: TaskOf<'tell person'>,
  chosen: Preference | undefined,
): Promise<SendResult> {
  const { address } = department;
  const chat =
    chosen === undefined
      ? await messenger.openChat(address, personId)
      : ({ kind: 'opened', conversationId: chosen.conversationId } as const);
  if (chat.kind === 'failed') return { kind: 'failed', failure: repeatable(chat.failure) };
  return messenger.postInChat(address, chat.conversationId, { kind: 'personal notice', department, notice });
}

/** A chat may be begun again, so a failure that says nothing about it is no reason to stop. */
function repeatable(failure: SendFailure): SendFailure {
  return fateOf(failure, 'post') === 'uncertain' ? { kind: 'not reached', reason: wordOf(failure) } : failure;
}

/** If the person chooses at the same time, the person's word stands. */
async function noteUnreachable(
  { preferences }: TaskDependencies,
  { address }: RoundDepartment,
  chosen: Stored<Preference> | undefined,
): Promise<void> {
  if (chosen === undefined) return;
  await preferences.put(address.tenantId, { ...chosen.value, isReachable: false }, chosen.etag);
}

/**
 * How long it waits until people are mentioned who could not be told personally, in milliseconds. Our choice: those who
 * cannot be told are found within seconds, and are then mentioned in one message.
 */
const GATHERED_MS = 5_000;

/**
 * The person is mentioned in the channel, if the person is among those whom the notice tells. A director most often is
 * not: the director has been named there, and may not even be in the team.
 */
function inChannel(
  { clock }: TaskDependencies,
  department: RoundDepartment,
  { personId, departmentId, notice }: TaskOf<'tell person'>,
): Done {
  const shown = shownAs(notice);
  if (peopleTold(`notice: ${shown}`, department).every(({ id }) => id !== personId)) return UNNEEDED;
  const due = new Date(clock.now().getTime() + GATHERED_MS);
  const id = inLane(departmentId, `${changeNumber(department)}-told-again-${due.getTime()}-${personId}`);
  const delivery = newDelivery(
    id,
    { kind: 'post department notice', departmentId, notice: shown, only: [personId] },
    due,
  );
  return { ...UNNEEDED, changes: [{ change: 'put delivery', delivery } satisfies RoundChange] };
}

function shownAs(notice: PersonalNotice): DepartmentNotice {
  switch (notice) {
    case 'request':
      return 'told again';
    case 'escalated':
      return 'nudged';
    default:
      return notice;
  }
}
