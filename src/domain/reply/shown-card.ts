import type { Withdrawn } from '../round/plan-change.js';
import type { RoundDepartment } from '../round/round.js';
import type { Decline } from './decline.js';
import type { Proposal } from './proposal.js';
import { type Answered, type AwaitedWhy, standingOf } from './standing.js';

/** What the card in a department's channel shows now. */
export type ShownCard =
  /** The request, with the field for the answer. */
  | { readonly kind: 'asked' | 'draft' | 'returned' }
  /** An answer that waits for a head. */
  | { readonly kind: 'approval'; readonly proposal: Proposal }
  | { readonly kind: 'receipt'; readonly standing: Answered }
  /** `excused`: the secretariat agrees. */
  | { readonly kind: 'declined' | 'excused'; readonly decline: Decline }
  /** It need not answer any more. */
  | { readonly kind: 'withdrawn'; readonly withdrawn: Withdrawn }
  /** The round was closed without an answer. */
  | { readonly kind: 'closed'; readonly why: AwaitedWhy };

/** Decides which card it is. The card, its summary and whom it mentions all follow from this. */
export function shownCardOf(department: RoundDepartment): ShownCard {
  const { proposal, decline, isLocked } = department;
  const standing = standingOf(department);
  if (proposal !== undefined && !isLocked) return { kind: 'approval', proposal };
  switch (standing.kind) {
    case 'withdrawn':
      return standing;
    case 'answered':
      return { kind: 'receipt', standing };
    case 'excused':
      return { kind: 'excused', decline: standing.decline };
    case 'awaited': {
      const { why } = standing;
      if (why === 'declined' && decline !== undefined) return { kind: 'declined', decline };
      if (isLocked) return { kind: 'closed', why };
      return { kind: why === 'draft' || why === 'returned' ? why : 'asked' };
    }
  }
}
