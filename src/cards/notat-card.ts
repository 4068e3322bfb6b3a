import { DOWNLOAD_LINK_MINUTES, type NotatModel, type NotatRecord, type NotatRow } from '../domain/notat/notat.js';
import type { NotatChange } from '../domain/notat/notat-changes.js';
import type { Round } from '../domain/round/round.js';
import type { Messages } from '../text/messages.js';
import {
  answerNotes,
  headerLines,
  NO_CELL,
  NOTAT_WORDS,
  noReplyWords,
  ORIGIN_COLUMNS,
  originCells,
  unreadableRows,
} from '../text/notat/notat-words.js';
import { VERBS } from './card-actions.js';
import { CARD_MAX_BYTES, cardBytes, longestThatFits } from './card-size.js';
import { type NotatPart, partNotat } from './notat-parts.js';
import { cardParagraphs, MANY_PARAGRAPHS } from './paragraphs.js';
import type { Card, CardRenderer } from './render.js';

export interface ShownNotat {
  readonly round: Round;
  readonly record: NotatRecord;
  readonly notat: NotatModel;
  /** What is different from the notat before it; none for one that is not compared. */
  readonly changes?: readonly NotatChange[];
  /** Where the Word file is fetched. */
  readonly link: string;
  /** Made with the cards, so that a press on one can be told from the next. */
  readonly nonce?: string;
}

/**
 * The most paragraphs of one answer. What comes after runs together in the last, so that an answer of nothing but
 * short lines does not take a dozen cards.
 */
const ROW_PARAGRAPHS = 200;

/** Some card's number, while it is not known how many there will be: as long as any. */
const ANY_PART = 99_999;

/**
 * The notat to read in chat, on as many cards as it takes, for one message each. The first has the heading, the
 * introduction and the buttons; the others go on with the departments, and the last has who gave each answer, where
 * the notat's last page says it. An answer is parted only when it has no room on a card of its own.
 */
export function notatCards(render: CardRenderer, messages: Messages, shown: ShownNotat): readonly Card[] {
  const { notat } = shown;
  const changes = changesThatFit(render, messages, shown);
  const draw = (part: NotatPart, number: number, of: number) =>
    number === 1
      ? render('notat', firstCardData(messages, shown, changes, part, of))
      : render('notat-part', partCardData(messages, notat, part, number, of));
  const parts = partNotat(
    {
      rows: notat.rows.map((row) => ({
        department: row.department,
        continued: '',
        paragraphs: rowParagraphs(row, notat),
      })),
      origins: notat.origins.map((origin) => originLine(originCells(origin))),
    },
    {
      continued: ` ${messages.notat.continued}`,
      first: CARD_MAX_BYTES,
      following: CARD_MAX_BYTES,
      firstBytes: (part) => cardBytes(draw(part, 1, ANY_PART)),
      followingBytes: (part) => cardBytes(draw(part, ANY_PART, ANY_PART)),
    },
  );
  return parts.map((part, index) => draw(part, index + 1, parts.length));
}

/** The first of the notat's cards. */
export function notatCard(render: CardRenderer, messages: Messages, shown: ShownNotat): Card {
  const [first] = notatCards(render, messages, shown);
  if (first === undefined) throw new Error('a notat has a card');
  return first;
}

function firstCardData(
  messages: Messages,
  { round, record, notat, link, nonce, changes: all = [] }: ShownNotat,
  changes: readonly NotatChange[],
  { rows, origins }: NotatPart,
  of: number,
): object {
  const words = messages.notat;
  const { heading, state } = headingAndState(messages, notat, record);
  const introduction = cardParagraphs(notat.introduction, MANY_PARAGRAPHS);
  const { seal } = record;
  return {
    lang: messages.lang,
    fallbackText: `${heading}. ${state}`,
    labels: {
      linkHolds: words.linkHolds(DOWNLOAD_LINK_MINUTES),
      download: words.download,
      renewLink: words.renewLink,
      origins: NOTAT_WORDS.originsHeading,
      changes: words.changes,
      showReopen: words.showReopen,
      reopenExplained: words.reopenExplained,
      reopenReason: words.reopenReason,
      reopenPlaceholder: words.reopenPlaceholder,
      reopen: words.reopen,
      close: words.close,
    },
    heading,
    state,
    hasParts: of > 1,
    parts: words.part(1, of),
    isSealed: seal !== undefined,
    sealedBy: seal === undefined ? '' : words.sealed(seal.by.name, seal.at),
    hasChanges: all.length > 0,
    changes: changeLines(words, round, changes),
    hasMoreChanges: changes.length < all.length,
    moreChanges: words.moreChanges(all.length - changes.length),
    title: notat.title,
    header: headerLines(notat).map(({ label, text }) => ({ label: `${label}: `, text })),
    hasIntroduction: introduction.length > 0,
    introduction,
    rows,
    hasOrigins: origins.length > 0,
    origins,
    link,
    renewData: { verb: VERBS.renewLink, roundId: round.id, notatId: record.id },
    canClose: round.state === 'open',
    closeData: { verb: VERBS.prepareClosing, roundId: round.id },
    // A round has been reopened since if it has had a later final notat.
    canReopen: round.state === 'closed' && record.number === round.finals,
    reopenData: { verb: VERBS.reopenRound, roundId: round.id, ...(nonce === undefined ? {} : { nonce }) },
  };
}

function partCardData(
  messages: Messages,
  notat: NotatModel,
  { rows, origins }: NotatPart,
  number: number,
  of: number,
): object {
  const heading = messages.notat.part(number, of);
  return {
    lang: messages.lang,
    fallbackText: heading,
    labels: { origins: NOTAT_WORDS.originsHeading },
    heading,
    title: notat.title,
    rows,
    hasOrigins: origins.length > 0,
    origins,
  };
}

/** As many changes as the first card has room for beside what it must have. */
function changesThatFit(render: CardRenderer, messages: Messages, shown: ShownNotat): readonly NotatChange[] {
  const nothing: NotatPart = { rows: [], origins: [] };
  const fits = (changes: readonly NotatChange[]) =>
    cardBytes(render('notat', firstCardData(messages, shown, changes, nothing, ANY_PART))) <= CARD_MAX_BYTES;
  return longestThatFits(shown.changes ?? [], fits);
}

/** A line for each kind of change: so few lines say it all, however many departments there are. */
function changeLines(words: Messages['notat'], round: Round, changes: readonly NotatChange[]): readonly object[] {
  const names = new Map(round.plan.invitations.map(({ department }) => [department.id, department.name]));
  return (['new', 'changed', 'excused', 'missing'] as const).flatMap((kind) => {
    const changed = changes.filter((change) => change.kind === kind);
    const line = changed.map(({ departmentId }) => names.get(departmentId) ?? departmentId).join(' · ');
    return changed.length === 0 ? [] : [{ label: words.change[kind], names: line }];
  });
}

function headingAndState(
  messages: Messages,
  notat: NotatModel,
  { isTemplateUnreadable }: NotatRecord,
): { readonly heading: string; readonly state: string } {
  const { heading, state } = headingAndCounts(messages, notat);
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

interface RowParagraph {
  readonly text: string;
  /** Whether it is the notat's own words, and not the department's. */
  readonly isFixed: boolean;
}

function rowParagraphs(row: NotatRow, notat: NotatModel): readonly RowParagraph[] {
  return [...answerParagraphs(row, notat), ...answerNotes(row).map((text) => ({ text, isFixed: true }))];
}

function answerParagraphs({ answer }: NotatRow, notat: NotatModel): readonly RowParagraph[] {
  if (answer.kind === 'reply') {
    return cardParagraphs(answer.blocks, ROW_PARAGRAPHS).map(({ text }) => ({ text, isFixed: false }));
  }
  const words = { text: noReplyWords(answer, notat), isFixed: true };
  const remark = answer.kind === 'nil' ? answer.remark : undefined;
  return remark === undefined ? [words] : [words, { text: remark, isFixed: false }];
}

/** A row of the last page's table as a line: the department, and each other cell that says something, after what it is. */
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
