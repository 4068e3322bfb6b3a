import { planRound } from '../../application/round/plan-round.js';
import { previewFacts } from '../../application/round/preview-facts.js';
import { filledForm } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { previewed } from './preview-answer.js';
import { roundForm, sentValues } from './round-form-answer.js';
import { alreadyStarted } from './started.js';

/**
 * *Se runden, før den sendes* stores the plan and shows it as the departments will see it. Every channel is tried, so that
 * the secretariat knows before it starts the round who cannot be reached.
 */
export const previewRound = button({
  name: VERBS.previewRound,
  where: ['secretariat'],
  right: 'run rounds',
  parse: filledForm,
  run: async (deps, { roundId, values, chosenTeams }, { address, by, activityId }) => {
    const outcome = await planRound(deps, { roundId, values, chosenTeams, address, by, activityId });
    return outcome.kind === 'planned' ? { ...outcome, ...(await previewFacts(deps, outcome.round)) } : outcome;
  },
  present(deps, outcome, filled) {
    switch (outcome.kind) {
      case 'planned':
        return previewed(deps, outcome);
      case 'problems': {
        const { roundId, rolledFrom } = filled;
        return roundForm(deps, { ...outcome, roundId, rolledFrom, values: sentValues(filled, outcome) });
      }
      case 'already started':
        return alreadyStarted(deps, outcome.round);
    }
  },
});
