import { openReplyDialog } from '../../application/reply/open-reply-dialog.js';
import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { wordsFor } from './department-answers.js';
import { inDialogOrWords, replyDialog } from './dialog-answers.js';

/**
 * *Skriv i stort felt* opens a dialog, where a colleague's send takes nothing away. A client without dialogs sends the
 * press as from any other button, and the person is told that the card's own field does the same.
 */
export const openDialogButton = button({
  name: VERBS.openDialog,
  where: ['department'],
  right: 'answer',
  dialog: 'opens',
  parse: typedReply,
  run: (deps, about, press) => openReplyDialog(deps, { ...cardOf(about, press), right: press.right }),
  present(deps, { department, own }, sent, press) {
    const { notices, dialog } = wordsFor(deps, department);
    if (department.isLocked) return words(notices.locked(department.withdrawn));
    const { typed } = sent;
    return inDialogOrWords(
      press,
      () => replyDialog(deps, department, { kind: 'opened', typed, own }, sent),
      dialog.notHere(),
    );
  },
});
