import { acceptEdit } from '../../application/reply/decide-edit.js';
import { editFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { asItIsNow, cardPressOf } from './department-answers.js';

/** *Godkend rettelsen*: the edit that the secretariat proposed becomes the department's answer. */
export const acceptEditButton = button({
  name: VERBS.acceptEdit,
  where: ['department'],
  right: 'decide',
  parse: editFields,
  run: (deps, sent, press) => {
    const { editSeen } = sent;
    return acceptEdit(deps, { ...cardPressOf(VERBS.acceptEdit, sent, press, [editSeen]), editSeen });
  },
  present(deps, outcome) {
    switch (outcome.kind) {
      case 'stored':
        return asItIsNow(deps, outcome.department, true);
      // The card then shows what there is instead.
      case 'gone':
      case 'unchanged':
      case 'locked':
        return asItIsNow(deps, outcome.department);
    }
  },
});
