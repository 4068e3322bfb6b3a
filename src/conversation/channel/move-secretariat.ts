import { placeSecretariat } from '../../application/channel/place-secretariat.js';
import { movedFrom } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { placingAnswer } from './placing-answer.js';
import { inPlaceOfQuestion } from './set-up-answer.js';

/** *Flyt sekretariatet hertil*: an administrator means it. */
export const moveSecretariat = button({
  name: VERBS.moveSecretariat,
  where: ['unregistered'],
  right: 'place the secretariat',
  parse: movedFrom,
  run: (deps, { channelId }, press) => placeSecretariat(deps, press, ({ address }) => address.channelId === channelId),
  present(deps, outcome) {
    const answer = placingAnswer(deps, outcome);
    return outcome.kind === 'moved' || outcome.kind === 'placed' ? inPlaceOfQuestion(deps, answer) : answer;
  },
});
