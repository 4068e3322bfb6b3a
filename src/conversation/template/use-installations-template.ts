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
  wanted: {
    da: [
      'tilbage til LAYOUT|TEMPLATE|udseende*',
      'tilbage til LAYOUT|TEMPLATE|udseende* gå|vend*|oprindelig*|I|leveret|leverede|start*|første|var',
      'LAYOUT|TEMPLATE leverede|leveret|fulgte|kom|start* fra|med|I',
      'TEMPLATE gamle|gammel|oprindelig*|standard*|normale|almindelig*|indbygge*|forrige|tidligere|medfølgende|fabriks* tilbage|igen|have|brug*|få|skift*|gå|hellere|vend*',
      'TEMPLATE standard*',
      'standard* brug*|tilbage|igen|gå|vend*|skift*|hellere|nulstil*|gendan*|køre',
      'drop*|fjern*|slet*|smid*|kasser*|skrot* TEMPLATE brug*|standard*|almindelig*',
      'drop*|fjern*|slet*|smid*|kasser*|skrot*|annuller*|fortryd* vores|egen|min|den|kommunens TEMPLATE',
      'fjern*|slet*|drop* LAYOUT',
      'gendan*|nulstil*|genskab*|resæt*|reset* TEMPLATE',
      'TEMPLATE uden LAYOUT|vores',
      'vores|egen|ny|nye TEMPLATE ikke|dur|virker|forkert|fejl|væk|grim*|skal bruges|bruge|mere|længere',
      'ny|nye|vores TEMPLATE ser|er forkert|grim*|mærkelig*|forfærdelig* tilbage|gamle|almindelig*|standard*',
      'brug*|tilbage|igen standard*',
      'TEMPLATE fjern*|slet*|nulstil*|smid*|drop*|kasser*',
      'TEMPLATE oprindelig*|standard*|normale|almindelig*|indbygget*|indbyggede tilbage|igen|have|brug*',
      'standardskabelon',
      'skabelon* standard*',
      'standardskabelon tilbage|brug*|skift*|gå|igen',
      'skabelon* fjern*|slet*|nulstil*|kasser*|smid*|drop*|af',
      'skabelon* tilbage',
      'skabelon* gamle|gammel|oprindelig*|normale|almindelige|indbyggede|medfølgende',
      'skabelon* gamle|oprindelig*|normale|standard*|almindelige tilbage|igen|brug*|hellere',
      'standard* tilbage|igen|gendan*',
      'fortryd* skabelon',
      'nulstil*',
      'ikke bruge skabelon*',
      'skabelon* ikke vores',
    ],
    en: [
      'template default|standard',
      'back|return|reset|go default|standard|template',
      'remove|delete|reset|drop template',
      'original|old template',
    ],
  },
  parse: itsWordsAlone,
  run: (deps, _, { sender }) => useInstallationsTemplate(deps, sender),
  present: ({ messages }) => words(messages.template.installationsAgain()),
});
