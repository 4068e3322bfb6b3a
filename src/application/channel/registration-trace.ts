import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { RegistryAuditLine } from '../../domain/channel/registry-audit.js';
import { type DepartmentId, operationId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import type { RegistryTrace } from '../ports.js';

/** What a person asked for in a channel. */
export interface ChannelRequest {
  readonly address: ChannelAddress;
  readonly by: Person;
  /**
   * The department that the request is about, where the person has named one; undefined means the only one of the
   * channel.
   */
  readonly departmentId?: DepartmentId | undefined;
  /** The id of the activity that carried the request. */
  readonly activityId: string;
}

/** The trace of a change that a request makes. */
export function traceOf(
  { address, by, activityId }: ChannelRequest,
  line: Pick<RegistryAuditLine, 'at' | 'act' | 'departmentId' | 'subject'>,
): RegistryTrace {
  return { line: { ...line, by, where: address.channelId }, operation: operationId(line.act, activityId) };
}
