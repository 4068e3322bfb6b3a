import type { XmlElement } from './xml-tree.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What cannot stand as it is: in a text, and in the value of an attribute, where a parser would make it a space. */
const IN_TEXT = /[&<>\r]/gu;
const IN_ATTRIBUTE = /[&<>"\t\n\r]/gu;

/**
 * Writes a document that `parseXml` has read. It is the same document without its comments and instructions, and no
 * character of it is written as a reference or in a CDATA section that need not be.
 */
export function xmlOf(document: XmlElement): string {
  const pieces = [DECLARATION];
  for (const child of document.children) if (typeof child !== 'string') write(child, pieces);
  return pieces.join('');
}

/** The recursion is never deeper than `TEMPLATE_MAX_DEPTH`, because `parseXml` checks the depth. */
function write({ name, attributes, children }: XmlElement, pieces: string[]): void {
  pieces.push('<', name);
  for (const [key, value] of Object.entries(attributes)) {
    pieces.push(' ', key, '="', value.replace(IN_ATTRIBUTE, reference), '"');
  }
  if (children.length === 0) {
    pieces.push('/>');
    return;
  }
  pieces.push('>');
  for (const child of children) {
    if (typeof child === 'string') pieces.push(child.replace(IN_TEXT, reference));
    else write(child, pieces);
  }
  pieces.push('</', name, '>');
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function reference(character: string): string {
  return NAMED[character] ?? `&#${character.codePointAt(0)};`;
}
