import { isAsking } from '../../domain/reply/reply-life.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';

/** What has become of a request for more time, as long as the department still has to answer. */
export function timeFacts({ time }: Messages, department: RoundDepartment): readonly string[] {
  const { timeRequest } = department;
  if (timeRequest === undefined || !isAsking(department)) return [];
  const { until, decision } = timeRequest;
  if (decision === undefined) return [time.asked(until)];
  // Time that was given shows in the deadline.
  return decision.isGranted ? [] : [time.notGiven(until, decision.line)];
}
