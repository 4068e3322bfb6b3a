import type { AuditAct } from '../../domain/audit.js';
import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { DepartmentId, OperationId, RoundId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import { withPress } from '../../domain/press.js';
import type { Round, RoundDepartment } from '../../domain/round/round.js';
import { type Delivery, requestDeliveryId, SECRETARIAT_LANE, troubleOf } from '../../domain/work/delivery.js';
import { CONFLICT } from '../conflicts.js';
import { type Clock, MAX_CHANGES, type RoundChange, type RoundStore, type Stored } from '../ports.js';
import { findStalledRequest, requestAgain, whileRequestedAgain } from '../reply/request-again.js';

/*
 * What becomes of the deliveries of one lane that are in trouble, when somebody or something decides about them. The
 * row that keeps the trouble is changed in the same transaction: the department's, or the round's own.
 */

export interface OnTroubleDependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/** The row that keeps the trouble of a lane, as it was read. */
export type Keeper =
  | { readonly of: 'department'; readonly present: Stored<RoundDepartment> }
  | { readonly of: 'round'; readonly present: Stored<Round> };

/** Which row: that of a department, or that of the round where no department is named. */
export interface KeeperId {
  readonly roundId: RoundId;
  readonly departmentId: DepartmentId | undefined;
  /** Where the act comes from. The ids come from a card, which can be edited, so the tenant must be the round's. */
  readonly address: Pick<ChannelAddress, 'tenantId'>;
}

/** @returns undefined where there is no such row in the tenant */
export async function findKeeper(
  rounds: RoundStore,
  { roundId, departmentId, address }: KeeperId,
): Promise<Keeper | undefined> {
  if (departmentId === undefined) {
    const present = await rounds.readRound(roundId);
    const isOwn = present?.value.secretariat.tenantId === address.tenantId;
    return present !== undefined && isOwn ? { of: 'round', present } : undefined;
  }
  const present = await rounds.readDepartment(roundId, departmentId);
  const isOwn = present?.value.address.tenantId === address.tenantId;
  return present !== undefined && isOwn ? { of: 'department', present } : undefined;
}

/** What is done about the deliveries of a lane, and who does it. */
export interface Decision {
  readonly operation: OperationId;
  readonly act: Extract<AuditAct, 'sent again' | 'arrived' | 'resumed'>;
  readonly by: Person | undefined;
  /** The id of the channel where it is decided. */
  readonly where: string | undefined;
  /** undefined where nobody has pressed anything. */
  readonly press: string | undefined;
  /** @returns what becomes of the delivery; undefined where nothing does */
  of(delivery: Delivery, at: Date): Delivery | undefined;
}

/** How many deliveries are changed at once: there must be room for the row, the audit line and an older request card. */
const AT_ONCE = MAX_CHANGES - 4;

/** @returns the row as it is written; `nothing` where no delivery is concerned, so that nothing was written */
export async function decide(
  { rounds, clock }: OnTroubleDependencies,
  keeper: Keeper,
  decision: Decision,
): Promise<Keeper | 'nothing' | typeof CONFLICT> {
  const roundId = roundOf(keeper);
  const departmentId = keeper.of === 'department' ? keeper.present.value.department.id : undefined;
  const at = clock.now();
  const lane = await rounds.readLane(roundId, departmentId ?? SECRETARIAT_LANE, 'unsettled');
  const decided = lane.flatMap((row) => {
    const after = decision.of(row.value, at);
    return after === undefined ? [] : [{ row, after }];
  });
  const changed = decided.slice(0, AT_ONCE);
  const older = await olderRequest(rounds, keeper, lane, (delivery) => decision.of(delivery, at) !== undefined);
  if (changed.length === 0 && older.length === 0) return 'nothing';
  const isChanged = new Set(changed.map(({ row }) => row));
  // What stands in the lane beside it must not be forgotten.
  const [trouble] = lane.filter((row) => !isChanged.has(row)).flatMap(({ value }) => troubleOf(value) ?? []);
  const after = withTrouble(keeper, trouble, decision.press, older.length > 0);
  const { act, by, where } = decision;
  const result = await rounds.commit(roundId, decision.operation, [
    keeperChange(after),
    { change: 'insert audit line', line: { at, by, act, departmentId, subject: undefined, where } },
    ...changed.map(
      ({ row, after: delivery }) => ({ change: 'replace delivery', delivery, etag: row.etag }) satisfies RoundChange,
    ),
    ...older.flatMap((request) => (departmentId === undefined ? [] : requestAgain(departmentId, request, at))),
  ]);
  return result === 'committed' ? after : CONFLICT;
}

/** Version 0.1 wrote the delivery of the request card outside the lane, and its trouble without saying what it is. */
async function olderRequest(
  rounds: RoundStore,
  keeper: Keeper,
  lane: readonly Stored<Delivery>[],
  isConcerned: (delivery: Delivery) => boolean,
): Promise<readonly Stored<Delivery>[]> {
  if (keeper.of === 'round') return [];
  const { roundId, trouble, department } = keeper.present.value;
  const isOlder = trouble !== undefined && trouble.what === undefined;
  if (!isOlder || lane.some(({ value }) => value.id === requestDeliveryId(department.id))) return [];
  const request = await findStalledRequest(rounds, roundId, department.id);
  return request !== undefined && isConcerned(request.value) ? [request] : [];
}

function withTrouble(
  keeper: Keeper,
  trouble: Round['trouble'],
  press: string | undefined,
  isRequestedAgain: boolean,
): Keeper {
  const pressed = <Row extends Round | RoundDepartment>(row: Row): Row =>
    press === undefined ? row : withPress(row, press);
  if (keeper.of === 'round') {
    const { value, etag } = keeper.present;
    return { of: 'round', present: { etag, value: pressed({ ...value, trouble }) } };
  }
  const { value, etag } = keeper.present;
  const department = isRequestedAgain ? whileRequestedAgain(value) : value;
  return { of: 'department', present: { etag, value: pressed({ ...department, trouble }) } };
}

function keeperChange(keeper: Keeper): RoundChange {
  const { etag } = keeper.present;
  return keeper.of === 'round'
    ? { change: 'replace round', round: keeper.present.value, etag }
    : { change: 'replace department', department: keeper.present.value, etag };
}

function roundOf(keeper: Keeper): RoundId {
  return keeper.of === 'round' ? keeper.present.value.id : keeper.present.value.roundId;
}
