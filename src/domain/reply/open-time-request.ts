import type { RoundDepartment } from '../round/round.js';
import { standingOf } from './standing.js';
import type { TimeRequest } from './time-request.js';

/**
 * The request for more time that waits for the secretariat; undefined where none does. A department that has declined
 * needs no time until the secretariat asks it anyway.
 */
export function openTimeRequest(department: RoundDepartment): TimeRequest | undefined {
  const { timeRequest, isLocked } = department;
  if (timeRequest === undefined || timeRequest.decision !== undefined || isLocked) return undefined;
  const standing = standingOf(department);
  return standing.kind === 'awaited' && standing.why !== 'declined' ? timeRequest : undefined;
}
