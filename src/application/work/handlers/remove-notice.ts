import type { RoundDepartment, StandingNotice } from '../../../domain/round/round.js';
import { fateOf, isGone, type SendFailure } from '../../../domain/work/trouble.js';
import type { TaskDependencies } from '../task.js';

/**
 * Takes a notice away, because nobody must act on it any more or because another has taken its place.
 *
 * @returns a failure that may pass; undefined where it is gone, or where no try can remove it
 */
export async function removeNotice(
  { messenger, log }: TaskDependencies,
  { roundId, address, department }: RoundDepartment,
  { posted }: StandingNotice,
): Promise<SendFailure | undefined> {
  const result = await messenger.remove(address, posted);
  if (result.kind !== 'failed' || isGone(result.failure)) return undefined;
  if (fateOf(result.failure, 'edit') !== 'stopped') return result.failure;
  log.warn('notice not removed', { roundId, departmentId: department.id });
  return undefined;
}
