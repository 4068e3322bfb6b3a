import { mendTexts } from '../../application/round/mend-texts.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { shownTo } from '../own-message.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';
import { closingCheck, notToClose } from './closing-check.js';

/** *Foreslå tegn og mellemrum rettet* on the closing card mends what needs no decision, in one press for all departments. */
export const proposeEditsButton = button({
  name: VERBS.proposeEdits,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId, nonce }, press) => {
    const name = nameOfPress({ verb: VERBS.proposeEdits, nonce }, press, []);
    return mendTexts(deps, { roundId, address: press.address, by: press.by, press: name });
  },
  present(deps, outcome, about, press) {
    if (outcome.kind !== 'check') return notToClose(deps, outcome);
    const { proposed, isOwnMended } = outcome;
    return closingCheck(
      deps,
      outcome,
      false,
      shownTo(press, about),
      deps.messages.closing.mending(proposed, isOwnMended),
    );
  },
});
