import { replyWithReason } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { answerFor, presentAnswered } from './answered.js';

/** *Svar* on behalf of a department, with a reason why the CPR numbers must stay in the answer. */
export const keepCprFor = button({
  name: VERBS.keepCprFor,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: replyWithReason,
  run: (deps, sent, press) => answerFor(deps, VERBS.keepCprFor, 'text', sent, press),
  present: presentAnswered,
});
