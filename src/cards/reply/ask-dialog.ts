import type { Seen } from '../../domain/reply/seen.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { seenPressData, VERBS, type Verb } from '../buttons.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import type { AskForm } from './ask-card.js';
import { questionLines, questionsData } from './question-facts.js';

/** What was asked before is only a help. Text that is typed is never shortened. */
const ORDER_OF_LOSS = [[{ part: 'questions', to: 0 }]] as const;

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
  { text, typed, problem }: AskForm,
  before: { readonly seen: Seen; readonly ownSeen: number; readonly nonce: string },
): Card {
  const { question: words } = messages;
  const { seen, ownSeen, nonce } = before;
  const lines = questionLines(messages, department, Number.POSITIVE_INFINITY);
  const dataOf = (verb: Verb) => ({ ...seenPressData(verb, department, seen, nonce), ownSeen });
  return cardThatFits(ORDER_OF_LOSS, { questions: lines.length }, ({ questions }) =>
    render('ask-dialog', {
      lang: messages.lang,
      fallbackText: words.open,
      labels: {
        heading: words.open,
        explain: words.explain,
        field: words.field,
        placeholder: words.placeholder,
        kept: words.keptInDialog,
        send: words.send,
        cancel: words.cancel,
      },
      title: department.ask.title,
      ...questionsData(messages, lines, questions),
      hasProblem: problem !== undefined,
      problem: problem === undefined ? '' : words.problem(problem),
      text,
      hasTyped: typed !== '',
      typed,
      sendData: dataOf(VERBS.askQuestion),
      cancelData: dataOf(VERBS.showReply),
    }),
  ).card;
}
