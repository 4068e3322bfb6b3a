import { type DepartmentId, type NotatId, operationId } from '../../domain/ids.js';
import { compileNotat, type NotatRecord, recordNotat } from '../../domain/notat/notat.js';
import { withChangesSince } from '../../domain/notat/notat-changes.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import type { Round, RoundOverview } from '../../domain/round/round.js';
import {
  DUTIES_LANE,
  inLane,
  newDelivery,
  notatDeliveryId,
  SECRETARIAT_LANE,
  TRIAL_CARD_ID,
} from '../../domain/work/delivery.js';
import { isNoticeTrue } from '../../domain/work/notice-truth.js';
import { currentTemplate, templateOfRecord } from '../notat/notat-file.js';
import type { Clock, FileStore, NotatWriter, RoundChange, RoundStore, Stored, TemplateStore } from '../ports.js';
import { departmentNotice, refreshCards } from '../reply/change-department.js';
import { type ChangeOfOne, changeEach, changeOne } from '../reply/change-each.js';
import { oweAnswers } from './owe-answers.js';
import { oweDesk } from './owe-desk.js';
import { endDuties, oweDuties } from './owe-duties.js';
import { oweMoves } from './owe-moves.js';

export interface ClosingDependencies {
  readonly rounds: RoundStore;
  readonly templates: TemplateStore;
  readonly files: FileStore;
  readonly writer: NotatWriter;
  readonly clock: Clock;
}

/**
 * Continues with a round that is `closing`. It locks the departments in batches, so that each answer is either in the
 * final notat or refused. Then it makes that notat. Any number of processes may repeat this.
 *
 * A department that cannot be read cannot be locked. If the person who closed the round knew about it, the notat is
 * made without it. If it has become unreadable since, the round is opened again, and the secretariat gets the notat of
 * the present state. A trial ends without a notat, so none of that matters to it.
 */
export async function finishClosing(deps: ClosingDependencies, closing: Stored<Round>): Promise<void> {
  const { value: round } = closing;
  await changeEach(deps.rounds, round, lockIn(deps, round));
  const overview = await deps.rounds.readOverview(round.id);
  if (overview === undefined) throw new Error(`round ${round.id} is closing, and gone`);
  // A department that could not be read a moment ago can be read now. The next pass locks it.
  if (overview.departments.some(({ isLocked }) => !isLocked)) return;
  if (round.plan.ask.isTrial) return endTrial(deps, closing);
  const isKnown = overview.unreadable.every(({ departmentId }) => round.closedWithout.includes(departmentId));
  if (isKnown) await makeFinal(deps, closing, overview);
  else await stopClosing(deps, closing, overview);
}

/**
 * Locks the departments without which a round was closed, if they can be read by now. Without the lock they could still
 * answer, and that answer would be in no notat. Each department that still cannot be read costs one read.
 */
export async function lockThoseReadableAgain(
  deps: ClosingDependencies,
  { value: round, etag }: Stored<Round>,
): Promise<void> {
  const left: DepartmentId[] = [];
  for (const departmentId of round.closedWithout) {
    if (!(await changeOne(deps.rounds, round, departmentId, lockIn(deps, round)))) left.push(departmentId);
  }
  if (left.length === round.closedWithout.length) return;
  // A conflict means that another process recorded it first.
  await deps.rounds.commit(round.id, operationId('locked late', round.id, left.length), [
    { change: 'replace round', round: { ...round, closedWithout: left }, etag },
  ]);
}

/** Continues with a round that is `reopening`: unlocks its departments, then opens it. This may be repeated. */
export async function finishReopening(deps: ClosingDependencies, reopening: Stored<Round>): Promise<void> {
  const { value: round, etag } = reopening;
  await changeEach(deps.rounds, round, unlockIn(deps, round));
  // A conflict means that another process opened it first.
  await deps.rounds.commit(round.id, operationId('reopened', round.id, round.finals), [
    { change: 'replace round', round: { ...round, state: 'open', closedWithout: [], hasDuties: true }, etag },
    oweDuties(round, deps.clock.now()),
    oweNotatCards(`reopened-${round.finals}`, deps.clock.now()),
    oweDesk(deps.clock.now()),
    // What was decided just before the round was closed, a deadline or an answer to all, may not have reached everyone.
    ...oweMoves(round, deps.clock.now()),
    ...oweAnswers(round, deps.clock.now()),
  ]);
}

function lockIn({ clock }: ClosingDependencies, { finals }: Round): ChangeOfOne {
  return (department) => {
    const locked = afterEvent(department, { kind: 'lock' });
    const { id } = department.department;
    const operation = operationId('lock', id, finals);
    return locked && { operation, department: locked, lines: [], owes: [refreshCards(id)], at: clock.now() };
  };
}

function unlockIn({ clock }: ClosingDependencies, { finals, reopenings }: Round): ChangeOfOne {
  return (department) => {
    // One that the round asks no more stays locked, so that nothing of it is asked for or shown as if it were asked.
    if (department.withdrawn !== undefined) return undefined;
    const open = afterEvent(department, { kind: 'unlock' });
    const unlocked = open && { ...open, reopenings };
    const { id } = department.department;
    const operation = operationId('unlock', id, finals);
    const isSilent = unlocked !== undefined && isNoticeTrue('reopened', unlocked);
    const owes = [refreshCards(id), ...(isSilent ? [departmentNotice(id, 'reopened')] : [])];
    return unlocked && { operation, department: unlocked, lines: [], owes, at: clock.now() };
  };
}

async function stopClosing(
  deps: ClosingDependencies,
  { value: round, etag }: Stored<Round>,
  overview: RoundOverview,
): Promise<void> {
  const at = deps.clock.now();
  const { template, isTemplateUnreadable } = await templateOfRecord(deps, round.secretariat.tenantId);
  const id = `stopped-${round.finals}-${round.closedAt?.getTime()}` as NotatId;
  const notat = { ...recordNotat(id, overview, at, template), isTemplateUnreadable };
  const line = { at, by: undefined, act: 'reopened', departmentId: undefined, subject: id } as const;
  // A conflict means that another process stopped it first.
  await deps.rounds.commit(round.id, operationId('stopped', id), [
    { change: 'replace round', round: { ...round, state: 'reopening' }, etag },
    { change: 'insert notat', notat },
    { change: 'insert audit line', line },
    { change: 'insert delivery', delivery: newDelivery(notatDeliveryId(id), { kind: 'post notat', notatId: id }, at) },
    oweDesk(at),
  ]);
}

/** A trial gets no final notat, whatever has been answered in it. Its card says that it is over. */
async function endTrial({ rounds, clock }: ClosingDependencies, { value: round, etag }: Stored<Round>): Promise<void> {
  const posted = (await rounds.readDelivery(round.id, TRIAL_CARD_ID))?.value.posted;
  const task = posted && ({ kind: 'update round card', posted } as const);
  // A conflict means that another process ended it first.
  await rounds.commit(round.id, operationId('trial ended', round.id), [
    { change: 'replace round', round: { ...round, state: 'closed' }, etag },
    ...(task === undefined
      ? []
      : [{ change: 'insert delivery', delivery: newDelivery(`${TRIAL_CARD_ID}-ended`, task, clock.now()) } as const]),
  ]);
}

/**
 * All departments are locked, so every process that comes here compiles the same notat. The file is stored before the
 * record that names it, so that a seal never refers to a file that does not exist.
 */
async function makeFinal(
  deps: ClosingDependencies,
  { value: round, etag }: Stored<Round>,
  overview: RoundOverview,
): Promise<void> {
  const { closedBy, closedAt } = round;
  if (closedBy === undefined || closedAt === undefined) {
    throw new Error(`round ${round.id} is closing, but nobody has closed it`);
  }
  const { tenantId } = round.secretariat;
  const kind = { status: 'final', number: round.finals + 1 } as const;
  const template = await currentTemplate(deps, tenantId);
  const id = `final-${kind.number}` as NotatId;
  const record = recordNotat(id, overview, closedAt, template.number, kind);
  const earlier = await finalNumbered(deps.rounds, round);
  const notat = withChangesSince(compileNotat(overview, closedAt, kind), round, record, earlier);
  const file = await deps.writer.write(notat, template.bytes);
  const sha256 = await deps.files.put(tenantId, file);
  const line = { at: closedAt, by: undefined, act: 'compiled', departmentId: undefined, subject: id } as const;
  // A conflict means that another process made it first.
  await deps.rounds.commit(round.id, operationId('final', id), [
    { change: 'replace round', round: { ...round, state: 'closed', finals: kind.number }, etag },
    { change: 'insert notat', notat: { ...record, seal: { sha256, by: closedBy, at: closedAt } } },
    endDuties(deps.clock.now()),
    oweDesk(deps.clock.now()),
    { change: 'insert audit line', line },
    {
      change: 'insert delivery',
      delivery: newDelivery(notatDeliveryId(id), { kind: 'post notat', notatId: id }, deps.clock.now()),
    },
    ...oweFinal(kind.number, deps.clock.now()),
  ]);
}

/** The round's newest final notat so far; undefined where it has none. */
async function finalNumbered(rounds: RoundStore, { id, finals }: Round): Promise<NotatRecord | undefined> {
  return finals === 0 ? undefined : rounds.readNotat(id, `final-${finals}` as NotatId);
}

/** That the departments are told that the notat is final, and that the cards of older notats say that there is a newer one. */
function oweFinal(number: number, at: Date): readonly RoundChange[] {
  const id = inLane(DUTIES_LANE, `share-final-${number}`);
  return [
    { change: 'insert delivery', delivery: newDelivery(id, { kind: 'share final' }, at) },
    oweNotatCards(`final-${number}`, at),
  ];
}

/** The id sorts behind that of the delivery of any notat, so that a new notat comes before the older cards follow. */
function oweNotatCards(cause: string, at: Date): RoundChange {
  const id = inLane(SECRETARIAT_LANE, `notats-${cause}`);
  return { change: 'put delivery', delivery: newDelivery(id, { kind: 'refresh notats' }, at) };
}
