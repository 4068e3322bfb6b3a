/** The text before a place on the same line, at most `max` UTF-16 units of it. A label would stand there. */
export function lineBefore(text: string, place: number, max: number): string {
  const before = text.slice(Math.max(0, place - max), place);
  return before.slice(before.lastIndexOf('\n') + 1);
}
