import type { RoundId } from '../../domain/ids.js';
import type { Messages } from '../../text/messages.js';
import type { Notice } from '../../text/notice.js';
import { questionCard } from '../question-card.js';
import type { Card, CardRenderer } from '../render.js';
import { backButton } from './desk-actions.js';

/** Says in the place of a form what a press on it has done to a round, and leads back to the round's overview. */
export function doneCard(
  render: CardRenderer,
  messages: Messages,
  { heading, text }: Notice,
  roundId: RoundId,
  nonce: string,
): Card {
  return questionCard(render, messages, { heading, lines: [text], answers: [backButton(messages, roundId, nonce)] });
}
