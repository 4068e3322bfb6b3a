import { markArrived } from '../../application/work/send-again.js';
import { aboutTrouble } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { unknown } from '../follow-up/follow-up-answers.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { presentTrouble, troublePressOf } from './trouble-answer.js';

/** *Den kom frem*: somebody has seen that what may not have arrived is there. */
export const markArrivedButton = button({
  name: VERBS.markArrived,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutTrouble,
  run: (deps, about, press) => markArrived(deps, troublePressOf(VERBS.markArrived, about, press)),
  present(deps, outcome, about, press) {
    const shown = shownTo(press, about);
    const { markedArrived, nothingInDoubt } = deps.messages.trouble;
    switch (outcome.kind) {
      case 'done':
      case 'unchanged':
        return presentTrouble(deps, outcome.now, markedArrived, shown);
      case 'nothing in doubt':
        return presentTrouble(deps, outcome.now, nothingInDoubt, shown);
      case 'unknown':
        return unknown(deps);
    }
  },
});
