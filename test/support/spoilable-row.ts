import type { RoundIndexEntry } from '../../src/application/ports.js';
import type { ChannelAddress } from '../../src/domain/channel/channel.js';
import type { RegistryAct } from '../../src/domain/channel/registry-audit.js';
import type { DepartmentId, NotatId, OperationId, RoundId } from '../../src/domain/ids.js';

/** A row that a test makes unreadable. */
export type SpoilableRow =
  | SpoilableRoundRow
  | SpoilableRegistryRow
  | SpoilableOwnDraft
  | { readonly kind: 'known team'; readonly tenantId: string; readonly teamId: string }
  | { readonly kind: 'index entry'; readonly entry: RoundIndexEntry };

/** What a person keeps for themselves. */
export interface SpoilableOwnDraft {
  readonly kind: 'own draft';
  readonly roundId: RoundId;
  readonly departmentId: DepartmentId;
  readonly personId: string;
}

/** One of a round's. */
export type SpoilableRoundRow =
  | { readonly kind: 'round'; readonly roundId: RoundId }
  | { readonly kind: 'department'; readonly roundId: RoundId; readonly departmentId: DepartmentId }
  | {
      readonly kind: 'version';
      readonly roundId: RoundId;
      readonly departmentId: DepartmentId;
      readonly number: number;
    }
  | { readonly kind: 'notat'; readonly roundId: RoundId; readonly notatId: NotatId }
  | { readonly kind: 'delivery'; readonly roundId: RoundId; readonly delivery: string };

/** One beside the tenant's channels. */
export type SpoilableRegistryRow =
  | { readonly kind: 'channel'; readonly address: Pick<ChannelAddress, 'tenantId' | 'channelId'> }
  | { readonly kind: 'setup request'; readonly address: Pick<ChannelAddress, 'tenantId' | 'channelId'> }
  | { readonly kind: 'preference'; readonly tenantId: string; readonly personId: string }
  | {
      readonly kind: 'registry audit line';
      readonly tenantId: string;
      readonly operation: OperationId;
      readonly act: RegistryAct;
    };
