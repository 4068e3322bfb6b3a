import type { Answered, AwaitedWhy } from '../../domain/reply/standing.js';
import type { Withdrawn } from '../../domain/round/plan-change.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { pressData, VERBS } from '../buttons.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { changeData } from './change-data.js';
import { marksData } from './marks-data.js';
import { editData, editLines } from './proposed-edit-view.js';
import { questionLines, questionsData } from './question-facts.js';
import { firstParagraphs, givenBy, replyParagraphs } from './shown-reply.js';
import { shownTitle } from './shown-title.js';

/** The person who gave the answer knows it. The newest of what was asked and answered is what is new on the card. */
const ORDER_OF_LOSS = [
  [
    { part: 'questions', to: 2 },
    { part: 'paragraphs', to: 0 },
    { part: 'questions', to: 0 },
    { part: 'edit', to: 0 },
  ],
] as const;

/** Confirms that a department's answer has been received, and shows it. In a closed round the card has no button. */
export function receiptCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  { reply, isLate }: Answered,
  nonce: string,
): Card {
  const { receipt } = messages;
  const { draft, ask, isLocked } = department;
  const all = replyParagraphs(messages, reply.content);
  const lines = questionLines(messages, department);
  const edit = editLines(department);
  const whole = { paragraphs: all.length, questions: lines.length, edit: edit.length };
  return cardThatFits(ORDER_OF_LOSS, whole, (shown) =>
    render('receipt', {
      lang: messages.lang,
      fallbackText: receipt.heading,
      labels: {
        heading: receipt.heading,
        late: receipt.late,
        deadline: isLocked ? receipt.locked : receipt.deadline(ask.deadline),
        correct: receipt.correct,
        askSecretariat: messages.question.open,
        readNotat: receipt.readNotat,
      },
      from: givenBy(messages, reply),
      isLate,
      isCorrected: reply.number > 1,
      version: receipt.version(reply.number),
      title: shownTitle(department),
      ...firstParagraphs(messages, all, shown.paragraphs),
      ...questionsData(messages, lines, shown.questions),
      ...changeData(messages, department, messages.changed.afterAnswer),
      ...editData(messages, department, edit, shown.edit, nonce),
      ...marksData(messages, department),
      // At most three buttons are in sight.
      askMode: edit.length > 0 ? 'secondary' : 'primary',
      hasDraft: draft !== undefined && !isLocked,
      draft: draft === undefined ? '' : receipt.draft(draft.author.name, draft.at),
      isOpen: !isLocked,
      editData: pressData(VERBS.editReply, department, nonce),
      askData: pressData(VERBS.openQuestion, department, nonce),
    }),
  ).card;
}

/**
 * Tells a department that it need not answer any more, and why. What it had answered, or had kept, is not lost.
 */
export function withdrawnCard(
  render: CardRenderer,
  { lang, changed }: Messages,
  department: RoundDepartment,
  withdrawn: Withdrawn,
): Card {
  const { reply, draft } = department;
  const heading = changed.withdrawnHeading(withdrawn.scope);
  const kept = reply === undefined && draft === undefined ? [] : [changed.kept(reply !== undefined)];
  return render('withdrawn', {
    lang,
    fallbackText: heading,
    labels: { heading },
    title: shownTitle(department),
    paragraphs: [changed.withdrawn(withdrawn), changed.reason(withdrawn.reason), ...kept].map((text) => ({ text })),
  });
}

/**
 * Tells a department that the round is closed without an answer from it, and why what it sent does not count as one.
 */
export function closedCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  why: AwaitedWhy,
): Card {
  const { lang, receipt } = messages;
  const text = receipt.lockedUnanswered(why);
  return render('closed', {
    lang,
    fallbackText: `${receipt.lockedHeading}. ${text}`,
    labels: { heading: receipt.lockedHeading, readNotat: receipt.readNotat },
    title: shownTitle(department),
    text,
    ...marksData(messages, department),
  });
}
