import { RAW_TEXT_MAX } from '../limits.js';

/**
 * Cleans a text from outside only if it is at most `RAW_TEXT_MAX` long. This is the one rule for such text: its length
 * is checked before anything else looks at it. Cleaning never makes a text longer, so a longer text is too long in any
 * case, and is returned as it came. Every field accepts less, so the check of the field's own limit refuses it with its
 * true length.
 *
 * @param clean must be linear in the length of the text
 */
export function cleanedIfShort(raw: string, clean: (raw: string) => string): string {
  return raw.length > RAW_TEXT_MAX ? raw : clean(raw);
}
