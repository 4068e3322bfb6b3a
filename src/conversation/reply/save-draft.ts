import { saveDraft } from '../../application/reply/save-draft.js';
import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { asItIsNow, askAgain, cardPressOf, draftCard, locked } from './department-answers.js';

/** *Gem kladde* stores the text as the department's draft, so that anyone in the channel can continue with it. */
export const saveDraftButton = button({
  name: VERBS.saveDraft,
  where: ['department'],
  right: 'answer',
  keepsText: true,
  parse: typedReply,
  run: (deps, sent, press) =>
    saveDraft(deps, { ...cardPressOf(VERBS.saveDraft, sent, press, [sent.typed]), typed: sent.typed }),
  present(deps, outcome, { typed }) {
    const { department } = outcome;
    // This comes before the outcomes: in a closed round no card may be shown with a field and buttons.
    if (department.isLocked) return locked(deps, department, [typed]);
    switch (outcome.kind) {
      case 'saved':
        return draftCard(deps, department, true);
      case 'unchanged':
        return department.draft === undefined ? asItIsNow(deps, department) : draftCard(deps, department, false);
      case 'refused':
        return askAgain(deps, department, { kind: 'refused', problem: outcome.problem, typed });
      case 'overtaken':
        return askAgain(deps, department, { kind: 'draft overtaken', typed });
      case 'locked':
        return locked(deps, department, [typed]);
    }
  },
});
