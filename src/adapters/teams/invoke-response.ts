import type { AdaptiveCardInvokeResponse } from 'botbuilder';
import type { Notice } from '../../text/messages.js';

/** The invoke that Action.Execute sends. */
export const CARD_ACTION = 'adaptiveCard/action';

/** Shows a notice over the card that was pressed, which stays as it is, with what was typed in it. */
export function messageResponse({ heading, text }: Notice): AdaptiveCardInvokeResponse {
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    // Declared as an object, but the message is a string (learn.microsoft.com, "Universal Actions").
    value: `${heading}. ${text}` as unknown as Record<string, unknown>,
  };
}
