import { showIfAllowed } from '../../application/reply/asked-department.js';
import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { parseReplyText } from '../../domain/reply/reply.js';
import { words } from '../answer.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { wordsFor } from './department-answers.js';
import { inDialogOrWords, replyDialog } from './dialog-answers.js';

/** *Vis rækken* draws the dialog again, with the row of the notat as the text in the field would make it. */
export const previewRowButton = button({
  name: VERBS.previewRow,
  where: ['department'],
  right: 'answer',
  keepsText: true,
  dialog: 'works in',
  parse: typedReply,
  run: (deps, about, press) => showIfAllowed(deps, { ...cardOf(about, press), right: press.right }),
  present(deps, { department }, sent, press) {
    const { dialog, notices } = wordsFor(deps, department);
    if (department.isLocked) return words(notices.locked(department.withdrawn));
    const { typed } = sent;
    const content = parseReplyText(typed);
    const reason = content.ok
      ? ({ kind: 'preview', typed } as const)
      : ({ kind: 'refused', problem: content.problem, typed } as const);
    return inDialogOrWords(press, () => replyDialog(deps, department, reason, sent), dialog.notHere());
  },
});
