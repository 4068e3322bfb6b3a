import type { Round } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { commandData, type PERSONAL_VERBS, type VERBS } from '../buttons.js';
import { questionCard } from '../question-card.js';
import type { Card, CardRenderer } from '../render.js';

/** Teams shows at most six buttons of a card. */
const CHOICES_SHOWN = 6;

/** What is to be done for the round that is chosen. */
export interface ForSomeRound {
  readonly verb: typeof VERBS.runCommand | typeof PERSONAL_VERBS.runCommand;
  /** The name of the command's row. */
  readonly command: string;
  /** The words that it was written with, where they say more than the command. */
  readonly written: string | undefined;
}

/**
 * Asks which of several open rounds is meant. What people have written, such as a title, is in the lines and never on a
 * button, where clients may read markup.
 */
export function whichRoundCard(
  render: CardRenderer,
  messages: Messages,
  open: readonly Pick<Round, 'id' | 'plan'>[],
  { verb, command, written }: ForSomeRound,
): Card {
  const { whichRound, round, chooseRound } = messages.understanding;
  const shown = open.slice(0, CHOICES_SHOWN);
  return questionCard(render, messages, {
    heading: whichRound.heading,
    lines: [
      whichRound.text,
      ...shown.map(({ plan: { ask } }, index) => round(index + 1, ask.title, messages.date.deadline(ask.deadline))),
    ],
    answers: shown.map(({ id }, index) => ({
      title: chooseRound(index + 1),
      verb,
      data: commandData(verb, command, written, id),
    })),
  });
}
