import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { answerFor, presentAnswered } from './answered.js';

/** *Svar*: the secretariat answers on behalf of a department. */
export const answerForButton = button({
  name: VERBS.answerFor,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: typedReply,
  run: (deps, sent, press) => answerFor(deps, VERBS.answerFor, 'text', sent, press),
  present: presentAnswered,
});
