import type { NotatModel, NotatRow } from '../../src/domain/notat/notat.js';
import { type Block, rowLine } from '../../src/domain/text/blocks.js';
import {
  answerNotes,
  documentTypeWords,
  NOTAT_WORDS,
  noReplyWords,
  statusWords,
} from '../../src/text/notat/notat-words.js';

/** The notat as HTML for pandoc, with the same title, paragraphs, lists and table as the Word file. */
export function notatHtml(notat: NotatModel): string {
  return [
    '<!DOCTYPE html><html lang="da"><head><meta charset="utf-8">',
    `<title>${escaped(notat.title)}</title></head><body>`,
    `<p>${escaped(documentTypeWords(notat))}</p><h1>${escaped(notat.title)}</h1><p>${escaped(statusWords(notat))}</p>`,
    ...notat.introduction.map(blockHtml),
    `<table><thead><tr><th>${NOTAT_WORDS.departmentColumn}</th><th>${NOTAT_WORDS.answerColumn}</th></tr></thead><tbody>`,
    ...notat.rows.map((row) => `<tr><td>${escaped(row.department)}</td><td>${answerHtml(row, notat)}</td></tr>`),
    '</tbody></table></body></html>',
  ].join('\n');
}

function answerHtml(row: NotatRow, notat: NotatModel): string {
  const { answer } = row;
  const blocks: readonly Block[] =
    answer.kind === 'reply' ? answer.blocks : [{ kind: 'paragraph', text: noReplyWords(answer, notat) }];
  const notes = answerNotes(row).map((text): Block => ({ kind: 'paragraph', text }));
  return [...blocks, ...notes].map(blockHtml).join('');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'bullets':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'numbered':
      return `<ol>${block.items.map(({ text }) => `<li>${escaped(text)}</li>`).join('')}</ol>`;
    case 'table':
      return block.rows.map((cells) => `<p>${escaped(rowLine(cells))}</p>`).join('');
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? '');
}
