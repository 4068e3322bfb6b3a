import { replyWithReason } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { presentSubmitted, submit } from './submitted.js';

/** *Send svar* by someone who has been told of CPR numbers in the text, and says why they are to stand. */
export const keepCpr = button({
  name: VERBS.keepCpr,
  where: ['department'],
  right: 'anyone',
  keepsText: true,
  parse: replyWithReason,
  run: (deps, sent, press) => submit(deps, VERBS.keepCpr, 'text', sent, press),
  present: presentSubmitted,
});
