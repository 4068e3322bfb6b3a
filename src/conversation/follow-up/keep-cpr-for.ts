import { replyWithReason } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { answerFor, presentAnswered } from './answered.js';

/** *Svar*, in a department's place, by someone who says why the CPR numbers in it are to stand. */
export const keepCprFor = button({
  name: VERBS.keepCprFor,
  where: ['secretariat'],
  right: 'secretariat',
  keepsText: true,
  parse: replyWithReason,
  run: (deps, sent, press) => answerFor(deps, VERBS.keepCprFor, 'text', sent, press),
  present: presentAnswered,
});
