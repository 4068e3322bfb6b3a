import { changeRound } from '../../application/round/change-round.js';
import { changeFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { doneCard } from '../../cards/round/done-card.js';
import { card } from '../answer.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';
import { changeFormAgain, notToChange } from './change-form.js';

/** *Gem rettelsen* changes a round that has been sent. The answer says in numbers what happens. */
export const changeRoundButton = button({
  name: VERBS.changeRound,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: changeFields,
  run: (deps, { roundId, nonce, values, changeSeen }, act) => {
    const { departments = [], ...texts } = values;
    const typed = [...Object.values<string>({ ...texts }), departments];
    const press = nameOfPress({ verb: VERBS.changeRound, nonce }, act, typed);
    return changeRound(deps, { roundId, address: act.address, by: act.by, press, values, changeSeen });
  },
  present(deps, outcome) {
    const { render, messages, ids } = deps;
    const { change: said } = messages;
    switch (outcome.kind) {
      case 'changed':
        return card(doneCard(render, messages, said.changed(outcome.counts), outcome.round.id, ids.next()));
      case 'unchanged':
        return card(doneCard(render, messages, said.unchanged(), outcome.round.id, ids.next()));
      case 'overtaken':
        return changeFormAgain(deps, outcome, { problems: [], since: outcome.since }, said.overtaken(outcome.since));
      case 'refused': {
        const told = outcome.problems.map(said.problem).join(' ');
        return changeFormAgain(deps, outcome, { problems: outcome.problems, since: [] }, told);
      }
      default:
        return notToChange(deps, outcome);
    }
  },
});
