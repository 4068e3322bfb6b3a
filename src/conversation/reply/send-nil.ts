import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { presentSubmitted, submit } from './submitted.js';

/** *Ingen bemærkninger*, with the text of the field as a remark if the text is short enough. */
export const sendNil = button({
  name: VERBS.sendNil,
  where: ['department'],
  right: 'answer',
  keepsText: true,
  parse: typedReply,
  run: (deps, sent, press) => submit(deps, VERBS.sendNil, 'nil', sent, press),
  present: presentSubmitted,
});
