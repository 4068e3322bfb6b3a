/** What stands before a place on the same line, at most so many UTF-16 units of it: where a label would be. */
export function lineBefore(text: string, place: number, max: number): string {
  const before = text.slice(Math.max(0, place - max), place);
  return before.slice(before.lastIndexOf('\n') + 1);
}
