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
  said: {
    da: [
      'TEMPLATE',
      'LAYOUT',
      'TEMPLATE CHANGE|FETCH|hvilken|vores|egen|word|upload*|hvor|hvordan',
      'LAYOUT CHANGE|FETCH|vores|egen|eget|notat*|ind|på|upload*',
      'ny|nyt|nye|vores|eget|egen TEMPLATE|LAYOUT ind|på|notat*|hvordan|får',
      'ny|nyt|nye TEMPLATE|LAYOUT hvordan|hvor får|uploader|lægger|sender',
      'er|bruger|kører stadig|vi gamle TEMPLATE',
      'hvilken TEMPLATE bruger|bruges|vi|kører',
      'hvordan|hvor lægger|uploader|skifter|sætter|får|ændrer TEMPLATE|LAYOUT',
      'skabelon*|wordskabelon|notatskabelon',
      'skabelon* hvilken|bruger|bruges|se|vis|skift*|udskift*|ændr*|egen|ny|nyt|nye|vores|upload*|word|notat*|layout|hente|download*|rette|sende',
      'logo|brevpapir|layout|design|udseende|skrifttype',
      'logo|brevpapir|layout|design|udseende notat*|skift*|ændr*|vores|kommune*',
      'word skabelon',
    ],
    en: ['template', 'template which|using|use|own|change|our|show|see|word', 'letterhead|logo|layout'],
  },
  parse: itsWordsAlone,
  run: (deps, _, { sender }) => showTemplate(deps, sender.tenantId),
  present: ({ render, messages }, { template }) => card(templateCard(render, messages, template)),
});
