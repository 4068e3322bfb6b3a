import type { RoundIndexEntry } from '../../src/application/ports.js';
import type { ChannelAddress } from '../../src/domain/channel/channel.js';
import type { DepartmentId, NotatId, RoundId } from '../../src/domain/ids.js';

/** A row that a test makes unreadable. */
export type SpoilableRow =
  | { readonly kind: 'index entry'; readonly entry: RoundIndexEntry }
  | { readonly kind: 'round'; readonly roundId: RoundId }
  | { readonly kind: 'department'; readonly roundId: RoundId; readonly departmentId: DepartmentId }
  | {
      readonly kind: 'version';
      readonly roundId: RoundId;
      readonly departmentId: DepartmentId;
      readonly number: number;
    }
  | { readonly kind: 'notat'; readonly roundId: RoundId; readonly notatId: NotatId }
  | { readonly kind: 'delivery'; readonly roundId: RoundId; readonly delivery: string }
  | { readonly kind: 'channel'; readonly address: ChannelAddress };
