import { type OpenRoundFormOutcome, openRoundForm } from '../../application/round/plan-round.js';
import { newRoundForm } from '../../cards/round/round-cards.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import { type Answer, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';
import { roundForm } from './round-form-answer.js';

/** *ny runde* shows the form for a new round. */
export const newRound = channelCommand({
  name: 'round.new',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ newRound: said }) => said,
  phrases: { da: ['ny runde'], en: ['new round'] },
  said: {
    da: [
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
    case 'form': {
      const { messages, clock } = deps;
      return roundForm(deps, newRoundForm(messages, outcome.departments, danishDayOf(clock.now())));
    }
  }
}
