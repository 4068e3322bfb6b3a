import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import PizZip from 'pizzip';

export interface WordParagraph {
  readonly style: string | undefined;
  readonly text: string;
}

/** The template in the repository, as the bot reads it. */
export function shippedTemplate(): Promise<Uint8Array> {
  return readFile(new URL('../../../../templates/notat.docx', import.meta.url));
}

/** Every part of a .docx by name. */
export function wordParts(file: Uint8Array): ReadonlyMap<string, string> {
  const zip = new PizZip(file);
  return new Map(Object.keys(zip.files).map((name) => [name, zip.file(name)?.asText() ?? '']));
}

/** A copy of a .docx with one part rewritten, as someone who edits it in Word would. */
export function withPart(file: Uint8Array, name: string, edit: (xml: string) => string): Uint8Array {
  const zip = new PizZip(file);
  const before = zip.file(name)?.asText() ?? '';
  const after = edit(before);
  assert.notEqual(after, before, `the edit found nothing to change in ${name}`);
  zip.file(name, after);
  return zip.generate({ type: 'uint8array' });
}

/** A copy of a .docx with another part in it. */
export function withNewPart(file: Uint8Array, name: string, content: string | Uint8Array): Uint8Array {
  const zip = new PizZip(file);
  zip.file(name, content);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** One part parsed; fails unless it is well-formed XML 1.0. */
export function parsedPart(file: Uint8Array, name = 'word/document.xml'): Document {
  const xml = wordParts(file).get(name) ?? '';
  assert.doesNotMatch(xml, /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
}

/** Every paragraph in the document or in a part of it. */
export function paragraphsOf(within: Document | Element): readonly WordParagraph[] {
  return [...within.getElementsByTagName('w:p')].map((paragraph) => ({
    style: paragraph.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? undefined,
    text: [...paragraph.getElementsByTagName('*')].map(textOf).join(''),
  }));
}

function textOf(element: Element): string {
  if (element.tagName === 'w:tab') return '\t';
  return element.tagName === 'w:t' ? (element.textContent ?? '') : '';
}

/** The cells of the notat's table, row by row; those of the last page's, which comes second, if asked for. */
export function cellsOf(document: Document, index = 0): readonly (readonly Element[])[] {
  const rows = document.getElementsByTagName('w:tbl')[index]?.getElementsByTagName('w:tr') ?? [];
  return [...rows].map((row) => [...row.getElementsByTagName('w:tc')]);
}
