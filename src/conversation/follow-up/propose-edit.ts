import { proposeEdit } from '../../application/reply/propose-edit.js';
import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { pressOf, seenOf } from '../department-press.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { answerOutcome, overtaken, show } from './follow-up-answers.js';

/** *Send forslaget*: the department sees the edit on its card, and decides. */
export const proposeEditButton = button({
  name: VERBS.proposeEdit,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: typedReply,
  run: (deps, sent, press) => {
    const { typed } = sent;
    return proposeEdit(deps, { ...pressOf(VERBS.proposeEdit, sent, press, [typed]), seen: seenOf(sent), typed });
  },
  present(deps, outcome, sent, press) {
    const { typed } = sent;
    const shown = shownTo(press, sent);
    const { request, edit } = deps.messages;
    const again = { kind: 'mending', typed } as const;
    switch (outcome.kind) {
      case 'refused':
        return show(deps, outcome.department, shown, { ...again, problem: request.problem(outcome.problem) });
      case 'same':
        return show(deps, outcome.department, shown, { ...again, problem: edit.same });
      case 'overtaken':
        return show(deps, outcome.department, shown, { ...again, ...overtaken(deps, outcome.department) });
      default:
        return answerOutcome(deps, outcome, shown, typed);
    }
  },
});
