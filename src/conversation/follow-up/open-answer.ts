import { aboutDepartment } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { openDepartment, presentForm } from './opened.js';

/** *Svar på vegne af …* opens the field for the answer. */
export const openAnswer = button({
  name: VERBS.openAnswer,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutDepartment,
  run: openDepartment,
  present: (deps, opened, about, press) =>
    presentForm(deps, opened, shownTo(press, about), 'answer', { kind: 'answering', typed: '' }),
});
