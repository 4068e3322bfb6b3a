import { aboutQuestion } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { showQuestion } from './answer-question.js';
import { show, unknown } from './follow-up-answers.js';
import { openDepartment } from './opened.js';

/** *Svar på spørgsmål* shows the oldest question of a department that waits, in the place of the department's card. */
export const showQuestionButton = button({
  name: VERBS.showQuestion,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutQuestion,
  run: openDepartment,
  present(deps, opened, about, press) {
    if (opened.kind === 'unknown') return unknown(deps);
    const { department } = opened;
    const shown = shownTo(press, about);
    return department.isLocked ? show(deps, department, shown) : showQuestion(deps, department, about, shown);
  },
});
