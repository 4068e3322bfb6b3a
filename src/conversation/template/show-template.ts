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
      'TEMPLATE|LAYOUT NOTAT|FILE ikke|forkert*|grim* kommune*|vores|ret*|ændr*|skift*|hvor',
      'hvor|hvordan retter|ændrer|skifter|styrer vi|jeg|man LAYOUT|TEMPLATE NOTAT',
      'ligner ikke|noget vores|kommune*|NOTAT|brevpapir*',
      'pænere|flottere|pæn NOTAT|udseende|se',
      'vores eget udtryk|stil|look|præg|identitet',
      'egen|eget|vores word|docx|fil|dokument bruge|som|til NOTAT|TEMPLATE|ramme',
      'ramme|rammen|opstilling|opsætningen NOTAT|dokument*',
      'TEMPLATE|LAYOUT NOTAT|FILE',
      'TEMPLATE|LAYOUT NOTAT|FILE vores|hvilken|kommune*|på|i|bruge*|skift*|ny|nyt|toppen|hvordan|har',
      'hvilken|hvad TEMPLATE bruger|skriver|laver|bygger|anvender|NOTAT|benytter|står',
      'hvilken|hvad TEMPLATE bruger|skriver|laver|bygger|anvender|benytter du|vi NOTAT|nu|lige',
      'TEMPLATE|LAYOUT CHANGE|FETCH|hvilken|vores|egen|upload*|hvor|hvordan jeg|man|vi',
      'ny|nyt|nye|egen|eget|vores TEMPLATE|LAYOUT hvor|hvordan|kan|må|har|skal|vil|fået',
      'ny|nyt|nye|egen|eget|vores TEMPLATE|LAYOUT sende|sender|lægge|lægger|uploade|uploader|bruge|ind|på|aflevere|give|få|får',
      'jeg|vi har|fået ny|nyt TEMPLATE|LAYOUT',
      'NOTAT ligne*|ser|se|ud kommune*|vores|anderledes|pæn*|brevpapir*',
      'hvordan skifter|ændrer|retter|får|lægger|opdaterer|udskifter jeg|man|vi TEMPLATE|LAYOUT|udseende',
      'kan man|jeg|vi ændre|skifte|vælge|tilpasse|rette|bestemme TEMPLATE|LAYOUT|udseende|NOTAT',
      'overskrift*|margen*|farver|farve|typografi*|skrift* NOTAT|TEMPLATE',
      'send*|vis|hent*|få|download* nuværende|gældende|aktuel*|brugte|standard* TEMPLATE',
      'hvordan ser TEMPLATE ud',
      'designguide|designmanual|designlinje',
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
