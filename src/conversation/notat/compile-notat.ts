import { compileNotatNow } from '../../application/notat/compile-notat.js';
import { notatIdOf } from '../press-name.js';
import { itsWordsAlone } from '../read-command.js';
import { afterNewer, noCurrentRound } from '../round/current-round.js';
import { channelCommand } from '../row.js';
import type { Said } from '../understanding/said.js';
import { notatMessages } from './notat-messages.js';

/** Sentences that ask for the notat, in a channel or in a personal chat. */
export const NOTAT_SAID: Said = {
  da: [
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
  present: (deps, outcome) =>
    outcome.kind === 'compiled'
      ? afterNewer(deps, outcome.isNewerUnreadable, notatMessages(deps, outcome))
      : noCurrentRound(deps, outcome, { command: 'notat.compile' }),
});
