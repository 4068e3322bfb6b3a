import { RAW_TEXT_MAX } from '../limits.js';

/**
 * The one rule for text that came from outside: its length is judged before anything else looks at it. Cleaning makes a
 * text no longer, so what is longer than `RAW_TEXT_MAX` need not be cleaned to be known as too long; it comes back as it
 * came. Since every field takes less, whoever holds the result to the field's own limit refuses it, with its true length.
 *
 * @param clean takes time in proportion to the text
 */
export function cleanedIfShort(raw: string, clean: (raw: string) => string): string {
  return raw.length > RAW_TEXT_MAX ? raw : clean(raw);
}
