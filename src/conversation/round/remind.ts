import { currentRound } from '../../application/round/which-round.js';
import { dryRunCard, nextLine } from '../../cards/round/plan-card.js';
import { card, messagesOf, words } from '../answer.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';
import { afterNewer, noCurrentRound } from './current-round.js';

/** *ryk --prøv* shows what the bot would send now by itself. It changes nothing. Phones make a dash of two hyphens. */
export const tryReminding = channelCommand({
  name: 'round.try-reminding',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ tryReminding: said }) => said,
  phrases: {
    da: ['ryk --prøv', 'ryk prøv', 'ryk -prøv', 'ryk –prøv', 'ryk —prøv', 'ryk – prøv', 'ryk — prøv', 'prøv at rykke'],
    en: ['remind --dry-run', 'remind –dry-run', 'remind —dry-run', 'remind dry run', 'dry run', 'dry-run'],
  },
  said: {
    da: [
      'hvem vil|ville få|får REMINDERS',
      'hvad REMINDERS gør inden|før',
      'vise|vis hvad REMINDERS gør inden|før',
      'se REMINDERS inden|før',
      'testryk*|testpåmind*|prøveryk*|prøvepåmind*',
      'hvem REMINDER hvis nu|jeg|sender',
      'vise|vis|se REMINDERS inden|før sendes|sender|går|ud',
      'hvordan ville|vil|ser REMINDERS ud',
      'prøve|prøv|test* REMINDER',
      'hvem|hvad ville|bliver REMINDER hvis|nu',
      'prøv*|test*|simuler*|afprøv*|øv* REMINDER',
      'REMINDER uden sende|send*',
      'hvad|hvem ville sendt|sende|få|sendes|modtage|rykket|påmindet REMINDER|nu',
      'hvad ville ske|sendt|sendes|sende',
      'prøvekør*|testkør*|tørkør*|prøverykker',
      'prøve|prøv* først REMINDER|send*',
      'hvad|hvis|hvem REMINDER nu',
      'se hvad sendt|sendes|sender|ud',
      'se|vis hvem|hvad REMINDER ville|bliver|får|nu|først|inden|før',
      'eksempel|forhåndsvis* REMINDER',
    ],
    en: [
      'try|test|simulate remind|reminding|reminder|reminders',
      'dry run',
      'what would sent|send',
      'remind without sending',
      'preview reminders|reminder',
    ],
  },
  parse: itsWordsAlone,
  run: (deps, _, { address, meantRound }) => currentRound(deps, address.tenantId, meantRound),
  present(deps, outcome) {
    if (outcome.kind !== 'round') return noCurrentRound(deps, outcome, { command: 'round.try-reminding' });
    const { render, messages, clock } = deps;
    const shown = dryRunCard(render, messages, outcome.overview, clock.now());
    return afterNewer(deps, outcome.isNewerUnreadable, messagesOf(deps, card(shown)));
  },
});

/** *ryk* alone: nobody needs to, and whoever wants to remind a single department is told how. */
export const explainReminding = channelCommand({
  name: 'round.explain-reminding',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ explainReminding: said }) => said,
  phrases: { da: ['ryk', 'ryk alle', 'rykker', 'rykkere'], en: ['remind', 'remind all', 'remind everyone'] },
  said: {
    da: [
      'REMIND NAME',
      'REMINDERS til NAME|DEPARTMENT|alle',
      'følg* op',
      'følg* op dem|alle|mangler',
      'REMINDERS trænger|fortjener|brug NAME|DEPARTMENT|de',
      'giv* alle|dem|de praj|skub|prik',
      'giv* NAME|DEPARTMENT praj|skub|prik|REMINDER',
      'send* REMINDER',
      'REMIND alle|dem|de|sidste|langsomme|NAME|DEPARTMENT|efternølerne',
      'puf*|prik*|skub* til|dem|de|sidste|alle|NAME',
      'REMIND ANSWER',
      'REMINDER for ANSWER',
      'husk|huske|mind|minde dem|alle|de frist|på|om',
      'giv* dem skub|praj|prik',
      'giv* dem et skub|praj|prik',
      'ryk*',
      'rykker*',
      'påmind*',
      'mind|minde|minder om',
      'hvornår ryk*|rykker*|påmind*',
      'hvornår næste|første|sidste ryk*|rykker*|påmind*',
      'ryk*|påmind*|rykker* alle|sidste|dem|resten|manglende|de|X|mangler|DEPARTMENT|send*',
      'send* ryk*|rykker*|påmind*|reminder',
      'prik*|skub* til|dem',
      'erindr*|rykkerbrev*|rykkermail*|reminder',
      'ryk*|påmind*|rykker* ikke svar*|reager*',
      'ryk*|rykker* svar*',
      'ryk*|rykker* selv|automatisk',
    ],
    en: [
      'remind',
      'reminder',
      'nudge|chase|prod',
      'remind|nudge|chase not answered|replied|responded',
      'remind|nudge|chase ones|those|everyone|all|them|missing|departments',
      'when next reminder',
      'send reminder|reminders',
    ],
  },
  parse: itsWordsAlone,
  run: (deps, _, { address, meantRound }) => currentRound(deps, address.tenantId, meantRound),
  present(deps, outcome) {
    if (outcome.kind !== 'round') return noCurrentRound(deps, outcome, { command: 'round.explain-reminding' });
    const { messages, clock } = deps;
    const next = nextLine(messages, outcome.overview, clock.now());
    const answer = words(messages.reminderPlan.byThemselves(next));
    return afterNewer(deps, outcome.isNewerUnreadable, messagesOf(deps, answer));
  },
});
