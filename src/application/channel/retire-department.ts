import { departmentsIn, type PlacedDepartment, withoutDepartment } from '../../domain/channel/department.js';
import type { DepartmentId } from '../../domain/ids.js';
import { DEPARTMENTS_IN_A_CHANNEL_MAX } from '../../domain/limits.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock } from '../ports.js';
import { findDepartment } from './find-department.js';
import { type ChannelRequest, traceOf } from './registration-trace.js';

export type RetireDepartmentOutcome =
  | {
      readonly kind: 'retired';
      readonly department: PlacedDepartment;
      /** The departments that still answer in its channel. */
      readonly others: readonly PlacedDepartment[];
    }
  /** No channel has the department. */
  | { readonly kind: 'not registered' };

/**
 * Takes one department away from its channel. The channel's other departments stay, and without any the channel is free.
 * Rounds that have started go on. The channel remembers the department: bound there again under its name, it is the same.
 */
export async function retireDepartment(
  deps: { readonly channels: ChannelRegistry; readonly clock: Clock },
  request: ChannelRequest,
  departmentId: DepartmentId,
): Promise<RetireDepartmentOutcome> {
  return untilStored('retire department', () => tryRetiring(deps, request, departmentId));
}

async function tryRetiring(
  { channels, clock }: { readonly channels: ChannelRegistry; readonly clock: Clock },
  request: ChannelRequest,
  departmentId: DepartmentId,
): Promise<RetireDepartmentOutcome | typeof CONFLICT> {
  const found = await findDepartment(channels, request.address.tenantId, departmentId);
  if (found === undefined) return { kind: 'not registered' };
  const { channel, placed } = found;
  const { name } = placed.department;
  const trace = traceOf(request, { at: clock.now(), act: 'department retired', departmentId, subject: name });
  const staying = withoutDepartment(channel, departmentId);
  if (staying === undefined) {
    const was = await channels.remove(channel.address, trace, { present: channel });
    return was === 'changed' ? CONFLICT : { kind: 'retired', department: placed, others: [] };
  }
  const { address: _, ...remembered } = placed;
  const retired = [remembered, ...channel.retired].slice(0, DEPARTMENTS_IN_A_CHANNEL_MAX);
  const result = await channels.register({ ...staying, retired }, trace, { present: channel });
  if (result.outcome !== 'registered') return CONFLICT;
  return { kind: 'retired', department: placed, others: departmentsIn(staying) };
}
