import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import type { Card } from '../../cards/render.js';

/**
 * A message that is a card.
 *
 * @param summary what Teams shows in the activity feed and in notifications, where cards are not drawn
 */
export function cardActivity(card: Card, summary?: string): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    attachments: [CardFactory.adaptiveCard(card)],
    ...(summary === undefined ? {} : { summary }),
  };
}
