import { Parser } from 'htmlparser2';
import { MESSAGE_HTML_DEPTH_MAX } from '../../domain/limits.js';

/** What the HTML copy of a message tells. The plain text of the message may lack some of it. */
export interface HtmlCopy {
  /**
   * The words as lines. Mentions are `<at>…</at>`, list items begin with `- ` or `1. `, and cells have tabs between
   * them.
   */
  readonly text: string;
  /** Whether it has lists or tables. */
  readonly hasStructure: boolean;
  /** Whether it quotes the message that it answers. The quoted words are not in `text`. */
  readonly hasQuotation: boolean;
  /** Whether it contains a file or a picture. */
  readonly hasFiles: boolean;
}

const LINES: ReadonlySet<string> = new Set(
  'address article blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
const STRUCTURE: ReadonlySet<string> = new Set(['ul', 'ol', 'table']);
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title']);

/** How Teams marks elements in a message. learn.microsoft.com documents `Mention`; real messages have the others. */
const KIND = { reply: 'schema.skype.com/reply', mention: 'schema.skype.com/mention', emoji: 'schema.skype.com/emoji' };

interface List {
  readonly isNumbered: boolean;
  items: number;
}

/**
 * Reads the HTML that Teams sends beside a message's plain text.
 *
 * @param html at most `MESSAGE_HTML_MAX` characters, which the caller checks
 * @returns undefined for HTML that is nested deeper than `MESSAGE_HTML_DEPTH_MAX`
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
  /** The last character of the text so far. It begins as a line feed, so that no empty line comes first. */
  let last = '\n';
  /** Whether the current line holds only the mark of a list item. */
  let isAtMark = false;
  let hasStructure = false;
  let hasQuotation = false;
  let hasFiles = false;
  /** For each open element, the text to write when it is closed. */
  const ends: string[] = [];
  const lists: List[] = [];
  /** How many open elements are inside one that is not read, such as a quotation or a script. */
  let unread = 0;
  /** How many open elements are `pre`, where spaces and line feeds are kept. */
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
    // The first paragraph of an item is on the same line as the item's mark.
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
      // Space at the beginning of a line comes from the layout of the HTML source, so it is removed.
      say(preformatted === 0 && /\s/u.test(last) ? inOne.replace(/^ /u, '') : inOne);
    },
    read: (): HtmlCopy => ({ text: said.join(''), hasStructure, hasQuotation, hasFiles }),
  };
}

function isOfKind(attributes: Readonly<Record<string, string>>, kind: string): boolean {
  return attributes['itemtype']?.toLowerCase().includes(kind) ?? false;
}
