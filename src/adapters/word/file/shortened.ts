/** The beginning of a text, at most so many characters. No surrogate pair is cut in half. */
export function beginningOf(text: string, max: number): string {
  return text.slice(0, max).replace(/\p{Surrogate}$/u, '');
}

/** A text with at most so many characters, the last of which says that there is more. */
export function shortened(text: string, max: number): string {
  return text.length <= max ? text : `${beginningOf(text, max - 1)}…`;
}
