import { sendAgain } from '../../application/work/send-again.js';
import { aboutTrouble } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { unknown } from '../follow-up/follow-up-answers.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { presentTrouble, troublePressOf } from './trouble-answer.js';

/** *Send igen*: on the card about a department, and on the status card for what was meant for the secretariat. */
export const sendAgainButton = button({
  name: VERBS.sendAgain,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutTrouble,
  run: (deps, about, press) => sendAgain(deps, troublePressOf(VERBS.sendAgain, about, press)),
  present(deps, outcome, about, press) {
    const shown = shownTo(press, about);
    const { sentAgain, nothingToSend } = deps.messages.trouble;
    switch (outcome.kind) {
      case 'done':
      case 'unchanged':
        return presentTrouble(deps, outcome.now, sentAgain, shown);
      case 'nothing to send':
        return presentTrouble(deps, outcome.now, nothingToSend, shown);
      case 'unknown':
        return unknown(deps);
    }
  },
});
