import { aboutDepartment } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { deadlineFormOf } from '../../cards/round/deadline-card.js';
import { followUpsFor } from '../../domain/reply/follow-ups.js';
import { words } from '../answer.js';
import { shownTo } from '../own-message.js';
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
  present(deps, opened, about, press) {
    if (opened.kind === 'unknown') return unknown(deps);
    const { department } = opened;
    const shown = shownTo(press, about);
    if (department.isLocked) return show(deps, department, shown);
    return followUpsFor(department).includes('move deadline')
      ? deadlineForm(deps, deadlineFormOf(department), shown)
      : words(deps.messages.notices.followUpTooLate());
  },
});
