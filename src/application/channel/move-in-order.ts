import { departmentsIn, inRoundOrder, type PlacedDepartment, withDepartment } from '../../domain/channel/department.js';
import { type ChangedPlaces, placesAfterMove, placesByName } from '../../domain/channel/places-in-order.js';
import type { DepartmentId } from '../../domain/ids.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock } from '../ports.js';
import { findDepartment } from './find-department.js';
import { type ChannelRequest, traceOf } from './registration-trace.js';

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly clock: Clock;
}

export type MoveInOrderOutcome =
  | { readonly kind: 'ordered'; readonly departments: readonly PlacedDepartment[] }
  /** One of the departments is registered no more. */
  | { readonly kind: 'not registered' };

/**
 * Puts a department after another one among the notat's rows, or first. Rounds that have been planned keep their order.
 *
 * @returns all departments, as they stand now
 */
export async function moveInOrder(
  deps: Dependencies,
  request: ChannelRequest & { readonly moved: DepartmentId; readonly after: DepartmentId | undefined },
): Promise<MoveInOrderOutcome> {
  const departments = await departmentsOf(deps, request);
  const places = placesAfterMove(departments, request.moved, request.after);
  return places === undefined ? { kind: 'not registered' } : place(deps, request, places);
}

/** Sorts the notat's rows by the departments' names. */
export async function sortByName(deps: Dependencies, request: ChannelRequest): Promise<MoveInOrderOutcome> {
  return place(deps, request, placesByName(await departmentsOf(deps, request)));
}

/** Each place is written by itself. What is interrupted is done by doing it again. */
async function place(deps: Dependencies, request: ChannelRequest, places: ChangedPlaces): Promise<MoveInOrderOutcome> {
  for (const [id, order] of places) {
    await untilStored('place department', () => tryPlacing(deps, request, id, order));
  }
  return { kind: 'ordered', departments: inRoundOrder(await departmentsOf(deps, request)) };
}

async function tryPlacing(
  { channels, clock }: Dependencies,
  request: ChannelRequest,
  departmentId: DepartmentId,
  order: number,
): Promise<undefined | typeof CONFLICT> {
  const found = await findDepartment(channels, request.address.tenantId, departmentId);
  // A department that has been retired in the meantime needs no place.
  if (found === undefined) return undefined;
  const { channel, placed } = found;
  // Each place has a line of its own in the audit, and so an operation of its own.
  const one = { ...request, activityId: `${request.activityId} ${departmentId}` };
  const line = {
    at: clock.now(),
    act: 'departments reordered',
    departmentId,
    subject: placed.department.name,
  } as const;
  const result = await channels.register(withDepartment(channel, { ...placed, order }), traceOf(one, line), {
    present: channel,
  });
  return result.outcome === 'registered' ? undefined : CONFLICT;
}

async function departmentsOf({ channels }: Dependencies, { address }: ChannelRequest) {
  return (await channels.list(address.tenantId)).flatMap(departmentsIn);
}
