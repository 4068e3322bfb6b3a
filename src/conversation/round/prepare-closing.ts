import { prepareClosing } from '../../application/round/close-round.js';
import { currentRound } from '../../application/round/which-round.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { answersCommand, shownTo } from '../own-message.js';
import { itsWordsAlone } from '../read-command.js';
import { button, channelCommand } from '../row.js';
import { closingCheck, notToClose } from './closing-check.js';
import { noCurrentRound } from './current-round.js';

/** *Afslut runden …* on the notat's card shows what must be decided before the round can be closed. */
export const prepareClosingButton = button({
  name: VERBS.prepareClosing,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId }, { address }) => prepareClosing(deps, { roundId, address }),
  present: (deps, outcome, about, press) =>
    outcome.kind === 'check' ? closingCheck(deps, outcome, false, shownTo(press, about)) : notToClose(deps, outcome),
});

/** *afslut* shows the same for the newest round. */
export const prepareClosingCommand = channelCommand({
  name: 'round.check-closing',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ close }) => close,
  phrases: { da: ['afslut', 'afslut runden'], en: ['close', 'close the round'] },
  said: {
    da: [
      'CLOSE og slut|færdig|punktum',
      'sidste|alle inde|svaret|kommet CLOSE',
      'stop|stoppe ROUND',
      'stop|stoppe ROUND før|nu|tid|kan|vi|inden',
      'CLOSE den|det|ned|nu|helt|runden',
      'CLOSE den|det|ned|nu|ROUND|REPORT vil|kan|skal|gerne|må|jeg|vi',
      'CLOSE ROUND|REPORT',
      'vi|alle|er færdig* CLOSE',
      'vi|alle|er færdig* med ROUND|REPORT',
      'vi|alle|er færdig* kan|vi CLOSE den|det|nu|ned|ROUND',
      'har alle|WHOM ARRIVED CLOSE den|det|nu|ned|ROUND',
      'klar|parat til at CLOSE',
      'noget|hvad tjek*|kontrol*|gennemgå*|huske|gøre|mangler|plads|ordne|obs*|opmærksom* før|inden|klar CLOSE',
      'noget|hvad vi|jeg tjek*|kontrol*|gennemgå*|huske|gøre|mangler|plads|ordne|obs*|opmærksom* før|inden|klar CLOSE|ROUND lukkes|lukker|luk*',
      'hvad mangler for|før|inden CLOSE',
      'hvad mangler for|før|inden vi|jeg|kan CLOSE',
      'hvad skal vi|jeg|der være|se|styr|ordnes før|inden|for CLOSE',
      'tjek*|kontrol*|gennemgå* om|før|inden CLOSE klar|kan|vi',
      'kan|må|skal ROUND CLOSE',
      'hvordan CLOSE man|jeg|vi ROUND|den|det',
      'sæt*|sætte punktum ROUND|for|her',
      'runde runder af',
      'rund den|det af',
      'lav*|gør*|få endelig*|færdig* NOTAT|udgave|version',
      'NOTAT endelig*|færdig* version|udgave|lav*|klar*',
      'ROUND mål|færdig*|forbi|slut|overstået',
      'ROUND mål|færdig*|forbi|slut|overstået gør*|hvad|nu|vi|er',
      'gør*|erklær* ROUND færdig*|slut',
      'ikke flere|mere ANSWER|svar* ind CLOSE|luk*',
      'stop*|stands*|afbryd* ROUND|høring|indsamling*',
      'CLOSE selvom|trods|alligevel|uden MISSING|WHOM|ANSWER',
      'stopper|stoppes|stands* ROUND',
      'færdig*|klar|mål|svar* CLOSE',
      'færdig*|klar|svar* ROUND CLOSE',
      'alle svar* CLOSE',
      'er|vi klar CLOSE',
      'hvad skal gøre|gør CLOSE',
      'gøre|gør færdig ROUND',
      'CLOSE',
      'CLOSE ROUND',
      'CLOSE nu|ned selvom|trods|alligevel|ned',
      'CLOSE nu selvom|trods mangler',
      'CLOSE selvom|trods mangler',
      'færdig* med ROUND',
      'ROUND i mål',
      'CLOSE ROUND før|nu|tid|selvom|hvordan',
      'afslut*',
      'luk*',
      'afslut*|luk*|færdiggør*|afrund*|slutte|afvikl* ROUND',
      'færdiggør*|afrund*',
      'notat endelig*',
      'notat endelig* gør*|lav*|få|færdig*',
      'notat gør* færdig*',
      'endelig* version|notat|udgave',
      'ROUND slut|færdig*|forbi',
      'vi er færdige',
      'punktum',
      'afslut* nu|runde nu',
      'klar afslut*|luk*',
      'slut ROUND',
    ],
    en: [
      'wrap|finish|close up|off|out round|it',
      'ready to close',
      'close',
      'finish|complete|finalise|finalize',
      'close|finish|end|complete round|up|now',
      'final notat|version|memo',
      'round done|over|finished',
      'notat final|finalise|finalize',
    ],
  },
  parse: itsWordsAlone,
  run: async (deps, _, { address, meantRound }) => {
    const current = await currentRound(deps, address.tenantId, meantRound);
    return current.kind === 'round' ? prepareClosing(deps, { roundId: current.overview.round.id, address }) : current;
  },
  present(deps, outcome, _, act) {
    switch (outcome.kind) {
      case 'no round':
      case 'which round?':
        return noCurrentRound(deps, outcome, { command: 'round.check-closing' });
      case 'check':
        return closingCheck(deps, outcome, false, answersCommand(act));
      default:
        return notToClose(deps, outcome);
    }
  },
});
