/**
 * What no reader sees and what breaks documents: C0 and C1 controls but tab and line feed, soft hyphen,
 * zero-width space, word joiner, byte order mark, bidirectional marks, embeddings, overrides and isolates,
 * and the noncharacters U+FFFE and U+FFFF, which XML 1.0 forbids. Joiners that emoji and some scripts need
 * (U+200C, U+200D) stay.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_BREAK = /\r\n?|\u0085|\u2028|\u2029|\v|\f/gu;
const WIDE_SPACE = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;

/**
 * Puts pasted text in the one form that is stored, shown and written in the notat: NFC, lines ended by a line
 * feed, ordinary spaces, nothing invisible, no space at the end of a line, at most one empty line in a row and
 * none at either end. A surrogate without its partner becomes U+FFFD. Cleaning twice changes nothing more.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(LINE_BREAK, '\n')
    .replace(WIDE_SPACE, ' ')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .normalize('NFC')
    .replace(/(?<! ) +$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|(?<!\n)\n+$/gu, '')
    .replace(/^ +(?=\S)/u, '');
}

/** The same for what must be a single line, such as a title or a name: all white space becomes one space. */
export function cleanLine(raw: string): string {
  return cleanText(raw).replace(/\s+/gu, ' ').trim();
}
