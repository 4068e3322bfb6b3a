import type { Decline, DeclineProblem } from '../../domain/reply/decline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { pressData, VERBS } from '../buttons.js';
import { literalText } from '../literal-text.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { changeData } from './change-data.js';
import { marksData } from './marks-data.js';
import { questionLines, questionsData } from './question-facts.js';
import { shownTitle } from './shown-title.js';

/** The card shows all names or none. In a shortened list, the name that a person looks for could be missing. */
const ORDER_OF_LOSS = [[{ part: 'others', to: 0 }]] as const;

/** The value for choosing no department. A card does not allow an empty value, and no name can contain this mark. */
const NOBODY = '*';

/** The content of the form for *ikke vores område*. */
export interface DeclineForm {
  /** The names of the round's other departments, one of which may be asked instead. */
  readonly others: readonly string[];
  readonly reason: string;
  /** One of `others`, or empty. */
  readonly instead: string;
  /** The text from the reply field of the card that the form replaced. Both buttons send it back. */
  readonly typed: string;
  readonly problem?: DeclineProblem;
}

/** The form in which a department says why the report is outside its area. */
export function declineFormCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  form: DeclineForm,
  nonce: string,
): Card {
  const { decline } = messages;
  const { reason, instead, typed, problem } = form;
  return cardThatFits(ORDER_OF_LOSS, { others: 1 }, (shown) => {
    const others = shown.others === 1 ? form.others : [];
    return render('decline', {
      lang: messages.lang,
      fallbackText: decline.heading,
      labels: {
        heading: decline.heading,
        explain: decline.explain,
        reason: decline.reason,
        reasonPlaceholder: decline.reasonPlaceholder,
        instead: decline.instead,
        nobody: decline.nobody,
        kept: decline.kept,
        send: decline.send,
        cancel: decline.cancel,
      },
      title: shownTitle(department),
      hasProblem: problem !== undefined,
      problem: problem === undefined ? '' : decline.problem(problem),
      reason,
      hasChoices: others.length > 0,
      nobody: NOBODY,
      others: others.map((name) => ({ title: literalText(name), name })),
      instead: others.includes(instead) ? instead : NOBODY,
      // A field carries the text once. The data of the buttons would carry it four times, too much for a card.
      hasTyped: typed !== '',
      typed,
      declineData: pressData(VERBS.decline, department, nonce),
      cancelData: pressData(VERBS.showReply, department, nonce),
    });
  }).card;
}

/** Shows that a department has said that the report is outside its area, and what the secretariat has decided. */
export function declinedCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  decline: Decline,
  nonce: string,
): Card {
  const words = messages.decline;
  const { accepted, instead } = decline;
  const { isLocked } = department;
  const heading = accepted === undefined ? words.declinedHeading : words.excusedHeading;
  const decision = accepted === undefined ? words.awaitsDecision : words.excused(accepted.by.name, accepted.at);
  const facts = [
    ...(instead === undefined ? [] : [words.insteadAsked(instead)]),
    ...(isLocked && accepted === undefined ? [messages.receipt.lockedUnanswered('declined')] : [decision]),
    ...(isLocked ? [messages.receipt.lockedHeading] : []),
  ];
  const lines = questionLines(messages, department);
  return render('declined', {
    lang: messages.lang,
    fallbackText: heading,
    labels: {
      heading,
      answerAnyway: words.answerAnyway,
      askSecretariat: messages.question.open,
      readNotat: messages.receipt.readNotat,
    },
    style: accepted === undefined ? 'warning' : 'good',
    from: words.from(decline.by.name, decline.at),
    title: shownTitle(department),
    reason: decline.reason,
    facts: facts.map((text) => ({ text })),
    ...questionsData(messages, lines, lines.length),
    ...marksData(messages, department),
    ...changeData(messages, department),
    isOpen: !isLocked,
    editData: pressData(VERBS.editReply, department, nonce),
    askData: pressData(VERBS.openQuestion, department, nonce),
  });
}
