import type { TypedReply } from '../../cards/button-fields.js';
import { type AskForm, askDialogCard } from '../../cards/reply/ask-card.js';
import { replyDialogCard } from '../../cards/reply/reply-dialog.js';
import { type DialogReason, replyDialogView } from '../../cards/reply/reply-dialog-view.js';
import { decidingHeads } from '../../domain/channel/department.js';
import { shownCardOf } from '../../domain/reply/shown-card.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import type { Notice } from '../../text/notice.js';
import type { ChannelAct } from '../acts.js';
import { type Answer, words } from '../answer.js';
import { seenOf } from '../department-press.js';
import type { Deps } from '../dependencies.js';
import { asItIsNow, wordsFor } from './department-answers.js';

/* What the buttons that have to do with the large field have in common. They answer in the language of the department. */

/** @param sent what the person had in front of them when they pressed */
export function replyDialog(deps: Deps, department: RoundDepartment, reason: DialogReason, sent: TypedReply): Answer {
  const messages = wordsFor(deps, department);
  const view = replyDialogView(reason, department, { seen: seenOf(sent), ownSeen: sent.ownSeen });
  const drawn = { now: deps.clock.now(), nonce: deps.ids.next() };
  const card = replyDialogCard(deps.render, messages, department, view, drawn);
  return { kind: 'dialog', title: messages.dialog.titleOf(department.department.name), card, size: 'large' };
}

/** The form for *Spørg sekretariatet* in the place of the dialog, whose text it keeps. */
export function askDialog(deps: Deps, department: RoundDepartment, form: AskForm, sent: TypedReply): Answer {
  const messages = wordsFor(deps, department);
  const before = { seen: seenOf(sent), ownSeen: sent.ownSeen, nonce: deps.ids.next() };
  const card = askDialogCard(deps.render, messages, department, form, before);
  return { kind: 'dialog', title: messages.question.open, card, size: 'large' };
}

/**
 * The dialog for a press in a dialog, and words for one that came as if from a card: a card in the channel would show
 * everyone what one person has typed.
 */
export function inDialogOrWords({ surface }: ChannelAct, dialog: () => Answer, otherwise: Notice): Answer {
  return surface === 'dialog' ? dialog() : words(otherwise);
}

/** The card that the channel should see now, and what a dialog says before it closes: what the person typed is stored. */
export function closesDialog(deps: Deps, department: RoundDepartment, isOwedToAll = false): Answer {
  const answer = asItIsNow(deps, department, isOwedToAll);
  return { ...answer, closing: closingWords(wordsFor(deps, department), department) };
}

function closingWords({ receipt, approval, dialog }: Messages, department: RoundDepartment): Notice {
  switch (shownCardOf(department).kind) {
    case 'receipt':
      return { heading: receipt.heading, text: dialog.onTheCard };
    case 'approval':
      return { heading: approval.heading, text: approval.awaits(decidingHeads(department.department)) };
    case 'closed':
      return { heading: receipt.lockedHeading, text: dialog.onTheCard };
    default:
      return dialog.seeCard();
  }
}
