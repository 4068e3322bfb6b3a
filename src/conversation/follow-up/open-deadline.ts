import { aboutDepartment } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { deadlineFormOf } from '../../cards/round/deadline-card.js';
import { followUpsFor } from '../../domain/reply/follow-ups.js';
import { words } from '../answer.js';
import { deadlineForm } from '../round/deadline-form.js';
import { button } from '../row.js';
import { show, unknown } from './follow-up-answers.js';
import { openDepartment } from './opened.js';

/** *Forlæng fristen* opens the form for moving the deadline of one department. */
export const openDeadlineButton = button({
  name: VERBS.openDeadline,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutDepartment,
  run: openDepartment,
  present(deps, opened) {
    if (opened.kind === 'unknown') return unknown(deps);
    const { department } = opened;
    if (department.isLocked) return show(deps, department);
    return followUpsFor(department).includes('move deadline')
      ? deadlineForm(deps, deadlineFormOf(department))
      : words(deps.messages.notices.followUpTooLate());
  },
});
