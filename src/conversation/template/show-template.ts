import { showTemplate } from '../../application/notat/show-template.js';
import { templateCard } from '../../cards/notat/template-card.js';
import { card } from '../answer.js';
import { itsWordsAlone } from '../read-command.js';
import { personalCommand } from '../row.js';

/** *skabelon* shows which Word template the notats are written in. */
export const showTemplateCommand = personalCommand({
  name: 'template.show',
  where: ['personal'],
  right: 'run rounds',
  help: ({ template }) => template,
  phrases: { da: ['skabelon', 'skabelonen'], en: ['template'] },
  parse: itsWordsAlone,
  run: (deps, _, { sender }) => showTemplate(deps, sender.tenantId),
  present: ({ render, messages }, { template }) => card(templateCard(render, messages, template)),
});
