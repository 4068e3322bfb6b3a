import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { presentSubmitted, submit } from './submitted.js';

/** *Send svar* sends an answer. In a department with heads, it is a proposal if the person is not a head. */
export const sendReply = button({
  name: VERBS.sendReply,
  where: ['department'],
  right: 'answer',
  keepsText: true,
  dialog: 'works in',
  parse: typedReply,
  run: (deps, sent, press) => submit(deps, VERBS.sendReply, 'text', sent, press),
  present: presentSubmitted,
});
