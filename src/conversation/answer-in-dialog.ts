import { VERBS } from '../cards/buttons.js';
import { keptDialogCard, typedIn } from '../cards/kept-dialog-card.js';
import type { Notice } from '../text/notice.js';
import type { Answer, AnswerInDialog } from './answer.js';
import type { Deps } from './dependencies.js';

/** The answer to a press that asks for a dialog. The card below keeps its text, so words may stand alone. */
export function openingAnswer({ messages }: Deps, answer: Answer): AnswerInDialog {
  return answer.kind === 'dialog' ? answer : { kind: 'closing', notice: saidBy(messages, answer) };
}

/**
 * The answer to a press in a dialog. A dialog closes only when what the person typed is stored. Teams has no words beside
 * a dialog, so all other words come in a dialog that holds the text.
 *
 * @param data as it was sent
 */
export function answerInDialog(deps: Deps, data: unknown, answer: Answer): AnswerInDialog {
  if (answer.kind === 'dialog') return answer;
  if (answer.kind === 'card' && answer.closing !== undefined) {
    const { closing: notice, openedFrom: messageId } = answer;
    return { kind: 'closing', notice, ...(messageId === undefined ? {} : { shows: { messageId, answer } }) };
  }
  return keptInDialog(deps, data, saidBy(deps.messages, answer));
}

/**
 * The words above a field with the text that was sent, and a button that sends it again. It needs nothing but what was
 * sent, so it works while the store does not. Where nothing was typed, the words stand alone.
 */
export function keptInDialog(
  { render, messages }: Pick<Deps, 'render' | 'messages'>,
  data: unknown,
  notice: Notice,
): AnswerInDialog {
  const typed = typedIn(data);
  if (typed === undefined) return { kind: 'closing', notice };
  const title = typed.held['verb'] === VERBS.proposeEdit ? messages.edit.open : messages.dialog.title;
  return { kind: 'dialog', title, size: 'large', card: keptDialogCard(render, messages, notice, typed) };
}

function saidBy({ dialog }: Deps['messages'], answer: Answer): Notice {
  return answer.kind === 'notice' ? answer.notice : dialog.seeCard();
}
