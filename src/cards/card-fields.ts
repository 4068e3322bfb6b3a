import { CHOICES_MAX } from '../domain/limits.js';

/*
 * How the fields of a pressed card are read, whatever a client sends for them: null, nothing at all, a number, a boolean,
 * a list. What is an object is no field's value, and is read as nothing.
 */

/** The longest that an entry of a list may be, in characters: our ids have at most 64, and the key of a finding 130. */
const CHOICE_MAX_LENGTH = 200;

/** Longer than every word for on. What is longer is none of them. */
const TOGGLE_MAX_LENGTH = 10;

/**
 * What stands in a text field, as it came: neither cleaned nor held to a length. Some clients send a number for what looks
 * like one; anything else that is no text was not typed by anyone.
 */
export function textField(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Whether a toggle is on. Clients send its `valueOn`, which is `true` on our cards, or the boolean. */
export function toggleField(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const text = textField(value);
  return text.length <= TOGGLE_MAX_LENGTH && text.trim().toLowerCase() === 'true';
}

/**
 * What is chosen in a list: the values joined by commas, as `Input.ChoiceSet` has it, or an array of them.
 *
 * @returns at most `CHOICES_MAX`; none where there were more, since no card of ours can send them
 */
export function choicesField(value: unknown): readonly string[] {
  if (Array.isArray(value)) return entriesOf(value);
  const text = textField(value);
  if (text.length > CHOICES_MAX * CHOICE_MAX_LENGTH) return [];
  const chosen = text.split(',').filter((each) => each !== '');
  return chosen.length > CHOICES_MAX || chosen.some((each) => each.length > CHOICE_MAX_LENGTH) ? [] : chosen;
}

function entriesOf(list: readonly unknown[]): readonly string[] {
  if (list.length > CHOICES_MAX) return [];
  const isShort = (entry: string) => entry !== '' && entry.length <= CHOICE_MAX_LENGTH;
  return list.flatMap((entry) => (typeof entry === 'string' && isShort(entry) ? [entry] : []));
}
