import { showDepartment } from '../../application/reply/asked-department.js';
import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { isAsking } from '../../domain/reply/reply-life.js';
import { words } from '../answer.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { asItIsNow, askAgain, wordsFor } from './department-answers.js';
import { replyDialog } from './dialog-answers.js';

/**
 * *Annuller* shows again the card that the channel sees, with the person's text if the card has a field for it. In the
 * form of a dialog, it leads back to that dialog.
 */
export const showReply = button({
  name: VERBS.showReply,
  where: ['department'],
  right: 'take part',
  dialog: 'works in',
  parse: typedReply,
  run: (deps, about, press) => showDepartment(deps, cardOf(about, press)),
  present(deps, { department }, sent, press) {
    const { typed } = sent;
    if (press.surface === 'dialog') {
      if (department.isLocked) return words(wordsFor(deps, department).notices.locked(department.withdrawn));
      return replyDialog(deps, department, { kind: 'back', typed }, sent);
    }
    return isAsking(department) && typed.trim() !== ''
      ? askAgain(deps, department, { kind: 'resumed', typed })
      : asItIsNow(deps, department);
  },
});
