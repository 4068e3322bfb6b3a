import { isAnswered, type Question } from '../../domain/reply/question.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { pressData, VERBS, type Verb } from '../buttons.js';
import { closesMessage } from '../close-message.js';
import { type Mention, NO_MENTION } from '../mention.js';
import type { Card, CardRenderer } from '../render.js';
import { type Spot, spotData } from '../spot.js';
import { shownStanding } from './follow-up-card.js';

/** How the card is shown. */
export interface AskedMode {
  /** Whether it is the card that the bot posted about the question, and not one in the place of another card. */
  readonly isOwnCard: boolean;
  /** What the person has written; undefined where the card is shown for the first time. */
  readonly typed?: { readonly text: string; readonly asAllSeeIt: string } | undefined;
  /** Why that was not sent, in words. */
  readonly problem?: string | undefined;
  readonly spot?: Spot | undefined;
}

/**
 * The secretariat's card about what a department has asked: the question with the fields for the answer, or the answer.
 * In a closed round it has neither.
 */
export function askedCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  question: Question,
  { isOwnCard, typed, problem, spot }: AskedMode,
  nonce: string,
  mention: Mention = NO_MENTION,
): Card {
  const { question: words, receipt, followUp } = messages;
  const { answer } = question;
  const isOpen = !isAnswered(question) && !department.isLocked;
  const heading = answer === undefined ? words.openHeading : words.answeredHeading;
  // What was not sent because somebody else was first stays in a field, from which it can be copied.
  const unsent = isOpen ? '' : (typed?.text ?? '');
  // The card says nothing of a draft, so a press on it must not delete the draft.
  const data = (verb: Verb) => ({
    ...pressData(verb, { ...department, draft: undefined }, nonce),
    ...spotData(spot),
  });
  const answering = (title: string, verb: Verb, style: 'positive' | 'default') => ({
    title,
    verb,
    style,
    inputs: 'auto',
    data: { ...data(verb), asked: question.at.getTime(), isOwnCard },
  });
  const toDepartment = { title: words.back, verb: VERBS.showDepartment, data: data(VERBS.showDepartment) };
  const leave =
    spot?.kind === 'own message'
      ? { title: isOpen ? followUp.cancel : messages.desk.closeMessage, ...closesMessage(spot) }
      : toDepartment;
  const back = { ...leave, style: 'default', inputs: 'none' };
  return render('asked-question', {
    lang: messages.lang,
    fallbackText: heading,
    labels: {
      heading,
      answerField: words.answerField,
      asAllSeeIt: words.asAllSeeIt,
      asAllHint: words.asAllHint,
      unsent: words.unsent,
    },
    ...mention,
    name: department.department.name,
    // A card with an answer is not redrawn any more, so it says nothing that may change.
    hasState: answer === undefined,
    state: followUp.state(shownStanding(department)),
    title: department.ask.title,
    from: words.from(question.by.name, question.at),
    text: question.text,
    isAnswered: answer !== undefined,
    answeredBy: answer === undefined ? '' : words.answeredBy(answer.by.name, answer.at, answer.toAll),
    answer: answer?.text ?? '',
    isClosed: department.isLocked && answer === undefined,
    closed: receipt.lockedHeading,
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    isOpen,
    typed: typed?.text ?? '',
    asAllSeeIt: typed?.asAllSeeIt ?? question.text,
    hasUnsent: unsent !== '',
    unsent,
    buttons: [
      ...(isOpen
        ? [
            answering(words.answer, VERBS.answerQuestion, 'positive'),
            answering(words.answerAll, VERBS.answerAll, 'default'),
          ]
        : []),
      ...(isOwnCard ? [] : [back]),
    ],
  });
}
