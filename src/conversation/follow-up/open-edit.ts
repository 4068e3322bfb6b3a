import { aboutDepartment } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { wordsOf } from '../../domain/reply/reply.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { openDepartment, presentForm } from './opened.js';

/** *Foreslå en rettelse* opens a field with the department's own text. */
export const openEdit = button({
  name: VERBS.openEdit,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutDepartment,
  run: openDepartment,
  present(deps, opened, about, press) {
    const reply = opened.kind === 'shown' ? opened.department.reply : undefined;
    const typed = reply === undefined ? '' : wordsOf(reply.content);
    return presentForm(deps, opened, shownTo(press, about), 'propose edit', { kind: 'mending', typed });
  },
});
