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
