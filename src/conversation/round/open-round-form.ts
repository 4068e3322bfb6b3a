import { openRoundForm } from '../../application/round/plan-round.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { newRoundAnswer } from './new-round.js';

/** *Ny runde* on the card *Opsætning* shows the form for a new round in its place. */
export const openRoundFormButton = button({
  name: VERBS.openRoundForm,
  where: ['secretariat'],
  right: 'run rounds',
  parse: () => ({}),
  run: (deps, _, { address }) => openRoundForm(deps, address.tenantId),
  present: newRoundAnswer,
});
