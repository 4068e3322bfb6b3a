import { openTimeForm } from '../../application/reply/request-time.js';
import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { newTimeForm } from '../../cards/reply/time-card.js';
import { isAsking } from '../../domain/reply/reply-life.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { locked, timeForm, timeTooLate } from './department-answers.js';

/** *Bed om mere tid* opens the form. If it is too late to ask, it says so before a reason is typed. */
export const openTimeButton = button({
  name: VERBS.openTime,
  where: ['department'],
  right: 'answer',
  parse: typedReply,
  run: (deps, about, press) => openTimeForm(deps, { ...cardOf(about, press), right: press.right }),
  present(deps, { department }, sent) {
    if (department.isLocked) return locked(deps, department, [sent.typed]);
    if (!isAsking(department)) return timeTooLate(deps, department);
    return timeForm(deps, department, newTimeForm(department, sent.typed), sent);
  },
});
