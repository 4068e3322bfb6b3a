import type { DepartmentId } from '../../domain/ids.js';
import { THREAD_ROUNDS_MAX } from '../../domain/limits.js';
import { standingOf } from '../../domain/reply/standing.js';
import type { RoundIndex, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { roundsOf } from './which-round.js';

/**
 * How many of a tenant's newest rounds are open, among the `THREAD_ROUNDS_MAX` newest.
 *
 * @param departmentId counts only the rounds that wait for this department's answer
 */
export async function openRounds(
  { index, rounds }: { readonly index: RoundIndex; readonly rounds: RoundStore },
  tenantId: string,
  departmentId?: DepartmentId,
): Promise<number> {
  const newest = (await roundsOf(index, tenantId)).slice(0, THREAD_ROUNDS_MAX);
  const waiting = await Promise.all(
    newest.map(async (roundId) => {
      if (departmentId === undefined)
        return (await unlessUnreadable(rounds.readRound(roundId)))?.value.state === 'open';
      const department = (await unlessUnreadable(rounds.readDepartment(roundId, departmentId)))?.value;
      return department !== undefined && !department.isLocked && standingOf(department).kind === 'awaited';
    }),
  );
  return waiting.filter((isWaiting) => isWaiting).length;
}
