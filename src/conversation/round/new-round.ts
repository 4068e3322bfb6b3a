import { type OpenRoundFormOutcome, openRoundForm } from '../../application/round/plan-round.js';
import { type Answer, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';
import { emptyForm, roundForm } from './round-form-answer.js';

/** *ny runde* shows the form for a new round. */
export const newRound = channelCommand({
  name: 'round.new',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ newRound: said }) => said,
  phrases: { da: ['ny runde'], en: ['new round'] },
  said: {
    da: [
      'sæt*|sætte|start*|lav|opret|kør|begynd|åbn|gang ny|nyt|næste|endnu gang|igang|en|op',
      'læg*|lægge|send*|udsend* det|den|ROUND|REPORT|opfølgning*|sag ud|rundt til DEPARTMENT|WHOM|alle',
      'SOURCE bestilt|efterlyst|efterspurgt|anmodet|bedt|krævet|ønsker|forlanger',
      'SOURCE bestilt|efterlyst|efterspurgt|anmodet|bedt|krævet|ønsker|forlanger|vil REPORT|opfølgning*|svar*|ANSWER|WHOM|status*',
      'bestil*|rekvir*|efterlys*|anmod* ANSWER|REPORT|WHOM|bidrag*',
      'ny|nyt|næste|endnu|frisk opgave|opfølgning*|henvendelse*|anmodning*|aktindsigt*|omgang|udmelding*',
      'sende|send|skal|have|få noget|det|den|spørg* ud|rundt til DEPARTMENT|alle|WHOM',
      'jeg|vi skal have|spørge|høre|indhente DEPARTMENT|alle om',
      'forespørg*|rundspørg*|spørgerunde*|spørgeskema*',
      'hvordan|hvor laver|stiller|sender jeg|man|vi spørg*|høring*|forespørg*',
      'forfra|genstart* ny|ROUND',
      'START REPORT',
      'START REPORT WHOM',
      'START ROUND om|til|på|WHOM',
      'stil* WHOM spørg*',
      'stil* WHOM ny|nyt spørg*',
      'spørg* WHOM om|til',
      'send* REPORT|spørg*|ROUND|sag ud|rundt|WHOM|afsted',
      'få|have|skal REPORT|spørg*|ROUND ud|rundt|afsted',
      'send* REPORT|spørg*|sag i høring',
      'REPORT|sag|spørg* i|til høring',
      'indhent*|indsaml*|få|saml*|bruge|have ANSWER|REPORT fra WHOM',
      'indhent*|indsaml* REPORT|ANSWER|udtalelse*|oplysning*',
      'have|bruge|få svar*|ANSWER ny|nyt|REPORT WHOM',
      'næste|ny|nyt|endnu|frisk REPORT|ROUND|spørg*|emne|tema|sag|høring',
      'ny|nyt|næste REPORT fra SOURCE',
      'SOURCE vil|ønsker|beder|bedt|har|vil|skal REPORT|spørg*|svar*',
      'SOURCE REPORT WHOM|ny|nyt',
      'SOURCE vil|har have REPORT fra WHOM',
      'gang|gå|komme ny|nyt|næste ROUND|REPORT',
      'gang sat|sætte|sæt|skyde|skyd|sparke|få ROUND|REPORT|høring',
      'gang sat|sætte|sæt|skyde|skyd|sparke|få ny|nyt|næste ROUND|REPORT|høring',
      'skyd*|spark*|fyr* ROUND|REPORT afsted|gang',
      'hvordan starter|opretter|laver|sætter|begynder|igangsætter man|jeg|vi ROUND|ny|høring',
      'formular|skema|blanket ny|nyt|ROUND',
      'skal vi have gang i ROUND|ny|næste',
      'høre WHOM om|til',
      'høre WHOM mening|holdning|bemærkning*',
      'klar til ny|næste|nyt ROUND|REPORT',
      'tag* hul ny|næste|nyt ROUND|REPORT',
      'REPORT DEPARTMENT|alle svar*|skal',
      'har REPORT DEPARTMENT|alle svar*',
      'ny|nyt|nye REPORT',
      'ny|nyt|nye REPORT hvordan|skal gang|i',
      'ANSWER fra DEPARTMENT|alle ny|nyt|nye REPORT',
      'skal have ANSWER på|til ny|nyt|nye REPORT',
      'send* REPORT ud|til DEPARTMENT|alle',
      'START ROUND',
      'START ny|næste|endnu ROUND',
      'indhent*|indsaml* ANSWER',
      'indhent*|indsaml* ANSWER alle|fra DEPARTMENT',
      'ny|nyt|nye|næste ROUND|spørgsmål|spørgerunde DEPARTMENT|til',
      'ny|nyt|nye|næste ROUND|spørgsmål til DEPARTMENT|alle',
      'ny|nyt|nye REPORT DEPARTMENT|spørg*|spurgt|ANSWER',
      'ANSWER fra DEPARTMENT REPORT ny',
      'skal have spurgt',
      'spurgt DEPARTMENT|alle',
      'ny|nyt|nye REPORT spurgt|spørg*|ANSWER DEPARTMENT|alle',
      'skal gang|have ROUND',
      'ny|nyt|nye|næste|anden ROUND',
      'endnu en ROUND',
      'ny|nyt|nye start*|opret*|begynd*|igangsæt*|planlæg*|sæt*|gang ROUND',
      'ROUND gang',
      'ROUND send* ud',
      'spørg* DEPARTMENT|alle|dem|fagområderne',
      'send* spørgsmål*|REPORT DEPARTMENT|alle|ud|rundt',
      'indhent*|indsaml*|saml* svar* ny*|REPORT|ind',
      'ny|nyt|nye REPORT|spørgsmål|ombudsmandsberetning',
      'REPORT ny runde|høring',
      'bed* DEPARTMENT svar*',
      'rundspørge',
      'spørg* fagområde|afdeling|forvaltning|alle REPORT|ny',
      'nyrunde',
    ],
    en: [
      'new|another round please|on|about|for',
      'kick|get off|going round',
      'set up round',
      'send out|questions|question departments|everyone',
      'new|another|next|second round',
      'start|open|create|begin|plan|make round',
      'start|open|create|begin new|another round',
      'ask departments|everyone',
      'new report|question',
    ],
  },
  parse: itsWordsAlone,
  run: (deps, _, { address }) => openRoundForm(deps, address.tenantId),
  present: newRoundAnswer,
});

/** The form, or, where nobody could be asked, words that say so. */
export function newRoundAnswer(deps: Deps, outcome: OpenRoundFormOutcome): Answer {
  switch (outcome.kind) {
    case 'no departments':
      return words(deps.messages.notices.noDepartments());
    case 'form':
      return roundForm(deps, emptyForm(deps, outcome));
  }
}
