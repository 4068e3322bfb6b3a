import { dismissEdit } from '../../application/reply/decide-edit.js';
import { editFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { button } from '../row.js';
import { asItIsNow, cardPressOf, wordsFor } from './department-answers.js';

/** *Behold jeres tekst*: the department does not want the edit. What it wrote beside that stays in its field until it is stored. */
export const dismissEditButton = button({
  name: VERBS.dismissEdit,
  where: ['department'],
  right: 'decide',
  keepsText: true,
  parse: editFields,
  run: (deps, sent, press) => {
    const { editSeen, line } = sent;
    return dismissEdit(deps, { ...cardPressOf(VERBS.dismissEdit, sent, press, [editSeen, line]), editSeen, line });
  },
  present(deps, outcome, { line }) {
    const { edit, notices } = wordsFor(deps, outcome.department);
    switch (outcome.kind) {
      case 'stored':
        return asItIsNow(deps, outcome.department, true);
      case 'refused':
        return words(edit.lineProblem(outcome.problem));
      case 'gone':
        return line.trim() === '' ? asItIsNow(deps, outcome.department) : words(edit.gone());
      case 'locked':
        return line.trim() === ''
          ? asItIsNow(deps, outcome.department)
          : words(notices.locked(outcome.department.withdrawn));
      case 'unchanged':
        return asItIsNow(deps, outcome.department);
    }
  },
});
