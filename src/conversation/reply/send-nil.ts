import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { presentSubmitted, submit } from './submitted.js';

/** *Ingen bemærkninger*, with what stands in the field as a remark, where it is short enough to be one. */
export const sendNil = button({
  name: VERBS.sendNil,
  where: ['department'],
  right: 'anyone',
  keepsText: true,
  parse: typedReply,
  run: (deps, sent, press) => submit(deps, VERBS.sendNil, 'nil', sent, press),
  present: presentSubmitted,
});
