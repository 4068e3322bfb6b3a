import { isDraftUnseen, type Seen } from '../../domain/reply/seen.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { WrittenTextProblem } from '../../domain/text/written-text.js';
import type { Messages } from '../../text/messages.js';
import { pressData, seenPressData, VERBS, type Verb } from '../buttons.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { questionLines, questionsData } from './question-facts.js';
import { shownTitle } from './shown-title.js';

/** What was asked before is only a help. Text that is typed is never shortened. */
const ORDER_OF_LOSS = [[{ part: 'questions', to: 0 }]] as const;

/** The content of the form for *Spørg sekretariatet*. */
export interface AskForm {
  readonly text: string;
  /** The text from the reply field of the card that the form replaced. Both buttons send it back. */
  readonly typed: string;
  readonly problem: WrittenTextProblem | undefined;
}

/**
 * The form in which a department asks the secretariat something, with what has been asked and answered already.
 *
 * @param seen what the card showed whose text is kept
 */
export function askFormCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  form: AskForm,
  { seen, nonce }: { readonly seen: Seen; readonly nonce: string },
): Card {
  // The text must not replace a draft that the person has not seen.
  const shown = isDraftUnseen(department, seen) ? { ...department, draft: undefined } : department;
  return askCard(render, 'ask-secretariat', messages, department, form, {
    kept: messages.question.kept,
    sendData: pressData(VERBS.askQuestion, shown, nonce),
    cancelData: pressData(VERBS.showReply, department, nonce),
  });
}

/**
 * The same form in the dialog with the large field. Both buttons lead back to that dialog, with the text that is being
 * written there.
 *
 * @param before what that dialog showed
 */
export function askDialogCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  form: AskForm,
  before: { readonly seen: Seen; readonly ownSeen: number; readonly nonce: string },
): Card {
  const { seen, ownSeen, nonce } = before;
  const dataOf = (verb: Verb) => ({ ...seenPressData(verb, department, seen, nonce), ownSeen });
  return askCard(render, 'ask-dialog', messages, department, form, {
    kept: messages.question.keptInDialog,
    sendData: dataOf(VERBS.askQuestion),
    cancelData: dataOf(VERBS.showReply),
  });
}

function askCard(
  render: CardRenderer,
  template: 'ask-secretariat' | 'ask-dialog',
  messages: Messages,
  department: RoundDepartment,
  { text, typed, problem }: AskForm,
  { kept, ...buttons }: { readonly kept: string; readonly sendData: object; readonly cancelData: object },
): Card {
  const { question: words } = messages;
  const lines = questionLines(messages, department, Number.POSITIVE_INFINITY);
  return cardThatFits(ORDER_OF_LOSS, { questions: lines.length }, ({ questions }) =>
    render(template, {
      lang: messages.lang,
      fallbackText: words.open,
      labels: {
        heading: words.open,
        explain: words.explain,
        field: words.field,
        placeholder: words.placeholder,
        kept,
        send: words.send,
        cancel: words.cancel,
      },
      title: shownTitle(department),
      ...questionsData(messages, lines, questions),
      hasProblem: problem !== undefined,
      problem: problem === undefined ? '' : words.problem(problem),
      text,
      // A field carries the text once. The data of the buttons would carry it four times, too much for a card.
      hasTyped: typed !== '',
      typed,
      ...buttons,
    }),
  ).card;
}
