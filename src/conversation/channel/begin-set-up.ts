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
import { SET_UP } from './show-set-up.js';

/** *opsætning* in a channel that is nobody's: an administrator can begin there, and others are told where it is. */
export const beginSetUpCommand = channelCommand({
  name: 'setup.begin',
  where: ['unregistered'],
  right: 'take part',
  help: ({ beginSetUp: said }) => said,
  phrases: SET_UP,
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
