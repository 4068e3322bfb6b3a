import { compileNotatNow } from '../../application/notat/compile-notat.js';
import { words } from '../answer.js';
import { notatIdOf } from '../press-name.js';
import { itsWordsAlone } from '../read-command.js';
import { afterNewer, noCurrentRound } from '../round/current-round.js';
import { channelCommand } from '../row.js';
import type { Said } from '../understanding/said.js';
import { notatMessages } from './notat-messages.js';

/** Sentences that ask for the notat, in a channel or in a personal chat. */
export const NOTAT_SAID: Said = {
  da: [
    'gener*|dan*|lav*|byg*|print*|udskriv* papir*|bilag*|dokument*',
    'gener*|dan*|lav*|byg*|print*|udskriv* papir*|bilag*|rapport* SOURCE|*udvalg|mødet',
    'papir*|udskrift* til|SOURCE få|have|skal|må|gener*|lav*',
    'hvor|hvad er|ligger|finder|bliver FILE|NOTAT',
    'hvor|hvad er|ligger|finder jeg|vi|så FILE|NOTAT|DRAFT',
    'jeg|vi skal|må bruge|have|se det|noget til udvalg*|mødet|dagsorden*|byråd*|SOURCE',
    'se|læse|få|have|vis samtlige|alle ANSWER|svar*|bidrag* samlet|på|i|sammen',
    'hvordan ser|lyder|tager resultat*|teksten|det|produkt* ud|foreløbig*',
    'resultat* få|se|vis|send*|lav*|af',
    'lav|skriv|byg|saml det med|ud svar*|ANSWER',
    'lav|skriv|byg|saml det med|ud svar*|ANSWER vi|har|nu|IN',
    'SOURCE vil|skal|beder se|have|læse noget|NOTAT|DRAFT|det|FILE',
    'SOURCE vil|skal|beder se|have|læse noget|NOTAT|DRAFT|det|FILE nu|lav*|svar*|foreløbig*',
    'NOTAT|DRAFT|FILE FETCH jeg|vi|mig|os|lige',
    'NOTAT|DRAFT FETCH nu|indtil|foreløbig*|svar*|ANSWER|selvom|DRAFT',
    'NOTAT|DRAFT|FILE må|kan|skal jeg|vi få|se|have|bruge',
    'NOTAT|DRAFT hvor henne|langt|ligger|er',
    'NOTAT|DRAFT hvordan ser|bliver|tager ud|nu',
    'NOTAT|DRAFT med det|svar* IN',
    'NOTAT|DRAFT som det|er|ser nu|ud|lige',
    'NOTAT|FILE læg*|gem*|del*|eksport*|fremsend*|mail*|overfør*',
    'NOTAT|FILE læg*|gem*|del*|eksport*|fremsend*|mail* onedrive|sharepoint|mappe*|drev*|filer',
    'NOTAT|DRAFT|FILE nyeste|seneste|aktuel*|opdater*|sidste version*|udgave*|få|se|have',
    'NOTAT|DRAFT aktuel*|opdater*|frisk|ny',
    'få|have|se|kan det|svar*|ANSWER|dem word|FILE|docx',
    'kan vi|jeg få det|svar*|ANSWER word|FILE',
    'saml* ANSWER|svar*|det|trådene|bidrag* FILE|NOTAT|ét|sammen',
    'saml* ANSWER|svar*|det|hele|alt op|sammen|ét',
    'saml* ANSWER|svar*|alt|det IN|modtaget',
    'sammenskriv*|sammenfat*|opsummer*|sammendrag|sammenskrivning*|opsaml*|resum*|udtræk*|træk*|eksport*|kog*',
    'sammenskriv*|sammenfat*|opsummer*|sammendrag|opsaml*|resum*|udtræk*|træk*|eksport* ANSWER|svar*|IN|det',
    'ANSWER|svar* samlet|sammen|ét|fælles|et|hele FILE|NOTAT|sted|læs*|se|liste',
    'lav*|byg*|gener*|dan*|udarbejd*|skriv*|strik* NOTAT|DRAFT',
    'lav*|byg*|gener*|dan*|udarbejd*|skriv*|strik* NOTAT|DRAFT ud|fra|af|på|med svar*|ANSWER|det|IN',
    'skriv* det|svar*|hele sammen',
    'hvad kommer|vil der stå NOTAT',
    'læse|kigge|smugkig*|korrektur* NOTAT|DRAFT',
    'læse|kigge|smugkig*|korrektur* NOTAT|DRAFT igennem|inden|før|på',
    'NOTAT mødet|udvalg*|dagsorden*|byråd* bruge|skal|have',
    'ikke finde|se|hente|åbne NOTAT|FILE|DRAFT',
    'få|se NOTAT selvom|trods mangler',
    'NOTAT selvom|trods mangler svar*',
    'NOTAT|DRAFT|FILE mangler|bruge|bede',
    'hvad står NOTAT',
    'NOTAT|DRAFT|FILE FETCH',
    'DRAFT NOTAT|FILE|udgave*|version*',
    'NOTAT|DRAFT hvor|hvordan ser|ligger|er|finder|får',
    'NOTAT|DRAFT hvor|hvordan fat|hent* få|får',
    'DRAFT til',
    'DRAFT har|er|få',
    'foreløbig* udgave*|version*',
    'saml*|sammenskriv*|sammensæt* ANSWER',
    'saml* ANSWER én|et|i FILE|NOTAT|dokument',
    'skriv* ANSWER sammen',
    'ANSWER samlet|sammen FILE|NOTAT|læs*|se',
    'alle ANSWER samlet',
    'FILE mangler|bruge|skal|har|er',
    'FILE send*|få|giv mig|os|jeg|vi',
    'notat|memo plz|pls|nu|igen',
    'NOTAT færdigt|færdig|klar|klart',
    'notat',
    'notat udkast|foreløbig*|indtil|samlet|klar|aktuel*|opdater*|gener*|kig*|læs*|se|vis|hent*|send*|få|lav*|byg*|skriv*',
    'notat word|docx|fil|dokument|pdf|print*|udskriv*|download*',
    'udkast',
    'saml* svar*',
    'alle svar* samlet|dokument|word|notat',
    'svar* samlet|dokument|word',
    'word|docx',
    'fil send*|hent*|få|download*|vis|have',
    'dokument send*|hent*|få|download*|vis|se|have',
    'download*',
  ],
  en: [
    'notat|memo|document',
    'draft',
    'notat|memo|document see|show|get|send|fetch|download|draft|word',
    'download',
    'all answers|replies document',
  ],
};

/** *notat* compiles the notat of the newest round from the replies so far. */
export const compileNotat = channelCommand({
  name: 'notat.compile',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ notat }) => notat,
  phrases: { da: ['notat'], en: ['notat', 'memo'] },
  said: NOTAT_SAID,
  parse: itsWordsAlone,
  run: (deps, _, { address, by, thread = address.channelId, activityId, meantRound }) =>
    compileNotatNow(deps, {
      tenantId: address.tenantId,
      where: address.channelId,
      by,
      notatId: notatIdOf(thread, activityId),
      meant: meantRound,
    }),
  present(deps, outcome) {
    switch (outcome.kind) {
      case 'compiled':
        return afterNewer(deps, outcome.isNewerUnreadable, notatMessages(deps, outcome));
      case 'called off':
        return words(deps.messages.withdrawal.noNotat());
      default:
        return noCurrentRound(deps, outcome, { command: 'notat.compile' });
    }
  },
});
