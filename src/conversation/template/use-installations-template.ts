import { chooseTemplate } from '../../application/notat/choose-template.js';
import { INSTALLATIONS_TEMPLATE } from '../../domain/notat/template.js';
import { itsWordsAlone } from '../read-command.js';
import { personalCommand } from '../row.js';
import { chosenAnswer } from './choose-template.js';

/** *skabelon standard* goes back to the installation's own template. */
export const useInstallationsTemplateCommand = personalCommand({
  name: 'template.use-installations',
  where: ['personal'],
  right: 'run rounds',
  help: ({ installationsTemplate }) => installationsTemplate,
  phrases: {
    da: ['skabelon standard', 'skabelonen standard', 'standardskabelon', 'standardskabelonen'],
    en: ['template default', 'template standard', 'default template', 'standard template'],
  },
  meant: 'offered',
  parse: itsWordsAlone,
  // Who writes it has seen no list, and means whatever is in use.
  run: (deps, _, { sender: { tenantId, by } }) =>
    chooseTemplate(deps, { tenantId, by, number: INSTALLATIONS_TEMPLATE, seen: undefined }),
  present: (deps, outcome) => chosenAnswer(deps, outcome, INSTALLATIONS_TEMPLATE),
});
