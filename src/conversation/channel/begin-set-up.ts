import { beginSetUp } from '../../application/channel/begin-set-up.js';
import { placeSecretariat } from '../../application/channel/place-secretariat.js';
import { VERBS } from '../../cards/buttons.js';
import { actedIn } from '../acted.js';
import { words } from '../answer.js';
import { itsWordsAlone } from '../read-command.js';
import { button, channelCommand, personalCommand } from '../row.js';
import { placingAnswer } from './placing-answer.js';
import { inPlaceOfQuestion, question } from './set-up-answer.js';
import { setUpCard, setUpNow } from './set-up-card.js';
import { SETUP_SAID } from './setup-said.js';
import { SET_UP } from './show-set-up.js';

/** *opsætning* in a channel that is nobody's: an administrator can begin there, and others are told where it is. */
export const beginSetUpCommand = channelCommand({
  name: 'setup.begin',
  where: ['unregistered'],
  right: 'take part',
  help: ({ beginSetUp: said }) => said,
  phrases: SET_UP,
  said: {
    da: [
      'ikke|hvordan finde ud|hvordan CONNECTED',
      'kan ikke finde ud CONNECTED|med|op|gang',
      'første|næste skridt|trin kommune*|os|vi|hvad|er|for',
      'første|næste skridt|trin hvad er|for kommune*|os|vi|forklar*|fortæl',
      'hvordan|hvad foregår|sker|virker|gør CONNECTED|tilslut*|tilmeld*|oprettelse*|opkobling*|opstart*',
      'tilslutning*|tilmelding*|oprettelse*|opkobling*|opstart*|ibrugtagning*|installation*',
      'hvem kan|skal tilknytte|tilmelde|oprette|koble|sætte os|kanal*|det|op',
      'hvad skal der til for|at kanal*|vi|os|den med|kommer|tilkoblet|gang|CONNECTED',
      'hvad kræver det at|for kanal*|vi|os|den med|kommer|gang|CONNECTED',
      'næste skridt|trin',
      'næste skridt|trin hvad|installeret|så|er|nu|botten',
      'lige|nu installeret|tilføjet|inviteret dig|botten|notatbot|bot*',
      'hvordan|hvad kommer|kom|komme|får gang|igang',
      'hvordan|hvad kommer|kom|komme|får gang|igang vi|man|jeg|os det|her',
      'hvordan|hvad kommer|kom|komme vi|man|jeg gang|igang sætte|sat|sæt op',
      'kom*|komme gang|igang vi|os|mig',
      'hvordan|hvad bliver|kommer|kan|får|gør vi|jeg|man|os CONNECTED',
      'hvordan|hvad bliver|kommer|kan|får|gør vi|jeg|man|os CONNECTED kanal*|team*|her',
      'hvordan|hvor bliver|kommer|kan vi|jeg|man|os med|på',
      'hvordan|hvor sætter|sætte|sættes|opsætter|installerer|opretter|konfigurerer|tilslutter|aktiverer vi|man|jeg|dig',
      'hvordan|hvor sætter|sætte|sættes vi|man|jeg op dig|det|hele|notatbot|bot*',
      'hvad skal vi|jeg|man gøre nu|først',
      'hvad skal vi|jeg|man gøre for|at gang|igang|sat|bruge|tilkoblet',
      'hvad gør vi|man|jeg nu|først',
      'hvor starter|begynder vi|man|jeg',
      'hvad er næste skridt|trin|første',
      'opsæt*|indstil*|konfigur*|installer*|ibrugtag*',
      'opsæt*|indstil*|konfigur*|installer* kanal*|team*|start*|begynd*|kan|hvordan|vi|hjælp*',
      'sæt*|sætte|sat op',
      'sæt*|sætte|sat op dig|os|det|team*|kanal*|hele|kommune*|notatbot',
      'skal sættes|være|have sat op',
      'ny|nye installeret|tilføjet|inviteret|lagt nu|hvad|hvordan',
      'fået dig ind|installeret|tilføjet|med',
      'fået dig ind|installeret|tilføjet|med team* hvad|hvordan nu',
      'kan|vil bruge|begynde|starte dig|notatbot vi',
      'klar til start*|begynde|gang',
      'forbered*|gør* klar|parat',
      'guide*|vejled* opsæt*|gang|os',
    ],
    en: ['set up', 'get started|going', 'how set up|start|begin|connected|registered'],
  },
  parse: itsWordsAlone,
  run: (deps, _, act) => beginSetUp(deps, { ...actedIn(act), registered: deps.channel }),
  present(deps) {
    const { placeQuestion, placeHere } = deps.messages.settingUp;
    return question(deps, placeQuestion(), placeHere, VERBS.placeHere, {});
  },
});

/** *opsætning* in a personal chat says where it is. */
export const whereSetUpIs = personalCommand({
  name: 'setup.where',
  where: ['personal'],
  right: 'take part',
  help: ({ whereSetUpIs: said }) => said,
  phrases: SET_UP,
  said: SETUP_SAID,
  parse: itsWordsAlone,
  run: async ({ channels }, _, { sender }) => ({
    kind: 'told' as const,
    secretariat: await channels.secretariat(sender.tenantId),
  }),
  present({ messages: { settingUp } }, { secretariat }) {
    return words(secretariat === undefined ? settingUp.noSecretariat() : settingUp.where(secretariat.name));
  },
});

/** *Gør denne kanal til sekretariatets*. What is to be set up comes at once in the question's place. */
export const placeHereButton = button({
  name: VERBS.placeHere,
  where: ['unregistered'],
  right: 'place the secretariat',
  parse: () => ({}),
  run: (deps, _, press) => placeSecretariat(deps, press, () => false),
  async present(deps, outcome, _, press) {
    // Somebody may have chosen another channel in the meantime.
    if (outcome.kind !== 'placed') return inPlaceOfQuestion(deps, placingAnswer(deps, outcome));
    return { ...setUpCard(deps, await setUpNow(deps, press, 'teams')), forAll: 'shown' };
  },
});
