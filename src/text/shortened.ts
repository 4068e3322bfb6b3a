/** Our choice: a phone shows about two lines of a message. */
const SUMMARY_MAX = 120;

/** However long the rest is, so much is left of a title. Otherwise it would say nothing. */
const TITLE_LEAST = 16;

/**
 * A summary with a title in it: what a phone shows of a message. Only the title is shortened, so that the words after
 * it, such as the deadline, are always there.
 */
export function withTitle(title: string, sentence: (title: string) => string): string {
  const room = SUMMARY_MAX - sentence('').length;
  return sentence(shortened(title, Math.max(room, TITLE_LEAST)));
}

/** The first words of a text, and `…` where there are more than `max` characters. A single long word is cut. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  const space = cut.lastIndexOf(' ');
  const words = space > max / 2 ? cut.slice(0, space) : cut.slice(0, -1);
  return `${words.replace(/[\p{Surrogate},.:;–-]$/u, '').trimEnd()}…`;
}
