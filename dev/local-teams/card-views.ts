import { type Card, type InputValues, initialInputs } from './card-actions.js';
import type { Message } from './conversations.js';
import type { Person } from './directory.js';

/**
 * What each person has in front of them where it differs from what everyone sees: the card that an action of
 * theirs was answered with, and what they have typed. It lasts until the bot updates the message, which redraws
 * it for everyone.
 */
export interface CardViews {
  cardSeenBy(person: Person, message: Message): Card | undefined;
  /** What the fields of that card hold for the person. */
  inputsSeenBy(person: Person, message: Message): InputValues;
  type(person: Person, message: Message, typed: InputValues): void;
  /** Replaces the card for the person alone; what they had typed goes with the old one. */
  show(person: Person, message: Message, card: Card): void;
  /** By message and person. */
  save(): SavedViews;
}

export type SavedViews = Readonly<Record<string, View>>;

interface View {
  readonly card?: Card | undefined;
  readonly typed: InputValues;
  /** The message's edits when the view was made; more of them make it void. */
  readonly edits: number;
}

/** @param saved what people had in front of them */
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
