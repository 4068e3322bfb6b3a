import { DOWNLOAD_LINK_MINUTES, type NotatModel, type NotatRecord, type NotatRow } from '../domain/notat.js';
import type { Round } from '../domain/round.js';
import type { Messages } from '../text/messages.js';
import { noReplyWords } from '../text/notat-words.js';
import { VERBS } from './card-actions.js';
import { CARD_MAX_BYTES, cardBytes, longestThatFits } from './card-size.js';
import { cardParagraphs, MANY_PARAGRAPHS } from './paragraphs.js';
import type { Card, CardRenderer } from './render.js';

export interface ShownNotat {
  readonly round: Round;
  readonly record: NotatRecord;
  readonly notat: NotatModel;
  /** Where the Word file is fetched. */
  readonly link: string;
}

/** The notat to read in chat: as many departments as a message holds, and the Word file for them all. */
export function notatCard(render: CardRenderer, messages: Messages, { round, record, notat, link }: ShownNotat): Card {
  const words = messages.notat;
  const introduction = cardParagraphs(notat.introduction, MANY_PARAGRAPHS);
  const progress = messages.status.progress(notat.answered, notat.rows.length);
  const hasPassed = notat.rows.some(({ answer }) => answer.kind === 'unanswered');
  const [heading, state] =
    notat.status === 'complete'
      ? [words.completeHeading, words.allAnswered]
      : [`${words.interimHeading}: ${progress}`, messages.status.deadline(notat.deadline, hasPassed)];
  const withRows = (rows: readonly NotatRow[]) =>
    render('notat', {
      lang: messages.lang,
      fallbackText: `${heading}. ${state}`,
      labels: {
        linkHolds: words.linkHolds(DOWNLOAD_LINK_MINUTES),
        download: words.download,
        renewLink: words.renewLink,
      },
      heading,
      state,
      title: notat.title,
      hasIntroduction: introduction.length > 0,
      introduction,
      rows: rows.map((row) => cardRow(row, notat)),
      hasLeftOut: rows.length < notat.rows.length,
      leftOut: words.rowsLeftOut(notat.rows.length - rows.length),
      link,
      renewData: { verb: VERBS.renewLink, roundId: round.id, notatId: record.id },
    });
  return withRows(longestThatFits(notat.rows, (rows) => cardBytes(withRows(rows)) <= CARD_MAX_BYTES));
}

function cardRow({ department, answer }: NotatRow, { deadline }: NotatModel): object {
  const isFixed = answer.kind !== 'reply';
  const paragraphs = isFixed
    ? [{ text: noReplyWords(answer, deadline) }]
    : cardParagraphs(answer.blocks, MANY_PARAGRAPHS);
  return { department, paragraphs: paragraphs.map(({ text }) => ({ text, isFixed })) };
}
