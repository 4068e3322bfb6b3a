import {
  ActivityHandler,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type TurnContext,
} from 'botbuilder';
import { floorCard, type StoreReply } from './floor-rows.js';

/**
 * The least work that the same libraries can do for a pressed button: one transaction stores the typed text, and the
 * answer is a card that shows the text. Nothing is checked or read, and there are no deliveries.
 */
export class FloorBot extends ActivityHandler {
  readonly #store: StoreReply;

  constructor(store: StoreReply) {
    super();
    this.#store = store;
  }

  protected override async onAdaptiveCardInvoke(
    { activity }: TurnContext,
    { action }: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const text = String(action.data['reply']);
    await this.#store(activity.conversation.id, text);
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: floorCard(text) };
  }
}
