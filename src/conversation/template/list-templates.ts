import { listTemplates } from '../../application/notat/show-template.js';
import { listedTemplates } from '../../cards/button-fields.js';
import { PERSONAL_VERBS } from '../../cards/buttons.js';
import { templatesCard } from '../../cards/notat/templates-card.js';
import { card } from '../answer.js';
import { personalButton } from '../row.js';

/** *Tidligere skabeloner* lists the templates that the secretariat has sent. */
export const listTemplatesButton = personalButton({
  name: PERSONAL_VERBS.listTemplates,
  where: ['personal'],
  right: 'run rounds',
  parse: listedTemplates,
  run: (deps, { from }, { sender: { tenantId } }) => listTemplates(deps, { tenantId, from }),
  present: ({ render, messages }, page) => card(templatesCard(render, messages, page)),
});
