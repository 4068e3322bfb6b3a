import { type Duty, dutiesOf, nextDutiesAt, type RemindDuty } from '../../../domain/duties.js';
import { type DepartmentId, operationId } from '../../../domain/ids.js';
import { withReminder } from '../../../domain/reply/reminder.js';
import { danishDayOf } from '../../../domain/round/deadline.js';
import type { Round, RoundDepartment, RoundOverview } from '../../../domain/round/round.js';
import { inLane, newDelivery, SECRETARIAT_LANE } from '../../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../../conflicts.js';
import type { RoundStore } from '../../ports.js';
import { type DepartmentChange, departmentNotice } from '../../reply/change-department.js';
import { type ChangeOfOne, changeEach } from '../../reply/change-each.js';
import { oweDesk } from '../../round/owe-desk.js';
import { type Handler, type TaskDependencies, UNNEEDED } from '../task.js';

/**
 * Owes the reminders and the morning message that are due, and comes again when something may be due next. It may be
 * repeated at any place: what has been owed stands in the row of the department or of the round, and is not due again.
 */
export const doDuties: Handler<'do duties'> = async (deps, { roundId }) => {
  const overview = await deps.rounds.readOverview(roundId);
  // Whatever opens the round again owes its duties again.
  if (overview?.round.state !== 'open') return UNNEEDED;
  const now = deps.clock.now();
  const due = dutiesOf(overview, now);
  await remindThoseDue(deps, overview, due, now);
  if (due.some(({ kind }) => kind === 'digest')) await oweDigest(deps.rounds, roundId, now);
  // A new day changes what the overview says, even where nothing has happened.
  return { outcome: { kind: 'again', at: nextDutiesAt(overview, now) }, changes: [oweDesk(now)] };
};

async function remindThoseDue(
  deps: TaskDependencies,
  overview: RoundOverview,
  due: readonly Duty[],
  now: Date,
): Promise<void> {
  const { round } = overview;
  const wanted = new Set<DepartmentId>(due.flatMap((duty) => (duty.kind === 'remind' ? [duty.departmentId] : [])));
  if (wanted.size === 0) return;
  const changeOf: ChangeOfOne = (department) => {
    if (!wanted.has(department.department.id)) return undefined;
    // The row may be newer than the overview, and the department may have answered since.
    const duty = dutyOf(round, department, now);
    return duty && remind(department, duty, now);
  };
  await changeEach(deps.rounds, round, changeOf);
}

function dutyOf(round: Round, department: RoundDepartment, now: Date): RemindDuty | undefined {
  const [duty] = dutiesOf({ round, departments: [department], unreadable: [], withdrawn: [] }, now).filter(isRemind);
  return duty;
}

function isRemind(duty: Duty): duty is RemindDuty {
  return duty.kind === 'remind';
}

function remind(department: RoundDepartment, { id, departmentId, reminder }: RemindDuty, at: Date): DepartmentChange {
  const reminders = withReminder(department.reminders, reminder);
  const subject = `${reminders.at(-1)?.number} ${reminder.step}`;
  return {
    operation: operationId('remind', id),
    department: { ...department, reminders },
    lines: [{ at, by: undefined, act: 'reminded', departmentId, subject }],
    owes: [departmentNotice(departmentId, 'nudged')],
    at,
  };
}

/** The message's words are made when it is sent, from what has happened since the one before. */
async function oweDigest(rounds: RoundStore, roundId: Round['id'], at: Date): Promise<void> {
  await untilStored('owe digest', async () => {
    const present = await rounds.readRound(roundId);
    if (present?.value.state !== 'open') return undefined;
    const { digest, startedAt, createdAt } = present.value;
    const day = danishDayOf(at);
    // Another process has owed it.
    if (digest !== undefined && danishDayOf(digest.at) === day) return undefined;
    const since = digest?.at ?? startedAt ?? createdAt;
    const round = { ...present.value, digest: { since, at, posted: digest?.posted } };
    const delivery = newDelivery(inLane(SECRETARIAT_LANE, `digest-${day}`), { kind: 'post digest' }, at);
    const result = await rounds.commit(roundId, operationId('digest', roundId, day), [
      { change: 'replace round', round, etag: present.etag },
      { change: 'insert delivery', delivery },
    ]);
    return result === 'conflict' ? CONFLICT : undefined;
  });
}
