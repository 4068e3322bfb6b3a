import { nudge } from '../../application/reply/follow-up.js';
import { aboutDepartment } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { pressOf } from '../department-press.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { answerOutcome, showDone } from './follow-up-answers.js';

/**
 * *Send påmindelse*. A press that is delivered twice gets the same answer twice: the person may see only the second.
 */
export const nudgeButton = button({
  name: VERBS.nudge,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutDepartment,
  run: (deps, about, press) => nudge(deps, pressOf(VERBS.nudge, about, press, [])),
  present(deps, outcome, about, press) {
    const shown = shownTo(press, about);
    const { nudged, requestAgain } = deps.messages.followUp;
    switch (outcome.kind) {
      case 'request again':
        return showDone(deps, outcome.department, shown, requestAgain);
      case 'done':
      case 'unchanged':
        return showDone(deps, outcome.department, shown, nudged);
      default:
        return answerOutcome(deps, outcome, shown);
    }
  },
});
