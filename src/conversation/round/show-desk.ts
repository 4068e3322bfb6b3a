import { openDesk } from '../../application/round/open-desk.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { deskAnswer } from './desk-answer.js';

/** *Tilbage til oversigten*, and *Åbn* on the list of rounds: shows the overview of a round. */
export const showDeskButton = button({
  name: VERBS.showDesk,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId }, { address }) => openDesk(deps, { roundId, address }),
  present: (deps, outcome) => deskAnswer(deps, outcome),
});
