import { changeRound } from '../../application/round/change-round.js';
import { changeFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { shownTo } from '../own-message.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';
import { changeFormAgain, notToChange } from './change-form.js';
import { done } from './done.js';

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
  present(deps, outcome, sent, act) {
    const shown = shownTo(act, sent);
    const { change: said } = deps.messages;
    switch (outcome.kind) {
      case 'changed':
        return done(deps, said.changed(outcome.counts), outcome.round.id, shown);
      case 'unchanged':
        return done(deps, said.unchanged(), outcome.round.id, shown);
      case 'overtaken':
        return changeFormAgain(
          deps,
          outcome,
          { problems: [], since: outcome.since },
          said.overtaken(outcome.since),
          shown,
        );
      case 'refused': {
        const told = outcome.problems.map(said.problem).join(' ');
        return changeFormAgain(deps, outcome, { problems: outcome.problems, since: [] }, told, shown);
      }
      default:
        return notToChange(deps, outcome);
    }
  },
});
