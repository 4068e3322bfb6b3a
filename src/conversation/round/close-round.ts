import { closeRound } from '../../application/round/close-round.js';
import { closingFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { noticeCard } from '../../cards/notice-card.js';
import { card, words } from '../answer.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';
import { closingCheck, notToClose } from './closing-check.js';

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
  present(deps, outcome) {
    const { closing } = deps.messages;
    switch (outcome.kind) {
      case 'closing':
        return card(noticeCard(deps.render, deps.messages, closing.underWay()));
      case 'undecided':
        return closingCheck(deps, outcome, true);
      case 'template unreadable':
        return words(closing.templateUnreadable());
      default:
        return notToClose(deps, outcome);
    }
  },
});
