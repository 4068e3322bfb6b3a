import type { NotatWriter } from '../../application/ports.js';
import type { NotatModel, NotatRow } from '../../domain/notat/notat.js';
import { type Block, rowLine } from '../../domain/text/blocks.js';
import {
  answerNotes,
  documentTypeWords,
  headerLines,
  NOTAT_WORDS,
  noReplyWords,
  ORIGIN_COLUMNS,
  originCells,
  statusWords,
} from '../../text/notat/notat-words.js';
import { markdownText } from './markdown-text.js';

/** The notat as GitHub Flavored Markdown. It ends with a line feed. */
export function notatMarkdown(model: NotatModel): string {
  const status = markdownText(statusWords(model));
  const paragraphs = [
    documentTypeWords(model),
    `# ${markdownText(model.title)}`,
    headerLines(model)
      .map(({ label, text }) => `**${label}:** ${markdownText(text)}`)
      .join('\\\n'),
    ...(status === '' ? [] : [model.status === 'interim' || model.isTrial ? `**${status}**` : status]),
    ...model.introduction.map(markdownBlock),
    table(
      [NOTAT_WORDS.departmentColumn, NOTAT_WORDS.answerColumn],
      model.rows.map((row) => [markdownText(row.department), answerCell(row, model)]),
    ),
    ...originsPage(model),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function originsPage({ origins }: NotatModel): readonly string[] {
  if (origins.length === 0) return [];
  const rows = origins.map((origin) => originCells(origin).map(markdownText));
  return [`## ${NOTAT_WORDS.originsHeading}`, table(ORIGIN_COLUMNS, rows)];
}

/** @param rows cells in Markdown, each on one line */
function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function markdownBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return markdownText(block.text);
    case 'bullets':
      return block.items.map((item) => `- ${markdownText(item)}`).join('\n');
    case 'numbered':
      // These are lines and not a Markdown list. A list would number its items anew, and people refer to the numbers.
      return numberedLines(block.items).join('\\\n');
    case 'table': {
      const [columns = [], ...rows] = block.rows.map((cells) => cells.map(markdownText));
      return table(columns, rows);
    }
  }
}

function answerCell(row: NotatRow, model: NotatModel): string {
  const notes = answerNotes(row).map((note) => `*${markdownText(note)}*`);
  return [...answerParagraphs(row, model), ...notes].join('<br><br>');
}

function answerParagraphs({ answer }: NotatRow, model: NotatModel): readonly string[] {
  if (answer.kind === 'reply') return answer.blocks.map((block) => cellLines(block).join('<br>'));
  const words = `*${markdownText(noReplyWords(answer, model))}*`;
  const remark = answer.kind === 'nil' ? answer.remark : undefined;
  return remark === undefined ? [words] : [words, markdownText(remark)];
}

/** A cell of a table holds one line of Markdown. So lists and tables in it become lines with `<br>` between them. */
function cellLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [markdownText(block.text)];
    case 'bullets':
      return block.items.map((item) => `• ${markdownText(item)}`);
    case 'numbered':
      return numberedLines(block.items);
    case 'table':
      return block.rows.map((cells) => markdownText(rowLine(cells)));
  }
}

function numberedLines(items: Extract<Block, { kind: 'numbered' }>['items']): readonly string[] {
  return items.map(({ marker, text }) => markdownText(`${marker} ${text}`));
}

/** Writes the notat as a Markdown file in UTF-8. */
export function createMarkdownNotatWriter(): NotatWriter {
  return { write: async (notat) => new TextEncoder().encode(notatMarkdown(notat)) };
}
