import { type Card, type InputValues, initialInputs } from './card-actions.js';
import type { Message } from './conversations.js';
import type { Person } from './directory.js';

/**
 * What one person sees that differs from what everyone sees: the card that the bot answered a press with, and the text
 * that the person has typed. It is removed when the bot updates the message, because then the card is drawn again for
 * everyone.
 */
export interface CardViews {
  cardSeenBy(person: Person, message: Message): Card | undefined;
  /** The values of the fields of that card, for the person. */
  inputsSeenBy(person: Person, message: Message): InputValues;
  type(person: Person, message: Message, typed: InputValues): void;
  /** Replaces the card only for this person. What the person had typed in the old card is removed. */
  show(person: Person, message: Message, card: Card): void;
  /** @returns the views by message and person */
  save(): SavedViews;
}

export type SavedViews = Readonly<Record<string, View>>;

interface View {
  readonly card?: Card | undefined;
  readonly typed: InputValues;
  /** How many times the message had been edited when the view was made. After a further edit, the view is not valid. */
  readonly edits: number;
}

/** @param saved the views of a saved local Teams */
export function createCardViews(saved: SavedViews = {}): CardViews {
  const views = new Map<string, View>(Object.entries(saved));
  const keyOf = (person: Person, message: Message) => `${message.id} ${person.id}`;

  function viewOf(person: Person, message: Message): View {
    const view = views.get(keyOf(person, message));
    return view?.edits === message.edits ? view : { card: undefined, typed: {}, edits: message.edits };
  }
  function cardSeenBy(person: Person, message: Message): Card | undefined {
    return viewOf(person, message).card ?? message.card;
  }

  return {
    cardSeenBy,
    inputsSeenBy(person, message) {
      return { ...initialInputs(cardSeenBy(person, message) ?? {}), ...viewOf(person, message).typed };
    },
    type(person, message, typed) {
      const view = viewOf(person, message);
      views.set(keyOf(person, message), { ...view, typed: { ...view.typed, ...typed } });
    },
    show(person, message, card) {
      views.set(keyOf(person, message), { card, typed: {}, edits: message.edits });
    },
    save: () => Object.fromEntries(views),
  };
}
