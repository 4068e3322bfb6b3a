import type { Messages } from '../text/messages.js';
import { type CardButton, cardButton } from './card-buttons.js';
import type { Card, CardRenderer } from './render.js';

/** A question, with the answers that a person can choose. */
export interface Question {
  /** The bot's own words, without anyone's name. */
  readonly heading: string;
  /** What it is about, a paragraph each. */
  readonly lines: readonly string[];
  /** Empty where the question has been answered. */
  readonly answers: readonly CardButton[];
}

/** @param buttonOf draws an answer: as a button of a message, or as one of a dialog */
export function questionCard(
  render: CardRenderer,
  { lang }: Messages,
  { heading, lines, answers }: Question,
  buttonOf = cardButton,
): Card {
  return render('question', {
    lang,
    // Clients may read Markdown here, and the lines hold names.
    fallbackText: heading,
    heading,
    lines: lines.map((text) => ({ text })),
    actions: answers.map(buttonOf),
  });
}
