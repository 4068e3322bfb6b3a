import { showVersions } from '../../application/reply/show-versions.js';
import { versionsCard } from '../../cards/reply/versions-card.js';
import { card, toOne } from '../answer.js';
import { whichDepartment } from '../channel/which-department.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';

/** *versioner* shows all versions of the department's reply, with the changes in each. */
export const showVersionsCommand = channelCommand({
  name: 'reply.versions',
  where: ['department'],
  right: 'take part',
  help: ({ versions }) => versions,
  phrases: { da: ['versioner', 'version'], en: ['versions'] },
  said: {
    da: [
      'hvad|hvordan stod|så oprindelig*|før|først|tidligere',
      'stod|så svar* før|først|oprindelig*|tidligere',
      'hvad|hvordan stod|så svar* før rettet|rettede|lavede|ændrede|ændret|rettelse*',
      'før rettet|rettede|lavede|ændrede svar*|om|det',
      'hvem pillet|rodet|været|skrevet svar*',
      'gå|gamle|rulle tilbage svar*|version*',
      'hvad ændret|rettet|nyt siden|svar*',
      'svar* ændret|rettet siden|blevet|er',
      'ændr*|rettelser|rettet se|vis|svar*',
      'version*|udgave*|historik|ændringslog',
      'version*|udgave*|historik|ændringer svar*|tidligere|gamle|forskel*|se|vis|liste',
      'tidligere|gamle|gammelt|forrige|oprindelig*|første|ældre svar*|version*|udgave*|tekst*',
      'hvem rettet|ændret|skrevet|redigeret|rettede|ændrede|skrev',
      'hvem rettet|ændret|skrevet|redigeret|rettede|ændrede|skrev svar*|tekst*|det',
      'hvad ændret|rettet|rettede|ændrede|redigeret',
      'hvad|hvem ændret|rettet svar*|tekst*',
      'ændringer|rettelser',
      'ændringer|rettelser svar*|tekst*',
      'hvad svarede|skrev|sendte sidst|først|før|tidligere|oprindelig*|gang',
      'svar* ændret|rettet|ændringer|rettelser|historik',
      'svar* så ud før|tidligere|oprindelig*',
      'forskel*',
    ],
    en: [
      'version',
      'versions|history|changes',
      'earlier|previous|old|former|first versions|version|reply|answer|replies',
      'versions|history reply|answer',
      'who changed|edited|wrote',
      'what changed|edited reply|answer',
      'what changed',
    ],
  },
  parse: itsWordsAlone,
  run: (deps, _, act) => showVersions(deps, act),
  present({ render, messages }, outcome) {
    switch (outcome.kind) {
      case 'not department':
        return toOne(messages.notices.onlyDepartments());
      case 'which department?':
        return whichDepartment({ messages }, outcome);
      case 'no round':
        return toOne(messages.notices.notAskedYet());
      case 'versions':
        return card(versionsCard(render, messages, outcome.department, outcome.versions));
    }
  },
});
