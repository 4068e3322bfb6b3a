import { aboutDepartment } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { openDepartment, presentForm } from './opened.js';

/** *Send tilbage …* opens the field for the comment. */
export const openSendBack = button({
  name: VERBS.openSendBack,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutDepartment,
  run: openDepartment,
  present: (deps, opened, about, press) =>
    presentForm(deps, opened, shownTo(press, about), 'send back', { kind: 'sending back', comment: '' }),
});
