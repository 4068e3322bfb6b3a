import type { Messages } from '../text/messages.js';
import type { Verb } from './buttons.js';
import type { Card, CardRenderer } from './render.js';

/** A question, with the answers that a person can choose. */
export interface Question {
  /** The bot's own words, without anyone's name. */
  readonly heading: string;
  /** What it is about, a paragraph each. */
  readonly lines: readonly string[];
  /** Empty where the question has been answered. */
  readonly answers: readonly { readonly title: string; readonly verb: Verb; readonly data: object }[];
}

export function questionCard(render: CardRenderer, { lang }: Messages, { heading, lines, answers }: Question): Card {
  return render('question', {
    lang,
    // Clients may read Markdown here, and the lines hold names.
    fallbackText: heading,
    heading,
    lines: lines.map((text) => ({ text })),
    answers: answers.map(({ title, verb, data }) => ({ title, verb, data: { verb, ...data } })),
  });
}
