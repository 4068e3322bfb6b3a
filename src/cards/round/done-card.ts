import type { RoundId } from '../../domain/ids.js';
import type { Messages } from '../../text/messages.js';
import type { Notice } from '../../text/notice.js';
import type { CardButton } from '../card-buttons.js';
import { closesMessage } from '../close-message.js';
import { questionCard } from '../question-card.js';
import type { Card, CardRenderer } from '../render.js';
import type { OwnMessage, Spot } from '../spot.js';
import { backButton } from './desk-actions.js';

/**
 * Says in the place of a form what a press on it has done to a round.
 *
 * @param isWrittenIn whether the form may still stand before somebody else, so that only they may take it away for everyone
 */
export function doneCard(
  render: CardRenderer,
  messages: Messages,
  { heading, text }: Notice,
  roundId: RoundId,
  nonce: string,
  spot?: Spot,
  isWrittenIn = false,
): Card {
  const close = (whose: OwnMessage | undefined): CardButton => ({
    title: messages.desk.closeMessage,
    ...closesMessage(whose),
    associatedInputs: 'none',
  });
  const answers = [
    spot?.kind === 'own message' ? close(isWrittenIn ? spot : undefined) : backButton(messages, roundId, nonce),
  ];
  return questionCard(render, messages, { heading, lines: [text], answers });
}
