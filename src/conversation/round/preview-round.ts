import { planRound } from '../../application/round/plan-round.js';
import { filledForm } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { roundPreviewCard } from '../../cards/round/round-cards.js';
import { card } from '../answer.js';
import { button } from '../row.js';
import { roundForm } from './round-form-answer.js';
import { alreadyStarted } from './started.js';

/** *Se runden, før den sendes* stores the plan and shows it as the departments will see it. */
export const previewRound = button({
  name: VERBS.previewRound,
  where: ['secretariat'],
  right: 'run rounds',
  parse: filledForm,
  run: (deps, filled, { address, by, activityId }) => planRound(deps, { ...filled, address, by, activityId }),
  present(deps, outcome, { roundId, values }) {
    switch (outcome.kind) {
      case 'planned':
        return card(roundPreviewCard(deps.render, deps.messages, outcome.round));
      case 'problems': {
        const { problems, departments } = outcome;
        return roundForm(deps, { roundId, values, problems, departments });
      }
      case 'already started':
        return alreadyStarted(deps, outcome.round);
    }
  },
});
