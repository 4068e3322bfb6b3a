import type { NotatModel, NotatRecord, NotatRow } from '../../domain/notat/notat.js';
import type { NotatChange } from '../../domain/notat/notat-changes.js';
import type { Round } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import {
  answerNotes,
  NO_CELL,
  noReplyWords,
  ORIGIN_COLUMNS,
  originCells,
  unreadableRows,
} from '../../text/notat/notat-words.js';
import { cardParagraphs } from '../paragraphs.js';
import type { NotatPart } from './notat-parts.js';

/**
 * The most paragraphs of one answer. All text after them is joined to the last one, so that an answer of many short
 * lines does not take a dozen cards.
 */
const ROW_PARAGRAPHS = 200;

/** Everything that the cards of a notat show about the answers, before it is split into cards. */
export function answersOf(notat: NotatModel): NotatPart {
  return {
    rows: notat.rows.map((row) => ({
      department: row.department,
      continued: '',
      paragraphs: rowParagraphs(row, notat),
    })),
    origins: notat.origins.map((origin) => originLine(originCells(origin))),
  };
}

/** One line for each kind of change, so that there are few lines even where there are many departments. */
export function changeLines(
  words: Messages['notat'],
  round: Round,
  changes: readonly NotatChange[],
): readonly object[] {
  const names = new Map(round.plan.invitations.map(({ department }) => [department.id, department.name]));
  return (['new', 'changed', 'excused', 'missing', 'withdrawn'] as const).flatMap((kind) => {
    const changed = changes.filter((change) => change.kind === kind);
    const line = changed.map(({ departmentId }) => names.get(departmentId) ?? departmentId).join(' · ');
    return changed.length === 0 ? [] : [{ label: words.change[kind], names: line }];
  });
}

export function headingAndState(
  messages: Messages,
  notat: NotatModel,
  { isTemplateUnreadable }: NotatRecord,
): { readonly heading: string; readonly state: string } {
  const { heading: ofStatus, state } = headingAndCounts(messages, notat);
  const heading = notat.isTrial ? messages.trial.notatHeading(ofStatus) : ofStatus;
  const unreadable = unreadableRows(notat.rows);
  const { notat: words } = messages;
  const sentences = [
    state,
    ...(unreadable === 0 ? [] : [words.unreadable(unreadable)]),
    ...(isTemplateUnreadable ? [words.templateUnreadable] : []),
  ];
  return { heading, state: sentences.join(' ') };
}

function headingAndCounts(messages: Messages, notat: NotatModel): { readonly heading: string; readonly state: string } {
  const words = messages.notat;
  const counts = words.counts(notat.counts);
  switch (notat.status) {
    case 'interim': {
      const hasPassed = notat.rows.some(({ answer }) => answer.kind === 'unanswered');
      const state = messages.status.deadline(notat.deadline, hasPassed);
      return { heading: `${words.interimHeading}: ${counts}`, state };
    }
    case 'complete':
      return { heading: words.completeHeading, state: `${counts}.` };
    case 'final':
      return { heading: words.finalHeading(notat.number ?? 1), state: `${counts}.` };
  }
}

export interface RowParagraph {
  readonly text: string;
  /** Whether the words are the notat's own, and not the department's. */
  readonly isFixed: boolean;
}

/** The text of one row, as all cards show it. */
export function rowParagraphs(row: NotatRow, notat: Pick<NotatModel, 'status'>): readonly RowParagraph[] {
  return [...answerParagraphs(row, notat), ...answerNotes(row).map((text) => ({ text, isFixed: true }))];
}

function answerParagraphs({ answer }: NotatRow, notat: Pick<NotatModel, 'status'>): readonly RowParagraph[] {
  if (answer.kind === 'reply') {
    return cardParagraphs(answer.blocks, ROW_PARAGRAPHS).map(({ text }) => ({ text, isFixed: false }));
  }
  const words = { text: noReplyWords(answer, notat), isFixed: true };
  const remark = answer.kind === 'nil' ? answer.remark : undefined;
  return remark === undefined ? [words] : [words, { text: remark, isFixed: false }];
}

/** A row of the table on the last page as a line: the department, then the column name and text of each filled cell. */
function originLine([department, ...cells]: ReturnType<typeof originCells>): {
  readonly department: string;
  readonly text: string;
} {
  const [, ...columns] = ORIGIN_COLUMNS;
  const said = cells.map((cell, index) => [columns[index]?.toLocaleLowerCase('da'), cell] as const);
  return {
    department,
    text: said
      .filter(([, cell]) => cell !== NO_CELL)
      .map(([column, cell]) => `${column} ${cell}`)
      .join(', '),
  };
}
