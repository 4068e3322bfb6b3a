import { openDecline } from '../../application/reply/decline-reply.js';
import { carriedText } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { canHappen } from '../../domain/reply/reply-life.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { declineForm, declineTooLate, locked } from './department-answers.js';

/**
 * *Ikke vores område* opens the form for the reason. If a decline is not possible, it says so before a reason is typed.
 */
export const openDeclineButton = button({
  name: VERBS.openDecline,
  where: ['department'],
  right: 'decide',
  parse: carriedText,
  run: (deps, about, press) => openDecline(deps, { ...cardOf(about, press), right: press.right }),
  present(deps, { department, others }, { typed }) {
    if (department.isLocked) return locked(deps, department, [typed]);
    if (!canHappen(department, 'decline')) return declineTooLate(deps, department);
    return declineForm(deps, department, { others, reason: '', instead: '', typed });
  },
});
