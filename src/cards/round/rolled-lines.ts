import { dayOf, parseDeadline } from '../../domain/round/deadline.js';
import type { RolledForward } from '../../domain/round/rolled-forward.js';
import type { Messages } from '../../text/messages.js';
import { shortened } from '../../text/shortened.js';
import type { CardParagraph } from '../paragraphs.js';

/** How many names of departments are listed. Our choice: more would hide the form below. The rest are counted. */
const NAMES_SHOWN = 20;

/** How much of a title is shown, in characters. Our choice: one line on a wide screen. */
export const TITLE_SHOWN = 80;

/** What the form was filled in with, line by line. */
export function rolledLines({ planning: words }: Messages, rolled: RolledForward): readonly CardParagraph[] {
  const { from, changed, values, gone, added, toCheck } = rolled;
  const deadline = parseDeadline(values.deadline);
  const lines = [
    words.rolledFrom(shortened(from.title, TITLE_SHOWN)),
    ...changed.map(({ field, years }) => words.rolledYears(field, years)),
    ...(deadline === undefined ? [] : [words.rolledDeadline(dayOf(deadline))]),
    ...(gone.length === 0 ? [] : [words.rolledGone(listed(words, gone))]),
    ...(added.length === 0 ? [] : [words.rolledAdded(listed(words, added))]),
    ...(toCheck.length === 0 ? [] : [words.rolledCheck(toCheck)]),
  ];
  return lines.map((text) => ({ text }));
}

function listed({ andMore }: Messages['planning'], names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return names.length <= NAMES_SHOWN ? shown : `${shown} ${andMore(names.length - NAMES_SHOWN)}`;
}
