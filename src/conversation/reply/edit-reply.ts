import { showDepartment } from '../../application/reply/asked-department.js';
import { carriedText } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { askAgain, locked } from './department-answers.js';

/** *Ret svar* shows the request card in the place of the receipt. */
export const editReply = button({
  name: VERBS.editReply,
  where: ['department'],
  right: 'take part',
  parse: carriedText,
  run: (deps, about, press) => showDepartment(deps, cardOf(about, press)),
  present(deps, { department }, { typed }) {
    if (department.isLocked) return locked(deps, department, [typed]);
    return askAgain(deps, department, typed.trim() === '' ? { kind: 'correcting' } : { kind: 'resumed', typed });
  },
});
