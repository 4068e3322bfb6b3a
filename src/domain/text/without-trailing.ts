/**
 * A text without what stands at its end, as long as that is one of `marks`. It looks at each character once, which a
 * pattern such as `/[.!]+$/u` does not: that one begins anew at every mark of a long run that something else follows.
 *
 * @param marks characters of one UTF-16 unit each
 */
export function withoutTrailing(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
