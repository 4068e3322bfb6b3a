import { replyStateOf } from '../domain/reply-life.js';
import type { RoundDepartment } from '../domain/round.js';
import type { Messages } from '../text/messages.js';
import { approvalCard } from './approval-card.js';
import { declinedCard } from './decline-card.js';
import { closedCard, receiptCard } from './receipt-card.js';
import type { Card, CardRenderer } from './render.js';
import { requestCard } from './request-card.js';

/**
 * What a department's channel sees now: the request until it is answered, then the receipt; while something else is
 * awaited, what that is.
 *
 * @param nonce made for this card, to tell its presses from those of other cards
 */
export function departmentCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  nonce: string,
): Card {
  const { reply, proposal, decline, isLocked } = department;
  const state = replyStateOf(department);
  if (state === 'awaiting approval' && proposal !== undefined) {
    return approvalCard(render, messages, department, proposal, nonce);
  }
  if (reply !== undefined && (state === 'answered' || isLocked)) {
    return receiptCard(render, messages, department, reply, nonce);
  }
  if (decline !== undefined && state !== 'returned') {
    return declinedCard(render, messages, department, decline, nonce);
  }
  return isLocked
    ? closedCard(render, messages, department)
    : requestCard(render, messages, department, { kind: 'new' }, nonce);
}
