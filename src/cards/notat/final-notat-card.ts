import { DOWNLOAD_LINK_MINUTES, type NotatModel, type NotatRecord } from '../../domain/notat/notat.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { pressData, VERBS } from '../buttons.js';
import { cardThatFits } from '../order-of-loss.js';
import { cardParagraphs, MANY_PARAGRAPHS } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import { answersOf, headingAndState } from './notat-lines.js';

/** The rows come before who gave each answer, and the file has them all. */
const ORDER_OF_LOSS = [
  [
    { part: 'rows', to: 1 },
    { part: 'rows', to: 0 },
  ],
] as const;

export interface ShownFinalNotat {
  readonly department: RoundDepartment;
  readonly record: NotatRecord;
  readonly notat: NotatModel;
  /** The URL of the Word file. */
  readonly link: string;
  /** Whether it is shown in the place of the department's card, which can then be shown again. */
  readonly isOnCard: boolean;
}

/** The final notat, for a department to read: in a dialog, or for a client without dialogs in the place of its card. */
export function finalNotatCard(
  render: CardRenderer,
  messages: Messages,
  { department, record, notat, link, isOnCard }: ShownFinalNotat,
  nonce: string,
): Card {
  const words = messages.notat;
  const { heading, state } = headingAndState(messages, notat, record);
  const introduction = cardParagraphs(notat.introduction, MANY_PARAGRAPHS);
  const { rows } = answersOf(notat);
  return cardThatFits(ORDER_OF_LOSS, { rows: rows.length }, (shown) =>
    render('final-notat', {
      lang: messages.lang,
      fallbackText: `${heading}. ${state}`,
      labels: {
        download: words.download,
        linkHolds: words.readLinkHolds(DOWNLOAD_LINK_MINUTES),
        back: words.back,
      },
      heading,
      state,
      title: notat.title,
      hasIntroduction: introduction.length > 0,
      introduction,
      rows: rows.slice(0, shown.rows),
      hasMore: shown.rows < rows.length,
      more: words.moreRows(rows.length - shown.rows),
      link,
      isOnCard,
      backData: pressData(VERBS.showReply, department, nonce),
    }),
  ).card;
}
