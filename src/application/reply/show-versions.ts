import type { ReplyVersion } from '../../domain/reply/reply.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { ChannelRegistry, RoundIndex, RoundStore } from '../ports.js';
import { findAskedRounds, type WhichAsked, type WrittenPlace } from '../round/which-round.js';

export type ShowVersionsOutcome =
  | { readonly kind: 'not department' }
  /** The department has not been asked yet. */
  | { readonly kind: 'no round' }
  | WhichAsked
  | {
      readonly kind: 'versions';
      readonly department: RoundDepartment;
      /** The oldest first; empty while the department has not answered. */
      readonly versions: readonly ReplyVersion[];
    };

/**
 * Every version of the reply of the channel's department. The round is the one whose card began the thread; outside
 * such a thread it is the newest round that asks the department.
 */
export async function showVersions(
  deps: { readonly channels: ChannelRegistry; readonly index: RoundIndex; readonly rounds: RoundStore },
  place: WrittenPlace,
): Promise<ShowVersionsOutcome> {
  const asked = await findAskedRounds(deps, place);
  if (asked === undefined) return { kind: 'not department' };
  if (asked.kind === 'which department?') return asked;
  const department = asked.ofThread ?? asked.newest;
  if (department === undefined) return { kind: 'no round' };
  const versions = await deps.rounds.readVersions(department.roundId, department.department.id);
  return { kind: 'versions', department, versions };
}
