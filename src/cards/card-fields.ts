import { CHOICES_MAX } from '../domain/limits.js';

/*
 * Reads the fields of a pressed card. A client can send null, a number, a boolean or a list, or leave the field out. An
 * object is never the value of a field, and is read as empty.
 */

/** The longest entry of a list, in characters. Our ids have at most 64 characters, and the key of a finding has 130. */
const CHOICE_MAX_LENGTH = 200;

/** In characters. Enough for `true` with spaces around it. */
const TOGGLE_MAX_LENGTH = 10;

/**
 * The value of a text field, neither cleaned nor limited in length. Some clients send a number where the text looks
 * like one. A value of any other type was not typed by a person, and is read as empty.
 */
export function textField(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** An id of ours, or of a person. A value of any other form is none. */
export function idField(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/u.test(value) ? value : undefined;
}

/** Whether a toggle is on. Clients send a boolean, or the toggle's `valueOn`, which is the text `true` on our cards. */
export function toggleField(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const text = textField(value);
  return text.length <= TOGGLE_MAX_LENGTH && text.trim().toLowerCase() === 'true';
}

/**
 * The values that are chosen in a list. `Input.ChoiceSet` sends them joined by commas. An array is also read.
 *
 * @returns at most `CHOICES_MAX` values; none where there were more, because no card of ours can send so many
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
