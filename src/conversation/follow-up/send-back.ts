import { sendBack } from '../../application/reply/follow-up.js';
import { sentBackFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { pressOf, seenOf } from '../department-press.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { answerOutcome, overtaken, show } from './follow-up-answers.js';

/** *Send tilbage*: the secretariat sends a reply back with a comment, and the department is asked again. */
export const sendBackButton = button({
  name: VERBS.sendBack,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: sentBackFields,
  run: (deps, sent, press) => {
    const { comment } = sent;
    return sendBack(deps, { ...pressOf(VERBS.sendBack, sent, press, [comment]), seen: seenOf(sent), comment });
  },
  present(deps, outcome, sent, press) {
    const { comment } = sent;
    const shown = shownTo(press, sent);
    const again = { kind: 'sending back', comment } as const;
    switch (outcome.kind) {
      case 'refused': {
        const problem = deps.messages.followUp.problem(outcome.problem);
        return show(deps, outcome.department, shown, { ...again, problem });
      }
      case 'overtaken':
        return show(deps, outcome.department, shown, { ...again, ...overtaken(deps, outcome.department, 'comment') });
      default:
        return answerOutcome(deps, outcome, shown, comment);
    }
  },
});
