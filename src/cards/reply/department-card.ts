import { shownCardOf } from '../../domain/reply/shown-card.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import type { Card, CardRenderer } from '../render.js';
import { approvalCard } from './approval-card.js';
import { declinedCard } from './decline-card.js';
import { closedCard, receiptCard, withdrawnCard } from './receipt-card.js';
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
  const shown = shownCardOf(department);
  switch (shown.kind) {
    case 'approval':
      return approvalCard(render, messages, department, shown.proposal, nonce);
    case 'receipt':
      return receiptCard(render, messages, department, shown.standing, nonce);
    case 'declined':
    case 'excused':
      return declinedCard(render, messages, department, shown.decline, nonce);
    case 'withdrawn':
      return withdrawnCard(render, messages, department, shown.withdrawn);
    case 'closed':
      return closedCard(render, messages, department, shown.why);
    case 'asked':
    case 'draft':
    case 'returned':
      return requestCard(render, messages, department, { kind: 'new' }, nonce);
  }
}
