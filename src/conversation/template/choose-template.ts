import { type ChooseTemplateOutcome, chooseTemplate } from '../../application/notat/choose-template.js';
import { chosenTemplate } from '../../cards/button-fields.js';
import { PERSONAL_VERBS } from '../../cards/buttons.js';
import { refusedTemplateCard, templateCard } from '../../cards/notat/template-card.js';
import { templatesCard } from '../../cards/notat/templates-card.js';
import { type Answer, card, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { personalButton } from '../row.js';

/** *Tag i brug* takes an earlier template into use again, and *Gå tilbage* the installation's own. */
export const chooseTemplateButton = personalButton({
  name: PERSONAL_VERBS.chooseTemplate,
  where: ['personal'],
  right: 'run rounds',
  parse: chosenTemplate,
  run: (deps, { template, seen }, { sender: { tenantId, by } }) =>
    chooseTemplate(deps, { tenantId, by, number: template, seen }),
  present: (deps, outcome, { template }) => chosenAnswer(deps, outcome, template),
});

/** @param number of the template that was to be taken into use */
export function chosenAnswer({ render, messages }: Deps, outcome: ChooseTemplateOutcome, number: number): Answer {
  const { template: said } = messages;
  switch (outcome.kind) {
    case 'in use': {
      const shown = templateCard(render, messages, outcome.shown, outcome.isNew ? 'chosen' : 'asked');
      // The card that was pressed shows another template as the one in use.
      return { ...card(shown), forAll: 'shown', summary: said.heading };
    }
    case 'changed':
      return card(templatesCard(render, messages, outcome.now, true));
    case 'refused':
      return card(refusedTemplateCard(render, messages, outcome.name, outcome.problems, number));
    case 'no template':
      return words(said.unknown());
    case 'busy':
      return words(said.busy());
  }
}
