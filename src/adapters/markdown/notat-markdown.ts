import type { NotatWriter } from '../../application/ports.js';
import type { Block } from '../../domain/blocks.js';
import type { NotatModel, NotatRow } from '../../domain/notat.js';
import { interimWords, NOTAT_WORDS, noReplyWords } from '../../text/notat-words.js';
import { markdownText } from './markdown-text.js';

/** The notat as GitHub Flavored Markdown, for where a Word file is not wanted. Ends with a line feed. */
export function notatMarkdown(model: NotatModel): string {
  const interim = interimWords(model);
  const paragraphs = [
    NOTAT_WORDS.notat,
    `# ${markdownText(model.title)}`,
    ...(interim === undefined ? [] : [`**${markdownText(interim)}**`]),
    ...model.introduction.map(markdownBlock),
    [
      `| ${NOTAT_WORDS.departmentColumn} | ${NOTAT_WORDS.answerColumn} |`,
      '| --- | --- |',
      ...model.rows.map((row) => `| ${markdownText(row.department)} | ${answerCell(row, model.deadline)} |`),
    ].join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function markdownBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return markdownText(block.text);
    case 'bullets':
      return block.items.map((item) => `- ${markdownText(item)}`).join('\n');
    case 'numbered':
      // Lines, not a Markdown list: that would count for itself and change the numbers people refer to.
      return numberedLines(block.items).join('\\\n');
  }
}

function answerCell({ answer }: NotatRow, deadline: NotatModel['deadline']): string {
  if (answer.kind !== 'reply') return `*${markdownText(noReplyWords(answer, deadline))}*`;
  return answer.blocks.map((block) => cellLines(block).join('<br>')).join('<br><br>');
}

/** A table cell holds one line of Markdown, so its lists are lines with their marks written out. */
function cellLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [markdownText(block.text)];
    case 'bullets':
      return block.items.map((item) => `• ${markdownText(item)}`);
    case 'numbered':
      return numberedLines(block.items);
  }
}

function numberedLines(items: Extract<Block, { kind: 'numbered' }>['items']): readonly string[] {
  return items.map(({ marker, text }) => markdownText(`${marker} ${text}`));
}

/** Writes the notat as a Markdown file in UTF-8. */
export function createMarkdownNotatWriter(): NotatWriter {
  return { write: async (notat) => new TextEncoder().encode(notatMarkdown(notat)) };
}
