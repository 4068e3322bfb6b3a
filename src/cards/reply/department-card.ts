import { standingOf } from '../../domain/reply/standing.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import type { Card, CardRenderer } from '../render.js';
import { approvalCard } from './approval-card.js';
import { declinedCard } from './decline-card.js';
import { closedCard, receiptCard } from './receipt-card.js';
import { requestCard } from './request-card.js';

/**
 * The card that a department's channel sees now: the request while no answer is given, and then the receipt. There are
 * other cards while a proposal waits for a head, after a decline, and in a closed round.
 *
 * @param nonce made for this card, to tell presses on it from presses on other cards
 */
export function departmentCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  nonce: string,
): Card {
  const { proposal, decline, isLocked } = department;
  const standing = standingOf(department);
  if (proposal !== undefined && !isLocked) return approvalCard(render, messages, department, proposal, nonce);
  switch (standing.kind) {
    case 'answered':
      return receiptCard(render, messages, department, standing, nonce);
    case 'excused':
      return declinedCard(render, messages, department, standing.decline, nonce);
    case 'awaited':
      if (standing.why === 'declined' && decline !== undefined) {
        return declinedCard(render, messages, department, decline, nonce);
      }
      return isLocked
        ? closedCard(render, messages, department, standing.why)
        : requestCard(render, messages, department, { kind: 'new' }, nonce);
  }
}
