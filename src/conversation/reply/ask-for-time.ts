import { requestTime } from '../../application/reply/request-time.js';
import { timeFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { button } from '../row.js';
import { asItIsNow, cardPressOf, locked, timeForm, timeTooLate, withTyped, wordsFor } from './department-answers.js';

/** *Bed om mere tid*, with the day and the reason. The text of the answer's field is kept as a draft. */
export const askForTimeButton = button({
  name: VERBS.askForTime,
  where: ['department'],
  right: 'answer',
  keepsText: true,
  parse: timeFields,
  run: (deps, sent, press) => {
    const { until, reason, typed } = sent;
    const about = cardPressOf(VERBS.askForTime, sent, press, [until, reason, typed]);
    return requestTime(deps, { ...about, until, reason, typed });
  },
  present(deps, outcome, sent) {
    const { until, reason, typed } = sent;
    const { department } = outcome;
    switch (outcome.kind) {
      case 'asked':
        return withTyped(deps, department, typed);
      case 'unchanged':
        return asItIsNow(deps, department);
      case 'asked already':
        return words(wordsFor(deps, department).time.askedAlready(outcome.until));
      case 'refused':
        return timeForm(deps, department, { until, reason, typed, problems: outcome.problems }, sent);
      case 'too late':
        return timeTooLate(deps, department);
      case 'locked':
        return locked(deps, department, [reason, typed]);
    }
  },
});
