import { openAnswerCard } from '../../application/reply/open-answer-card.js';
import { openTimeFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { newTimeForm } from '../../cards/reply/time-card.js';
import { isAsking } from '../../domain/reply/reply-life.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { locked, timeForm, timeTooLate } from './department-answers.js';

/** *Bed om mere tid* opens the form. If it is too late to ask, it says so before a reason is typed. */
export const openTimeButton = button({
  name: VERBS.openTime,
  where: ['department'],
  right: 'answer',
  parse: openTimeFields,
  run: (deps, about, press) => openAnswerCard(deps, { ...cardOf(about, press), right: press.right }),
  present(deps, { department }, sent) {
    const { typed, written } = sent;
    if (department.isLocked) return locked(deps, department, [typed, written]);
    if (!isAsking(department)) return timeTooLate(deps, department);
    const today = danishDayOf(deps.clock.now());
    return timeForm(deps, department, newTimeForm(department, typed, written, today), sent);
  },
});
