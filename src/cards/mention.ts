import { shownCardOf } from '../domain/reply/shown-card.js';
import type { RoundDepartment } from '../domain/round/round.js';
import { type Around, isTelling, type Mentioned, type MessageKind, peopleTold } from '../domain/work/told.js';
import type { Messages } from '../text/messages.js';
import { SHOWN_NAME_MAX, shownNames } from './shown-names.js';

/**
 * One mentioned person, as Teams reads it beside a card. Teams notifies the person if `text` stands in a `TextBlock` of
 * the card, the same to the letter.
 */
export interface MentionEntity {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: {
    /** The Entra object id. */
    readonly id: string;
    /** The person's name as they write it, or the form in `text` where that is empty or long: a card has little room. */
    readonly name: string;
  };
}

/** The line of a card that mentions people, as the templates take it. */
export interface Mention {
  readonly isTold: boolean;
  /** The line, for a `TextBlock`; empty where nobody is mentioned. */
  readonly told: string;
  readonly entities: readonly MentionEntity[];
}

export const NO_MENTION: Mention = { isTold: false, told: '', entities: [] };

/**
 * Mentions the people who must act on a message (`TOLD`). Those who are told personally are only named.
 *
 * @param mentioned who is mentioned of them; without it, everyone is
 */
export function mentionIn(
  { told: words }: Messages,
  kind: MessageKind,
  around: Around,
  { personally, only }: Mentioned = EVERYONE,
): Mention {
  const people = peopleTold(kind, around).filter(({ id }) => only?.includes(id) ?? true);
  if (!isTelling(kind) || people.length === 0) return NO_MENTION;
  const forms = shownNames(people, words.unnamed);
  const shown = people.map((person, index) => {
    const form = forms[index] ?? words.unnamed;
    return { person, form, isMentioned: !personally.includes(person.id) };
  });
  return {
    isTold: true,
    told: words.lines[kind](
      shown.map(({ person, form, isMentioned }) => ({ ...person, name: isMentioned ? `<at>${form}</at>` : form })),
    ),
    entities: shown.flatMap(({ person: { id, name }, form, isMentioned }) =>
      isMentioned
        ? [{ type: 'mention', text: `<at>${form}</at>`, mentioned: { id, name: isUsable(name) ? name : form } }]
        : [],
    ),
  };
}

function isUsable(name: string): boolean {
  return name.trim() !== '' && name.length <= SHOWN_NAME_MAX;
}

const EVERYONE: Mentioned = { personally: [], only: undefined };

/** Mentions the people who must act on the card of a department. */
export function mentionOnCard(messages: Messages, department: RoundDepartment): Mention {
  const { personally } = department;
  return mentionIn(messages, `card: ${shownCardOf(department).kind}`, department, { personally, only: undefined });
}
