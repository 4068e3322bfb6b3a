import { planRound } from '../../application/round/plan-round.js';
import { previewFacts } from '../../application/round/preview-facts.js';
import { filledForm } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { button } from '../row.js';
import { previewed } from './preview-answer.js';
import { overtakenForm, roundForm, sentForm } from './round-form-answer.js';

/**
 * *Se runden, før den sendes* stores the plan and shows it as the departments will see it. Every channel is tried, so that
 * the secretariat knows before it starts the round who cannot be reached.
 */
export const previewRound = button({
  name: VERBS.previewRound,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: filledForm,
  run: async (deps, filled, { address, by, activityId }) => {
    const outcome = await planRound(deps, { ...filled, address, by, activityId });
    return outcome.kind === 'planned' ? { ...outcome, ...(await previewFacts(deps, outcome.round)) } : outcome;
  },
  present(deps, outcome, filled, { by }) {
    switch (outcome.kind) {
      case 'planned':
        return previewed(deps, outcome);
      case 'problems':
        return roundForm(deps, { ...outcome, ...sentForm(filled, outcome) });
      case 'overtaken':
        return overtakenForm(deps, outcome, filled, by);
      // In words, because a card would take the place of the form with what is typed in it.
      case 'already started':
        return words(deps.messages.planSaved.notSaved(outcome.round.state));
    }
  },
});
