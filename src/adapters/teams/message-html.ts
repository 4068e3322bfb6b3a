import { Parser } from 'htmlparser2';
import { MESSAGE_HTML_DEPTH_MAX } from '../../domain/limits.js';

/** What a message's HTML copy says that its plain text may not. */
export interface HtmlCopy {
  /** Its words a line, with a mention as `<at>…</at>`, lists as `- ` and `1. `, and a table's cells a tab apart. */
  readonly text: string;
  /** Whether it has lists or tables. */
  readonly hasStructure: boolean;
  /** Whether it begins with another message that it answers; that one's words are not among `text`. */
  readonly hasQuotation: boolean;
  /** Whether a file or a picture stands in it. */
  readonly hasFiles: boolean;
}

const LINES: ReadonlySet<string> = new Set(
  'address article blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
const STRUCTURE: ReadonlySet<string> = new Set(['ul', 'ol', 'table']);
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title']);

/** How Teams marks what stands in a message: learn.microsoft.com has `Mention`, messages that are sent the others. */
const KIND = { reply: 'schema.skype.com/reply', mention: 'schema.skype.com/mention', emoji: 'schema.skype.com/emoji' };

interface List {
  readonly isNumbered: boolean;
  items: number;
}

/**
 * Reads the HTML that Teams sends beside a message's plain text.
 *
 * @param html held to `MESSAGE_HTML_MAX` by the caller
 * @returns undefined for HTML that lies deeper than any message's
 */
export function readHtmlCopy(html: string): HtmlCopy | undefined {
  const reader = createReader();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        reader.open(name, attributes);
        if (reader.isTooDeep()) parser.pause();
      },
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text),
    },
    { decodeEntities: true },
  );
  parser.write(html);
  if (reader.isTooDeep()) return undefined;
  parser.end();
  return reader.read();
}

function createReader() {
  const said: string[] = [];
  /** What was said last; at first the end of no line. */
  let last = '\n';
  /** Whether the line so far is the mark of an item alone. */
  let isAtMark = false;
  let hasStructure = false;
  let hasQuotation = false;
  let hasFiles = false;
  /** What ends with each of the open elements. */
  const ends: string[] = [];
  const lists: List[] = [];
  /** How many of the open elements hold nothing to read, and how many text whose spaces count. */
  let unread = 0;
  let preformatted = 0;

  function say(words: string): void {
    if (words === '') return;
    said.push(words);
    last = words.slice(-1);
    isAtMark = false;
  }

  const newLine = () => say(last === '\n' ? '' : '\n');

  function startItem(): void {
    newLine();
    const list = lists.at(-1);
    if (list !== undefined) list.items += 1;
    say(`${'  '.repeat(Math.max(0, lists.length - 1))}${list?.isNumbered ? `${list.items}.` : '-'} `);
    isAtMark = true;
  }

  function start(name: string, attributes: Readonly<Record<string, string>>): void {
    // The first paragraph of an item stands beside its mark.
    if (LINES.has(name) && !isAtMark) newLine();
    if (name === 'li') startItem();
    else if (name === 'td' || name === 'th') say(last === '\n' ? '' : '\t');
    else if (name === 'ul' || name === 'ol') lists.push({ isNumbered: name === 'ol', items: 0 });
    else if (name === 'emoji' || isOfKind(attributes, KIND.emoji)) say(attributes['alt'] ?? '');
    else if (name === 'img' || name === 'attachment') hasFiles = true;
  }

  return {
    isTooDeep: () => ends.length > MESSAGE_HTML_DEPTH_MAX,
    open(name: string, attributes: Readonly<Record<string, string>>): void {
      const isReply = name === 'blockquote' && isOfKind(attributes, KIND.reply);
      const isMention = name === 'at' || isOfKind(attributes, KIND.mention);
      ends.push(isMention ? '</at>' : '');
      if (name === 'pre') preformatted += 1;
      if (isReply) hasQuotation = true;
      if (unread > 0 || isReply || UNSEEN.has(name)) {
        unread += 1;
        return;
      }
      if (STRUCTURE.has(name)) hasStructure = true;
      start(name, attributes);
      if (isMention) say('<at>');
    },
    close(name: string): void {
      const end = ends.pop();
      if (name === 'pre') preformatted -= 1;
      if (unread > 0) {
        unread -= 1;
        return;
      }
      say(end ?? '');
      if (name === 'ul' || name === 'ol') lists.pop();
      if (LINES.has(name) && name !== 'hr') newLine();
    },
    text(words: string): void {
      if (unread > 0) return;
      const inOne = preformatted > 0 ? words : words.replace(/[ \t\r\n\f]+/gu, ' ');
      // Space at the beginning of a line is the source's, and no one's words.
      say(preformatted === 0 && /\s/u.test(last) ? inOne.replace(/^ /u, '') : inOne);
    },
    read: (): HtmlCopy => ({ text: said.join(''), hasStructure, hasQuotation, hasFiles }),
  };
}

function isOfKind(attributes: Readonly<Record<string, string>>, kind: string): boolean {
  return attributes['itemtype']?.toLowerCase().includes(kind) ?? false;
}
