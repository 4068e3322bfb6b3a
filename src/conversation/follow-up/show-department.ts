import { aboutDepartment } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { show, unknown } from './follow-up-answers.js';
import { openDepartment } from './opened.js';

/** Shows a department: after it is chosen on the status card or the closing card, and after *Annuller* on a form. */
export const showDepartmentButton = button({
  name: VERBS.showDepartment,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutDepartment,
  run: openDepartment,
  present: (deps, opened, about, press) =>
    opened.kind === 'unknown' ? unknown(deps) : show(deps, opened.department, shownTo(press, about)),
});
