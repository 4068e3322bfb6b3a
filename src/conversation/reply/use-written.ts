import { openAnswerCard } from '../../application/reply/open-answer-card.js';
import { writtenFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { askAgain, locked } from './department-answers.js';

/** *Brug som svar* shows the department's card with the text of a message in its field. Nothing is sent or stored. */
export const useWritten = button({
  name: VERBS.useWritten,
  where: ['department'],
  right: 'answer',
  parse: writtenFields,
  run: (deps, about, press) => openAnswerCard(deps, { ...cardOf(about, press), right: press.right }),
  present(deps, { department }, { written }) {
    return department.isLocked
      ? locked(deps, department, [written])
      : askAgain(deps, department, { kind: 'from thread', typed: written });
  },
});
