import { formFacts } from '../../application/round/plan-round.js';
import { filledForm } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { cprProblemsIn } from '../../domain/round/round-form.js';
import { button } from '../row.js';
import { roundForm, sentValues } from './round-form-answer.js';

/**
 * *Gem kladde* keeps a form for a new round that is not finished, in its own message, where every secretary can go on with
 * it. A form that can be stored as a plan is kept by its preview.
 */
export const keepFormButton = button({
  name: VERBS.keepForm,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: filledForm,
  run: (deps, _, { address }) => formFacts(deps, address.tenantId),
  present(deps, facts, filled) {
    const { roundId, rolledFrom } = filled;
    const values = sentValues(filled, facts);
    const form = { ...facts, roundId, rolledFrom, values };
    const problems = cprProblemsIn(values);
    // A text that the channel must not see is not kept there.
    if (problems.length > 0) return roundForm(deps, { ...form, problems });
    const kept = roundForm(deps, { ...form, said: deps.messages.planning.formKept });
    return kept.kind === 'card' ? { ...kept, forAll: 'kept' } : kept;
  },
});
