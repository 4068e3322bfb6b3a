import { useInstallationsTemplate } from '../../application/notat/upload-template.js';
import { words } from '../answer.js';
import { itsWordsAlone } from '../read-command.js';
import { personalCommand } from '../row.js';

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
  run: (deps, _, { sender }) => useInstallationsTemplate(deps, sender),
  present: ({ messages }) => words(messages.template.installationsAgain()),
});
