import { newDelivery, notatDeliveryId } from '../domain/delivery.js';
import { type DepartmentId, type NotatId, operationId } from '../domain/ids.js';
import { compileNotat, recordNotat } from '../domain/notat.js';
import { afterEvent } from '../domain/reply-life.js';
import type { Round } from '../domain/round.js';
import { cardUpdates, commitChange, departmentNotice } from './change-department.js';
import { CONFLICT, untilStored } from './conflicts.js';
import { currentTemplate } from './notat-file.js';
import type { Clock, FileStore, NotatWriter, RoundStore, Stored, TemplateStore } from './ports.js';

export interface ClosingDependencies {
  readonly rounds: RoundStore;
  readonly templates: TemplateStore;
  readonly files: FileStore;
  readonly writer: NotatWriter;
  readonly clock: Clock;
}

/**
 * Goes on with a round that is `closing`: locks its departments one by one, so that each answer is either in the
 * final notat or refused, then makes that notat. Repeatable, by any number of processes.
 */
export async function finishClosing(deps: ClosingDependencies, closing: Stored<Round>): Promise<void> {
  await forEachDepartment(closing.value, (departmentId) => lock(deps, closing.value, departmentId));
  await makeFinal(deps, closing);
}

/** Goes on with a round that is `reopening`: unlocks its departments, then opens it. Repeatable. */
export async function finishReopening(deps: ClosingDependencies, reopening: Stored<Round>): Promise<void> {
  const { value: round, etag } = reopening;
  await forEachDepartment(round, (departmentId) => unlock(deps, round, departmentId));
  // A conflict means that another process opened it first.
  await deps.rounds.commit(round.id, operationId('reopened', round.id, round.finals), [
    { change: 'replace round', round: { ...round, state: 'open' }, etag },
  ]);
}

async function forEachDepartment(round: Round, act: (id: DepartmentId) => Promise<void>): Promise<void> {
  for (const { department } of round.plan.invitations) await act(department.id);
}

async function lock(deps: ClosingDependencies, round: Round, departmentId: DepartmentId): Promise<void> {
  // Someone may answer in between: then their answer is in, and the lock comes after it.
  return untilStored('lock department', () => tryLocking(deps, round, departmentId));
}

async function tryLocking(
  deps: ClosingDependencies,
  round: Round,
  departmentId: DepartmentId,
): Promise<undefined | typeof CONFLICT> {
  const present = await deps.rounds.readDepartment(round.id, departmentId);
  const locked = present && afterEvent(present.value, { kind: 'lock' });
  if (present === undefined || locked === undefined) return undefined;
  const cause = `${departmentId}-lock-${round.finals}`;
  const stored = await commitChange(deps.rounds, present, {
    press: undefined,
    operation: operationId('lock', departmentId, round.finals),
    department: locked,
    lines: [],
    deliveries: cardUpdates(departmentId, cause, deps.clock.now(), undefined),
  });
  return stored === undefined ? CONFLICT : undefined;
}

async function unlock(deps: ClosingDependencies, round: Round, departmentId: DepartmentId): Promise<void> {
  const present = await deps.rounds.readDepartment(round.id, departmentId);
  const unlocked = present && afterEvent(present.value, { kind: 'unlock' });
  if (present === undefined || unlocked === undefined) return;
  const cause = `${departmentId}-unlock-${round.finals}`;
  const at = deps.clock.now();
  // A conflict means that another process unlocked it first: nothing else can change what is locked.
  await commitChange(deps.rounds, present, {
    press: undefined,
    operation: operationId('unlock', departmentId, round.finals),
    department: unlocked,
    lines: [],
    deliveries: [
      ...cardUpdates(departmentId, cause, at, undefined),
      departmentNotice(departmentId, 'reopened', cause, at),
    ],
  });
}

/**
 * All is locked, so everyone who gets here compiles the same. The file is stored under what it holds before the
 * record that names it: a seal never points at nothing.
 */
async function makeFinal(deps: ClosingDependencies, { value: round, etag }: Stored<Round>): Promise<void> {
  const overview = await deps.rounds.readOverview(round.id);
  const { closedBy, closedAt } = round;
  if (overview === undefined || closedBy === undefined || closedAt === undefined) {
    throw new Error(`round ${round.id} is closing, but nobody has closed it`);
  }
  const { tenantId } = round.secretariat;
  const kind = { status: 'final', number: round.finals + 1 } as const;
  const template = await currentTemplate(deps, tenantId);
  const file = await deps.writer.write(compileNotat(overview, closedAt, kind), template.bytes);
  const sha256 = await deps.files.put(tenantId, file);
  const id = `final-${kind.number}` as NotatId;
  const record = recordNotat(id, overview, closedAt, template.number, kind);
  const line = { at: closedAt, by: undefined, act: 'compiled', departmentId: undefined, subject: id } as const;
  // A conflict means that another process made it first.
  await deps.rounds.commit(round.id, operationId('final', id), [
    { change: 'replace round', round: { ...round, state: 'closed', finals: kind.number }, etag },
    { change: 'insert notat', notat: { ...record, seal: { sha256, by: closedBy, at: closedAt } } },
    { change: 'insert audit line', line },
    {
      change: 'insert delivery',
      delivery: newDelivery(notatDeliveryId(id), { kind: 'post notat', notatId: id }, deps.clock.now()),
    },
  ]);
}
