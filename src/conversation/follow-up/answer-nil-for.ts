import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { answerFor, presentAnswered } from './answered.js';

/** *Ingen bemærkninger*: the secretariat gives a nil reply on behalf of a department. */
export const answerNilFor = button({
  name: VERBS.answerNilFor,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: typedReply,
  run: (deps, sent, press) => answerFor(deps, VERBS.answerNilFor, 'nil', sent, press),
  present: presentAnswered,
});
