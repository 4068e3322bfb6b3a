import { replyWithReason } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { presentSubmitted, submit } from './submitted.js';

/** *Send svar* after a warning about CPR numbers in the text, with a reason why they must stay in it. */
export const keepCpr = button({
  name: VERBS.keepCpr,
  where: ['department'],
  right: 'answer',
  keepsText: true,
  dialog: 'works in',
  parse: replyWithReason,
  run: (deps, sent, press) => submit(deps, VERBS.keepCpr, 'text', sent, press),
  present: presentSubmitted,
});
