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
      'findes|har|er|ligger det|den|svar*|ANSWER vi sendte|skrev|afleverede stadig|endnu|DAY|gemt',
      'det|hvad vi sendte|skrev|afleverede DAY|stadig|tidligere|sidst|først|oprindelig*',
      'findes|ligger|gemt|gemmes det|den|svar*|ANSWER|tekst* gamle|tidligere|stadig|sendte|slettet',
      'hvad|hvem slettede|overskrev|fjernede|ændrede|rettede svar*|det|ANSWER|tekst*|vores',
      'gendan*|genskab*|fortryd* det|den|svar*|ANSWER|tekst*',
      'hvad lød|stod|var der|det|svar* på|i|oprindelig*|før|tidligere|inden',
      'se|vis|finde hele|alle forløb*|rettelse*|ændring*|ændret',
      'tilbage til det|hvad|som|ANSWER vi|der skrev|havde|stod',
      'tilbage til det|hvad|som|ANSWER vi|der skrev|havde|stod går|før|først|tidligere|vil|kan',
      'hvad|hvem|hvordan NAME|vi|HEAD ændret|rettet|skrevet|redigeret|slettet|tilføjet|lavet|rettede|ændrede svar*|ANSWER|i|om',
      'hvad|hvem NAME|vi|HEAD har|er blevet ændret|rettet|skrevet|redigeret|slettet|tilføjet svar*|ANSWER|i|siden|om',
      'se|vis hvad|hvem|hvordan ændret|rettet|skrevet|redigeret|slettet|tilføjet svar*|ANSWER|NAME|HEAD|siden',
      'se|vis|få|læse|har|findes|finde|hente HISTORY',
      'se|vis|få|læse|har|findes|finde|hente HISTORY ANSWER|svar*|vores|os|over',
      'HISTORY ANSWER|svar*',
      'HISTORY ANSWER|svar* vores|på|af|alle|for',
      'hvad|hvordan skrev|svarede|stod|sendte|så|lød vi|der|NAME|det første|før|oprindelig*|sidst|gang|tidligere|inden|start*|ANSWER',
      'hvad|hvordan skrev|svarede|stod|sendte|så vi|der|NAME|det før|inden|først NAME|HEAD ret*|ændr*',
      'før|inden NAME|HEAD|vi rettede|ændrede|redigerede|rettet|ændret|slettede',
      'før|inden NAME|HEAD|vi rettede|ændrede|redigerede|rettet|ændret|slettede det|i|svar*',
      'ANSWER|svar* første|oprindelig*|tidligere|gamle|forrige|gammel|ældre|sidste|originale udgave*|version*|udkast|tekst*|ordlyd',
      'første|oprindelig*|tidligere|gamle|forrige|gammel|ældre|originale udgave*|version*|udkast|tekst*|formulering*|ordlyd*|besvar*|ANSWER',
      'første|oprindelig*|tidligere|gamle|forrige|gammel|ældre|originale udgave*|version*|udkast|tekst*|formulering*|ordlyd*|besvar*|ANSWER se|vis|finde|hvor|hente|vores|kan',
      'sammenlign*|forskel* ANSWER|svar*|version*|udgave*|udkast',
      'sammenlign*|forskel* ANSWER|svar*|version*|udgave*|udkast første|sidste|gamle|nye|mellem|hvad',
      'hvem har|er|været inde|sidst|senest ret*|ændr*|skrev*|redig*|pill* ANSWER|svar*|vores|i',
      'hvem har udfyldt|skrevet|formuleret|forfattet den|det|ANSWER|svar*|for|os',
      'hvornår ændret|rettet|redigeret|skrevet ANSWER|svar*|det|blev|sidst',
      'fortryd*|gendan*|rul* ANSWER|svar*|rettelse*|ændring*|version*',
      'kopi hvad|ANSWER|svar* sendte|skrev|vi',
      'hvor mange version*|udgave*|gange ANSWER|svar*|rettet|ændret|har',
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
