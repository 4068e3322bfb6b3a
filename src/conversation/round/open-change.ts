import { openChange } from '../../application/round/change-round.js';
import { currentRound } from '../../application/round/which-round.js';
import { reopeningFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { ON_FORM } from '../../cards/spot.js';
import { answersCommand, shownTo } from '../own-message.js';
import { itsWordsAlone } from '../read-command.js';
import { button, channelCommand } from '../row.js';
import { openedChangeForm } from './change-form.js';
import { noCurrentRound } from './current-round.js';

/**
 * *Ret runden* shows the form for changing a round that has been sent. A reason for calling it off that has been typed stays
 * where it is.
 */
export const openChangeButton = button({
  name: VERBS.openChange,
  where: ['secretariat'],
  right: 'run rounds',
  parse: reopeningFields,
  run: (deps, { roundId }, { address }) => openChange(deps, { roundId, address }),
  present: (deps, outcome, { reason, spot }, press) =>
    openedChangeForm(deps, outcome, shownTo(press, { spot: reason.trim() === '' ? spot : ON_FORM })),
});

/** *ret runden* shows the same for the newest round. */
export const openChangeCommand = channelCommand({
  name: 'round.write-change',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ change }) => change,
  phrases: { da: ['ret runden', 'ret runde'], en: ['change the round', 'change round'] },
  parse: itsWordsAlone,
  run: async (deps, _, { address, meantRound }) => {
    const current = await currentRound(deps, address.tenantId, meantRound);
    return current.kind === 'round' ? openChange(deps, { roundId: current.overview.round.id, address }) : current;
  },
  present(deps, outcome, _, act) {
    switch (outcome.kind) {
      case 'no round':
      case 'which round?':
        return noCurrentRound(deps, outcome, { command: 'round.write-change' });
      default:
        return openedChangeForm(deps, outcome, answersCommand(act));
    }
  },
});
