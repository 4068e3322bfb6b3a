import { declineReply, openDecline } from '../../application/reply/decline-reply.js';
import { declineFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { asItIsNow, cardPressOf, declineForm, declineTooLate, locked } from './department-answers.js';

/** *Ikke vores område*, with the reason, and with the department to ask instead. */
export const declineButton = button({
  name: VERBS.decline,
  where: ['department'],
  right: 'decide',
  keepsText: true,
  parse: declineFields,
  run: (deps, sent, press) => {
    const { reason, instead, typed } = sent;
    return declineReply(deps, {
      ...cardPressOf(VERBS.decline, sent, press, [reason, instead, typed]),
      reason,
      instead,
    });
  },
  async present(deps, outcome, sent, press) {
    const { reason, instead, typed } = sent;
    switch (outcome.kind) {
      case 'declined':
        return asItIsNow(deps, outcome.department, true);
      case 'unchanged':
        return asItIsNow(deps, outcome.department);
      case 'refused': {
        const form = await openDecline(deps, { ...cardOf(sent, press), right: 'decide' });
        const others = form.kind === 'form' ? form.others : [];
        const { problem } = outcome;
        return declineForm(deps, outcome.department, { others, reason, instead, typed, problem });
      }
      case 'too late':
        return declineTooLate(deps, outcome.department);
      case 'locked':
        return locked(deps, outcome.department, [reason, typed]);
    }
  },
});
