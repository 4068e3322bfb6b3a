import { aboutDepartment } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { followUpsFor } from '../../domain/reply/follow-ups.js';
import { wordsOf } from '../../domain/reply/reply.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { editDialog } from './edit-dialog.js';
import { openDepartment, presentForm } from './opened.js';

/**
 * *Foreslå en rettelse* opens a field with the department's own text; in a dialog, where the channel must not see that. A
 * client without dialogs cannot open that one, and is told so. The card of an older version, whose button opens no dialog, shows
 * the field to whoever presses.
 */
export const openEdit = button({
  name: VERBS.openEdit,
  where: ['secretariat'],
  right: 'run rounds',
  dialog: 'opens',
  parse: aboutDepartment,
  run: openDepartment,
  present(deps, opened, about, press) {
    const reply = opened.kind === 'shown' ? opened.department.reply : undefined;
    const typed = reply === undefined ? '' : wordsOf(reply.content);
    const isOpen = opened.kind === 'shown' && followUpsFor(opened.department).includes('propose edit');
    if (press.surface === 'dialog' && isOpen) return editDialog(deps, opened.department, typed);
    const form = presentForm(deps, opened, shownTo(press, about), 'propose edit', { kind: 'mending', typed });
    const isPrivate = form.kind === 'card' && form.insteadOfAll !== undefined;
    return isPrivate ? { ...form, insteadOfAll: deps.messages.edit.needsDialog() } : form;
  },
});
