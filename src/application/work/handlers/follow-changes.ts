import { type DepartmentId, operationId } from '../../../domain/ids.js';
import { type Following, followingOf } from '../../../domain/round/changed-round.js';
import { askedDepartment, type Round, type RoundDepartment } from '../../../domain/round/round.js';
import { inLane, laneOf, newDelivery, requestDeliveryId } from '../../../domain/work/delivery.js';
import { MAX_CHANGES, type RoundChange, type RoundStore, type Stored } from '../../ports.js';
import { type DepartmentChange, departmentNotice, refreshCards } from '../../reply/change-department.js';
import { type ChangeOfOne, changeEach } from '../../reply/change-each.js';
import { oweAnswers } from '../../round/owe-answers.js';
import { oweDesk } from '../../round/owe-desk.js';
import { oweMoves } from '../../round/owe-moves.js';
import { readPreviousReplies } from '../../round/previous-round.js';
import { withPresentSettings } from '../../round/start-round.js';
import { type Handler, type TaskDependencies, UNNEEDED } from '../task.js';

/** How many changes are followed at a time, if the round is changed again and again meanwhile. Our choice. */
const PASSES_MAX = 10;

/** Each added department needs three rows: its own, the delivery of its request, and its line in the audit. */
const ADDED_A_BATCH = Math.floor(MAX_CHANGES / 3);

/**
 * Lets the departments follow what was changed in their round, and asks those that were added. It may be repeated at any
 * place: a department's row tells whether it has followed, and one that has no row has not been asked. If the round has
 * been changed again meanwhile, the departments follow that change too. A round is not closed while it is followed, and
 * one that is called off is followed no more.
 */
export const followChanges: Handler<'follow changes'> = async (deps, { roundId }) => {
  const { rounds, clock } = deps;
  for (let pass = 1; pass <= PASSES_MAX; pass += 1) {
    const present = await rounds.readRound(roundId);
    if (present?.value.state !== 'open' || !present.value.isFollowing) return UNNEEDED;
    await changeEach(rounds, present.value, followIn(present.value, clock.now()));
    await askAdded(deps, present.value);
    if (await end(deps, present)) return UNNEEDED;
  }
  return { outcome: { kind: 'again', at: clock.now() } };
};

function followIn(round: Round, now: Date): ChangeOfOne {
  const following = followingOf(round);
  return (present) => {
    const followed = following(present, now);
    return followed && changeOf(followed, now);
  };
}

function changeOf({ kind, department, change }: Following, at: Date): DepartmentChange {
  const { id } = department.department;
  const operation = operationId('follow change', id, change.at.getTime());
  const base = { operation, department, at };
  const { by, reason } = change;
  const line = { at: change.at, by, departmentId: id, subject: undefined } as const;
  switch (kind) {
    case 'moved':
      return { ...base, lines: [], owes: [] };
    case 'changed':
      return { ...base, lines: [], owes: [refreshCards(id)] };
    case 'withdrawn':
      return { ...base, lines: [{ ...line, act: 'department withdrawn', reason }], owes: [refreshCards(id)] };
    case 'asked again':
      return {
        ...base,
        lines: [{ ...line, act: 'department added' }],
        owes: [refreshCards(id), departmentNotice(id, 'told again')],
      };
  }
}

/** Writes the rows of the departments that were added, and owes their requests. */
async function askAdded({ rounds, channels, clock }: TaskDependencies, round: Round): Promise<void> {
  const added = new Set(round.changes.flatMap((change) => change.added));
  if (added.size === 0) return;
  const there = new Set((await rounds.readDepartments(round.id)).map(({ value }) => value.department.id));
  const { invitations } = await withPresentSettings(channels, round);
  const previous = await readPreviousReplies(rounds, round.plan);
  const now = clock.now();
  const missing = invitations.flatMap(({ department, address }, position) => {
    const { id } = department;
    if (!added.has(id) || there.has(id)) return [];
    const asked = { roundId: round.id, department, position, address, ask: round.plan.ask, askedAt: now };
    return [askedDepartment({ ...asked, previous: previous.get(id) })];
  });
  for (let first = 0; first < missing.length; first += ADDED_A_BATCH) {
    const batch = missing.slice(first, first + ADDED_A_BATCH);
    if (await commitAsked(rounds, round, batch, now)) continue;
    // A conflict means that a row is there: another process was faster, or the row cannot be read.
    for (const each of batch) await commitAsked(rounds, round, [each], now);
  }
}

async function commitAsked(
  rounds: RoundStore,
  round: Round,
  departments: readonly RoundDepartment[],
  now: Date,
): Promise<boolean> {
  const operation = operationId('ask added', departments.length, ...departments.slice(0, 1).map(idOf));
  const changes = departments.flatMap((department): readonly RoundChange[] => {
    const departmentId = idOf(department);
    const request = newDelivery(requestDeliveryId(departmentId), { kind: 'post request', departmentId }, now);
    const { at = now, by } = round.changes.findLast((change) => change.added.includes(departmentId)) ?? {};
    return [
      { change: 'insert department', department },
      { change: 'put delivery', delivery: request },
      { change: 'insert audit line', line: { at, by, act: 'department added', departmentId, subject: undefined } },
    ];
  });
  return (await rounds.commit(round.id, operation, changes)) === 'committed';
}

function idOf({ department }: RoundDepartment): DepartmentId {
  return department.id;
}

/**
 * Notes that all have followed. What was decided before a department was asked has not reached it yet, a deadline or an
 * answer to all; and nobody may be missing any more.
 *
 * @returns false where the round has changed since it was read
 */
async function end({ rounds, clock }: TaskDependencies, { value: round, etag }: Stored<Round>): Promise<boolean> {
  const now = clock.now();
  const at = round.changes.at(-1)?.at.getTime() ?? 0;
  const task = { kind: 'compile if complete' } as const;
  const isAnyAsked = round.changes.some(({ added }) => added.length > 0);
  const result = await rounds.commit(round.id, operationId('followed', round.id, at), [
    { change: 'replace round', round: { ...round, isFollowing: false }, etag },
    { change: 'put delivery', delivery: newDelivery(inLane(laneOf(task), `compile-after-change-${at}`), task, now) },
    ...(isAnyAsked ? [...oweMoves(round, now), ...oweAnswers(round, now)] : []),
    oweDesk(now),
  ]);
  return result === 'committed';
}
