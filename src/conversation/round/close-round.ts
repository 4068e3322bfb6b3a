import { closeRound } from '../../application/round/close-round.js';
import { closingFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { shownTo } from '../own-message.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';
import { closingCheck, notToClose } from './closing-check.js';
import { done } from './done.js';

/** *Afslut runden* closes the round if everything on the closing card is decided. */
export const closeRoundButton = button({
  name: VERBS.closeRound,
  where: ['secretariat'],
  right: 'run rounds',
  parse: closingFields,
  run: (deps, { roundId, nonce, keep, missing }, press) => {
    const name = nameOfPress({ verb: VERBS.closeRound, nonce }, press, [keep, missing]);
    return closeRound(deps, { roundId, address: press.address, by: press.by, press: name, keep, missing });
  },
  present(deps, outcome, sent, press) {
    const shown = shownTo(press, sent);
    const { closing } = deps.messages;
    switch (outcome.kind) {
      case 'closing':
        return done(deps, closing.underWay(), sent.roundId, shown);
      case 'undecided':
        return closingCheck(deps, outcome, true, shown);
      case 'template unreadable':
        return words(closing.templateUnreadable());
      default:
        return notToClose(deps, outcome);
    }
  },
});
