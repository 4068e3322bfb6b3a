import { rollRoundForward } from '../../application/round/roll-forward.js';
import { filledForm } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { parseRoundId } from '../../domain/ids.js';
import { fillIn } from '../../domain/round/rolled-forward.js';
import { NO_PREVIOUS_ROUND } from '../../domain/round/round-form.js';
import { button } from '../row.js';
import { emptyForm, roundForm, sentForm } from './round-form-answer.js';

/** *Udfyld som sidste år* fills in the form from an earlier round. What has been typed in it stays. */
export const rollForwardButton = button({
  name: VERBS.rollForward,
  where: ['secretariat'],
  right: 'run rounds',
  parse: filledForm,
  run: (deps, { values, rolledFrom }, { address }) =>
    rollRoundForward(deps, {
      tenantId: address.tenantId,
      // Who has chosen none, and presses this, means the one that is proposed.
      chosen: values.previousRound === NO_PREVIOUS_ROUND ? undefined : parseRoundId(values.previousRound),
      title: values.title,
      before: rolledFrom,
    }),
  present(deps, outcome, filled) {
    const { rolled, before } = outcome;
    const sent = sentForm(filled, outcome);
    const said = deps.messages.planning.nothingEarlier;
    if (rolled === undefined) return roundForm(deps, { ...outcome, ...sent, rolled, said });
    const drawn = before?.values ?? emptyForm(deps, outcome).values;
    const values = { ...fillIn(sent.values, drawn, rolled.values), previousRound: rolled.from.id };
    return roundForm(deps, { ...outcome, ...sent, rolledFrom: rolled.from.id, values });
  },
});
