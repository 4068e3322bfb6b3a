import { acceptDecline } from '../../application/reply/follow-up.js';
import { acceptedDecline } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { pressOf } from '../department-press.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { answerOutcome } from './follow-up-answers.js';

/** The secretariat agrees that the report is outside the department's area, and chooses whether the notat says so. */
export const acceptDeclineButton = button({
  name: VERBS.acceptDecline,
  where: ['secretariat'],
  right: 'run rounds',
  parse: acceptedDecline,
  run: (deps, sent, press) => {
    const { inNotat } = sent;
    return acceptDecline(deps, { ...pressOf(VERBS.acceptDecline, sent, press, [inNotat]), inNotat });
  },
  present: (deps, outcome, sent, press) => answerOutcome(deps, outcome, shownTo(press, sent)),
});
