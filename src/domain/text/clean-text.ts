/**
 * Characters that no reader sees and that break documents: C0 and C1 controls except tab and line feed, soft hyphen,
 * grapheme joiner, blank Hangul letters, the Mongolian vowel separator, zero-width space, word joiner, byte order mark,
 * bidirectional marks, embeddings, overrides and isolates, and the noncharacters U+FFFE and U+FFFF, which XML 1.0
 * forbids. Joiners, selectors and tags that emoji and some scripts need (U+200C, U+200D, U+FE0F, U+E007F) stay.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
  /[\u034F\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u3164\uFEFF\uFFA0\uFFFE\uFFFF]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_BREAK = /\r\n?|\u0085|\u2028|\u2029|\v|\f/gu;
/** Spaces of other widths. U+2800 is a Braille letter without dots. */
const WIDE_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u2800\u3000]/gu;
/** Letters that typesetting has joined. A search does not find them. */
const LIGATURE = /[\uFB00-\uFB06]/gu;
/** A character that a reader sees, or the replacement character for one. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * Puts pasted text in the one form that is stored, shown and written in the notat: NFC, line feeds as line ends,
 * ordinary spaces, no invisible characters, no ligatures, no space at the end of a line, at most one empty line in a
 * row and none at the beginning or the end. Tabs stay, because they separate the cells of a table. A surrogate without
 * its partner becomes U+FFFD. A text without a visible character becomes empty. Cleaning a second time changes nothing.
 * The time is linear in the length of the text, so check the length first.
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

/** The same for a text that must be a single line, such as a title or a name: all white space becomes one space. */
export function cleanLine(raw: string): string {
  return cleanText(raw).replace(/\s+/gu, ' ').trim();
}

/** Removes spaces at the end of a line. Tabs at the end of a line with words are empty cells, and stay. */
function withoutSpaceAtEnd(line: string): string {
  const words = line.trimEnd();
  if (words === '') return '';
  const end = line.lastIndexOf('\t');
  return end < words.length ? words : line.slice(0, end + 1);
}
