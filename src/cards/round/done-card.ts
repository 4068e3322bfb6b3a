import type { RoundId } from '../../domain/ids.js';
import type { Messages } from '../../text/messages.js';
import type { Notice } from '../../text/notice.js';
import type { CardButton } from '../card-buttons.js';
import { closesMessage } from '../close-message.js';
import { questionCard } from '../question-card.js';
import type { Card, CardRenderer } from '../render.js';
import type { Spot } from '../spot.js';
import { backButton } from './desk-actions.js';

/** Says in the place of a form what a press on it has done to a round. */
export function doneCard(
  render: CardRenderer,
  messages: Messages,
  { heading, text }: Notice,
  roundId: RoundId,
  nonce: string,
  spot?: Spot,
): Card {
  const close: CardButton = {
    title: messages.desk.closeMessage,
    ...closesMessage(undefined),
    associatedInputs: 'none',
  };
  const answers = [spot?.kind === 'own message' ? close : backButton(messages, roundId, nonce)];
  return questionCard(render, messages, { heading, lines: [text], answers });
}
