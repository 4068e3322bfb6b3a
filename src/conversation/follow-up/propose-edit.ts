import { proposeEdit } from '../../application/reply/propose-edit.js';
import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { pressOf, seenOf } from '../department-press.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { editDialog } from './edit-dialog.js';
import { answerOutcome, overtaken, show } from './follow-up-answers.js';

/** *Send forslaget*: the department sees the edit on its card, and decides. */
export const proposeEditButton = button({
  name: VERBS.proposeEdit,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  dialog: 'works in',
  parse: typedReply,
  run: (deps, sent, press) => {
    const { typed } = sent;
    return proposeEdit(deps, { ...pressOf(VERBS.proposeEdit, sent, press, [typed]), seen: seenOf(sent), typed });
  },
  present(deps, outcome, sent, press) {
    const { typed } = sent;
    const shown = shownTo(press, sent);
    const { request, edit } = deps.messages;
    const again = (department: RoundDepartment, problem = '') =>
      press.surface === 'dialog'
        ? editDialog(deps, department, typed, problem)
        : show(deps, department, shown, { kind: 'mending', typed, problem });
    switch (outcome.kind) {
      case 'refused':
        return again(outcome.department, request.problem(outcome.problem));
      case 'same':
        return again(outcome.department, edit.same);
      case 'overtaken':
        return again(outcome.department, overtaken(deps, outcome.department, 'edit').problem);
      default: {
        const answer = answerOutcome(deps, outcome, shown, typed);
        const isStored = outcome.kind === 'done' || outcome.kind === 'unchanged';
        return isStored && answer.kind === 'card' ? { ...answer, closing: edit.proposed() } : answer;
      }
    }
  },
});
