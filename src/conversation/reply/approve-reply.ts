import { approveReply } from '../../application/reply/approve-reply.js';
import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { asItIsNow, cardPressOf } from './department-answers.js';

/** *Godkend og send*: a head sends an answer that someone else has written. */
export const approveReplyButton = button({
  name: VERBS.approveReply,
  where: ['department'],
  right: 'decide',
  parse: typedReply,
  run: (deps, sent, press) => approveReply(deps, cardPressOf(VERBS.approveReply, sent, press, [sent.typed])),
  present(deps, outcome) {
    switch (outcome.kind) {
      case 'stored':
        return asItIsNow(deps, outcome.department, true);
      case 'unchanged':
      case 'overtaken':
      case 'nothing to approve':
      case 'locked':
        return asItIsNow(deps, outcome.department);
    }
  },
});
