import type { Activities } from './activities.js';
import type { BotAnswer } from './bot-endpoint.js';
import {
  type ActionChoice,
  type Card,
  dataToSend,
  findAction,
  type InputValues,
  isObject,
  opensDialog,
  requireFields,
  submitOf,
} from './card-actions.js';
import type { CardViews } from './card-views.js';
import { type ClientDelivery, type DeliveryOptions, SOMETHING_WENT_WRONG } from './client-delivery.js';
import type { Conversations, Message } from './conversations.js';
import type { Person } from './directory.js';
import type { Sight } from './targeted-messages.js';

/** Presses of buttons on the cards of messages. */
export interface Pressing {
  /**
   * Types into the fields of the card that the person sees, and then presses a button. The typed text stays in the
   * fields until the card is replaced. The checks of a client (required fields, lengths) are not made, because the
   * documentation says that some clients ignore them.
   *
   * Rejects if the person does not see the message, if the card has no such button or field, or if the button opens a
   * dialog in this client: `openDialog` is for that.
   */
  press(
    person: Person,
    message: Message,
    action: ActionChoice,
    typed?: InputValues,
    options?: PressOptions,
  ): Promise<Pressed>;

  /**
   * The card of a message that the person sees.
   *
   * @throws Error if the person does not see the message, or if it has no card
   */
  cardToPress(person: Person, message: Message): Card;
}

/** On a phone, the fields are sent even if the action asks for none of them (microsoft/AdaptiveCards issue 8585). */
export interface PressOptions extends DeliveryOptions {
  /**
   * The default is `execute`, or `submit` for a button that is an `Action.Submit`. `submit` presses as a client without
   * universal actions does: it sends the `Action.Submit` that is the fallback of an `Action.Execute`. A button that
   * opens a dialog is then pressed as in a client without dialogs: the Agents Playground sends its data in a message.
   */
  readonly as?: 'execute' | 'submit';
  /**
   * Whether the press of an `Action.Submit` does not tell which message it was made on
   * (microsoft/botframework-sdk issue 6001). The press of an `Action.Execute` always tells.
   */
  readonly withoutReplyToId?: boolean;
}

export interface Pressed {
  /** The bot's HTTP status; 504, as from the Bot Service, where the client stopped waiting. */
  readonly status: number;
  /** The body of the bot's answer to an `Action.Execute`. */
  readonly invokeResponse: unknown;
  /** The card that the person sees now. */
  readonly card: Card | undefined;
  /** What the client showed beside the card. */
  readonly toast: string | undefined;
  /** The bot's answers to the redeliveries, which the client ignores. */
  readonly redelivered: readonly BotAnswer[];
}

export interface PressingDependencies {
  readonly conversations: Pick<Conversations, 'findMessage'>;
  readonly sight: Pick<Sight, 'isSeenBy'>;
  readonly views: CardViews;
  readonly activities: Pick<Activities, 'executed' | 'submitted'>;
  readonly delivery: ClientDelivery;
  readonly changed: () => void;
}

export function createPressing(dependencies: PressingDependencies): Pressing {
  const { conversations, sight, views, activities, delivery, changed } = dependencies;

  function cardToPress(person: Person, message: Message): Card {
    if (conversations.findMessage(message.id) === undefined) throw new Error(`message ${message.id} is deleted`);
    if (!sight.isSeenBy(person, message)) throw new Error(`message ${message.id} is not shown to ${person.name}`);
    const card = views.cardSeenBy(person, message);
    if (card === undefined) throw new Error(`message ${message.id} has no card`);
    return card;
  }

  /** Shows the person the answer to their action. @returns the toast, if there is one */
  function showAnswer(person: Person, message: Message, { status, body }: BotAnswer): string | undefined {
    const { type, value } = isObject(body) ? body : {};
    if (status >= 300) return SOMETHING_WENT_WRONG;
    if (type === 'application/vnd.microsoft.activity.message') return String(value);
    if (type !== 'application/vnd.microsoft.card.adaptive' || !isObject(value)) return SOMETHING_WENT_WRONG;
    views.show(person, message, value);
    changed();
    return undefined;
  }

  return {
    cardToPress,
    async press(person, message, choice, typed = {}, options = {}) {
      const card = cardToPress(person, message);
      const action = findAction(card, choice);
      const title = String(action['title']);
      const isSubmit = options.as === 'submit' || action['type'] === 'Action.Submit';
      if (!isSubmit && action['type'] !== 'Action.Execute') {
        throw new Error(`${String(action['type'])} '${title}' is the client's own affair`);
      }
      const pressed = isSubmit ? submitOf(action) : action;
      if (isSubmit && options.as === 'execute') throw new Error(`'${title}' is no Action.Execute`);
      if (opensDialog(pressed) && options.as !== 'submit') throw new Error(`'${title}' opens a dialog: use openDialog`);
      requireFields(card, typed);
      views.type(person, message, typed);

      const data = dataToSend(pressed, views.inputsSeenBy(person, message), options.client === 'phone');
      const activity = isSubmit
        ? activities.submitted(person, message, data, options)
        : activities.executed(person, message, pressed, data, options.client);
      const { answer, redelivered } = await (isSubmit ? delivery.deliver : delivery.invoke)(activity, options);
      const submitToast = answer.status >= 300 ? SOMETHING_WENT_WRONG : undefined;
      const toast = isSubmit ? submitToast : showAnswer(person, message, answer);
      return {
        status: answer.status,
        invokeResponse: isSubmit ? undefined : answer.body,
        card: views.cardSeenBy(person, message),
        toast,
        redelivered,
      };
    },
  };
}
