import { showDepartment } from '../../application/reply/asked-department.js';
import { carriedText } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { isAsking } from '../../domain/reply/reply-life.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { asItIsNow, askAgain } from './department-answers.js';

/** *Annuller* shows again the card that the channel sees, with the person's text if the card has a field for it. */
export const showReply = button({
  name: VERBS.showReply,
  where: ['department'],
  right: 'take part',
  parse: carriedText,
  run: (deps, about, press) => showDepartment(deps, cardOf(about, press)),
  present(deps, { department }, { typed }) {
    return isAsking(department) && typed.trim() !== ''
      ? askAgain(deps, department, { kind: 'resumed', typed })
      : asItIsNow(deps, department);
  },
});
