/**
 * A text as it is compared with what somebody looks for, in whatever letters either is written.
 *
 * @param text whose length has been bounded
 */
export function asSearched(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('da').trim();
}
