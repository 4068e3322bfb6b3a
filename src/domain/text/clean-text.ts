/**
 * What no reader sees and what breaks documents: C0 and C1 controls but tab and line feed, soft hyphen, grapheme
 * joiner, the letters of Hangul and the vowel separator that are blank, zero-width space, word joiner, byte order mark,
 * bidirectional marks, embeddings, overrides and isolates, and the noncharacters U+FFFE and U+FFFF, which XML 1.0
 * forbids. Joiners, selectors and tags that emoji and some scripts need (U+200C, U+200D, U+FE0F, U+E007F) stay.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
  /[\u034F\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u3164\uFEFF\uFFA0\uFFFE\uFFFF]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_BREAK = /\r\n?|\u0085|\u2028|\u2029|\v|\f/gu;
/** U+2800 is a letter of Braille without a dot. */
const WIDE_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u2800\u3000]/gu;
/** Letters that typesetting has joined, and searching cannot find. */
const LIGATURE = /[\uFB00-\uFB06]/gu;
/** Something that a reader sees, or a replacement for it. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * Puts pasted text in the one form that is stored, shown and written in the notat: NFC, lines ended by a line
 * feed, ordinary spaces, nothing invisible, no joined letters, no space at the end of a line, at most one empty line
 * in a row and none at either end. Tabs stay, since they part a table's cells. A surrogate without its partner becomes
 * U+FFFD. A text that nobody can see becomes empty. Cleaning twice changes nothing more. Takes time in proportion to
 * the text, which must be held to a length first.
 */
export function cleanText(raw: string): string {
  const text = raw
    .replace(LINE_BREAK, '\n')
    .replace(WIDE_SPACE, ' ')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(LIGATURE, (joined) => joined.normalize('NFKC'))
    .normalize('NFC')
    .split('\n')
    .map(withoutSpaceAtEnd)
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|(?<!\n)\n+$/gu, '')
    .replace(/^ +/u, '');
  return VISIBLE.test(text) ? text : '';
}

/** The same for what must be a single line, such as a title or a name: all white space becomes one space. */
export function cleanLine(raw: string): string {
  return cleanText(raw).replace(/\s+/gu, ' ').trim();
}

/** The tabs at the end of a line that has words are empty cells. */
function withoutSpaceAtEnd(line: string): string {
  const words = line.trimEnd();
  if (words === '') return '';
  const end = line.lastIndexOf('\t');
  return end < words.length ? words : line.slice(0, end + 1);
}
