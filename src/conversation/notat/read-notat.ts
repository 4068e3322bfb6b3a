import { readFinal } from '../../application/notat/read-final.js';
import { aboutDepartment } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { finalNotatCard } from '../../cards/notat/final-notat-card.js';
import { card } from '../answer.js';
import { cardOf } from '../department-press.js';
import { asItIsNow, wordsFor } from '../reply/department-answers.js';
import { button } from '../row.js';

/**
 * *Læs notatet* shows a department the final notat, with a link to its Word file: in a dialog, where nobody else sees
 * it, and for a client without dialogs in the place of the department's card.
 */
export const readNotat = button({
  name: VERBS.readNotat,
  where: ['department'],
  right: 'take part',
  dialog: 'opens',
  parse: aboutDepartment,
  run: (deps, about, press) => readFinal(deps, cardOf(about, press)),
  present(deps, outcome, _, { surface }) {
    const { department } = outcome;
    if (outcome.kind === 'not final') return asItIsNow(deps, department);
    const { round, record, notat } = outcome;
    const document = { tenantId: round.secretariat.tenantId, roundId: round.id, notatId: record.id };
    const link = deps.links.create(document, deps.clock.now());
    const messages = wordsFor(deps, department);
    const isOnCard = surface !== 'dialog';
    const shown = finalNotatCard(deps.render, messages, { department, record, notat, link, isOnCard }, deps.ids.next());
    return isOnCard ? card(shown) : { kind: 'dialog', title: messages.receipt.readNotat, card: shown, size: 'large' };
  },
});
