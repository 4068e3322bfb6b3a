import { keepForm } from '../../application/round/keep-form.js';
import { filledForm } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { seenIn } from '../../domain/round/plan-shown.js';
import { cprProblemsIn } from '../../domain/round/round-form.js';
import { type Answer, words } from '../answer.js';
import { button } from '../row.js';
import { overtakenForm, roundForm, sentForm } from './round-form-answer.js';

/**
 * *Gem kladde* keeps a form for a round that is not finished, where every secretary can go on with it: in its plan, or, where
 * it cannot be a plan yet, in its own message.
 */
export const keepFormButton = button({
  name: VERBS.keepForm,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: filledForm,
  run: (deps, filled, { address, by, activityId }) => keepForm(deps, { ...filled, address, by, activityId }),
  present(deps, outcome, filled, { by }) {
    const { planning, planSaved } = deps.messages;
    switch (outcome.kind) {
      case 'on its card': {
        const form = { ...outcome, ...sentForm(filled, outcome) };
        const problems = cprProblemsIn(form.values);
        // A text that the channel must not see is not kept there.
        if (problems.length > 0) return roundForm(deps, { ...form, problems });
        const said = outcome.isOfPlan ? planSaved.besidePlan : planning.formKept;
        return kept(roundForm(deps, { ...form, problems, said }));
      }
      case 'in the plan': {
        const { round } = outcome;
        const form = {
          ...outcome,
          ...sentForm(filled, outcome),
          ...seenIn(round),
        };
        return kept(roundForm(deps, { ...form, said: planSaved.inPlan(round.plan.startAt?.at) }));
      }
      case 'starts without it':
        return roundForm(deps, {
          ...outcome,
          ...sentForm(filled, outcome),
          notStored: planSaved.startsWithout(outcome.startsAt),
        });
      case 'overtaken':
        return overtakenForm(deps, outcome, filled, by);
      case 'already started':
        return words(planSaved.notSaved(outcome.round.state));
    }
  },
});

function kept(form: Answer): Answer {
  return form.kind === 'card' ? { ...form, forAll: 'kept' } : form;
}
