import { REPLY_MAX } from '../../domain/limits.js';
import { rowIfSent } from '../../domain/notat/notat.js';
import { parseReplyText } from '../../domain/reply/reply.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { toBlocks } from '../../domain/text/blocks.js';
import { cleanText } from '../../domain/text/clean-text.js';
import { cleanedIfShort } from '../../domain/text/raw-text.js';
import type { Messages } from '../../text/messages.js';
import { NOTAT_WORDS } from '../../text/notat/notat-words.js';
import { seenPressData, VERBS, type Verb } from '../buttons.js';
import { type RowParagraph, rowParagraphs } from '../notat/notat-lines.js';
import { cardThatFits } from '../order-of-loss.js';
import { cardParagraphs, MANY_PARAGRAPHS } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import type { DialogField, OtherText, ReplyDialogView } from './reply-dialog-view.js';
import { firstParagraphs, replyParagraphs } from './shown-reply.js';
import { shownTitle } from './shown-title.js';

/**
 * The earlier reply is only a help, and the row repeats what is in the field, so they are shortened first. The person
 * must read the other text, so that is shortened last. The question and the person's own text are never shortened: where
 * they alone are larger than a message, so is the dialog.
 */
const ORDER_OF_LOSS = [
  [
    { part: 'previous', to: 0 },
    { part: 'row', to: 0 },
    { part: 'other', to: 0 },
  ],
] as const;

/** When a dialog is drawn, and what tells presses in it from presses elsewhere. */
export interface DrawnDialog {
  readonly now: Date;
  readonly nonce: string;
}

/**
 * The dialog in which one person has room to write. Its buttons are not in an ActionSet, where some clients do not draw
 * them, and are `Action.Submit`, because Teams takes no other action in a dialog.
 */
export function replyDialogCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  view: ReplyDialogView,
  drawn: DrawnDialog,
): Card {
  const { request, dialog } = messages;
  const { ask, previous } = department;
  const other = view.other === undefined ? [] : replyParagraphs(messages, view.other.content);
  const earlier = previous === undefined ? [] : replyParagraphs(messages, previous.content);
  const row = rowOfField(department, view.field, drawn.now);
  const data = {
    lang: messages.lang,
    fallbackText: dialog.titleOf(department.department.name),
    labels: {
      heading: dialog.heading,
      deadline: request.deadline(ask.deadline),
      question: request.question,
      field: dialog.field,
      placeholder: request.placeholder,
      cprReason: request.cprReason,
      row: dialog.row,
      rowHint: row.length === 0 ? dialog.noRow : dialog.rowHint,
      send: request.send,
      keepCpr: request.keepCpr,
      saveOwn: dialog.saveOwn,
      preview: dialog.preview,
      readReport: request.readReport,
      askSecretariat: messages.question.open,
      department: NOTAT_WORDS.departmentColumn,
      answer: NOTAT_WORDS.answerColumn,
    },
    title: shownTitle(department),
    question: cardParagraphs(toBlocks(ask.question), MANY_PARAGRAPHS),
    ...saidData(messages, department, view),
    ...fieldData(messages, view),
    ...buttonsData(department, view, drawn.nonce),
    hasOther: other.length > 0,
    department: department.department.name,
    hasRow: row.length > 0,
    hasPrevious: previous !== undefined,
    previousTitle: previous === undefined ? '' : dialog.previous(previous.title),
  };
  const whole = { previous: earlier.length, row: row.length, other: other.length };
  return cardThatFits(ORDER_OF_LOSS, whole, (shown) => {
    const ofEarlier = firstParagraphs(messages, earlier, shown.previous);
    const ofOther = firstParagraphs(messages, other, shown.other);
    return render('reply-dialog', {
      ...data,
      other: ofOther.paragraphs,
      hasOtherMore: ofOther.hasMore,
      otherMore: ofOther.more,
      row: row.slice(0, shown.row),
      hasRowMore: shown.row < row.length,
      rowMore: dialog.rowMore(shown.row, row.length),
      previous: ofEarlier.paragraphs,
      hasPreviousMore: ofEarlier.hasMore,
      previousMore: ofEarlier.more,
    });
  }).card;
}

/** The row as it will stand if the text is sent now; empty where the text cannot be sent. */
function rowOfField(department: RoundDepartment, { text }: DialogField, now: Date): readonly RowParagraph[] {
  const content = parseReplyText(text);
  return content.ok ? rowParagraphs(rowIfSent(department, content.value, now), { status: 'interim' }) : [];
}

/** The texts above the field. */
function saidData(messages: Messages, { sentBack }: RoundDepartment, view: ReplyDialogView): object {
  const { request, dialog } = messages;
  const { problem, other, done, isCorrecting } = view;
  const { heading, text } = dialog.saved();
  return {
    isSentBack: sentBack !== undefined,
    sentBack: sentBack === undefined ? '' : request.sentBack(sentBack.by.name, sentBack.at, sentBack.comment),
    hasProblem: problem !== undefined,
    problem: problem === undefined ? '' : dialog.problem(problem),
    otherSays: other === undefined ? '' : otherWords(messages, other),
    isDone: done !== undefined,
    done: done === 'asked' ? messages.question.sent : `${heading}. ${text}`,
    isCorrecting,
    correcting: request.correcting,
  };
}

function otherWords({ request, dialog }: Messages, other: OtherText): string {
  switch (other.says) {
    case 'overtaken':
    case 'proposalOvertaken':
      return request[other.says](other.author.name, other.at);
    case 'answeredSince':
    case 'proposedSince':
      return dialog[other.says](other.author.name, other.at);
    case 'otherOwn':
    case 'ownOvertaken':
      return dialog[other.says](other.at);
  }
}

function fieldData(messages: Messages, { field, cprReason }: ReplyDialogView): object {
  const origin = originWords(messages, field);
  return {
    typed: field.text,
    hasOrigin: origin !== undefined,
    origin: origin ?? '',
    room: messages.dialog.room(cleanedIfShort(field.text, cleanText).length, REPLY_MAX),
    isReasonWanted: cprReason !== undefined,
    cprReason: cprReason ?? '',
  };
}

function originWords({ request, approval, dialog }: Messages, { origin }: DialogField): string | undefined {
  switch (origin?.is) {
    case undefined:
      return undefined;
    case 'card':
      return dialog.fromCard;
    case 'own':
      return dialog.own(origin.at);
    case 'draft':
      return request.draft(origin.author.name, origin.at);
    case 'proposal':
      return approval.from(origin.author.name, origin.at);
  }
}

function buttonsData(department: RoundDepartment, view: ReplyDialogView, nonce: string): object {
  const { isCprFound, seen, ownSeen } = view;
  const { reportLink } = department.ask;
  const dataOf = (verb: Verb) => ({ ...seenPressData(verb, department, seen, nonce), ownSeen });
  return {
    isCprFound,
    // What is kept holds no CPR number.
    isSavingOffered: !isCprFound,
    hasLink: reportLink !== undefined,
    reportLink: reportLink ?? '',
    sendData: dataOf(VERBS.sendReply),
    keepData: dataOf(VERBS.keepCpr),
    ownData: dataOf(VERBS.saveOwn),
    previewData: dataOf(VERBS.previewRow),
    askData: dataOf(VERBS.openQuestion),
  };
}
