import { prepareClosing } from '../../application/round/close-round.js';
import { currentRound } from '../../application/round/which-round.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
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
  present: (deps, outcome) =>
    outcome.kind === 'check' ? closingCheck(deps, outcome, false) : notToClose(deps, outcome),
});

/** *afslut* shows the same for the newest round. */
export const prepareClosingCommand = channelCommand({
  name: 'round.check-closing',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ close }) => close,
  phrases: { da: ['afslut', 'afslut runden'], en: ['close', 'close the round'] },
  parse: itsWordsAlone,
  run: async (deps, _, { address }) => {
    const current = await currentRound(deps, address.tenantId);
    return current.kind === 'round' ? prepareClosing(deps, { roundId: current.overview.round.id, address }) : current;
  },
  present(deps, outcome) {
    switch (outcome.kind) {
      case 'no round':
        return noCurrentRound(deps);
      case 'check':
        return closingCheck(deps, outcome, false);
      default:
        return notToClose(deps, outcome);
    }
  },
});
