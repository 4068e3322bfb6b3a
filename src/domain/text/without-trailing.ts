/**
 * Removes all characters of `marks` from the end of a text. It looks at each character once. A pattern such as
 * `/[.!]+$/u` does not: on a long run of marks inside the text it starts again at every mark.
 *
 * @param marks characters of one UTF-16 unit each
 */
export function withoutTrailing(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
