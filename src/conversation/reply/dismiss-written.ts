import { dismissWritten } from '../../application/reply/dismiss-written.js';
import { aboutDepartment } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { noticeCard } from '../../cards/notice-card.js';
import { card } from '../answer.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { asItIsNow, wordsFor } from './department-answers.js';

/** *Det er ikke et svar* takes the card below a message away, for everyone. */
export const dismissWrittenButton = button({
  name: VERBS.dismissWritten,
  where: ['department'],
  right: 'take part',
  parse: aboutDepartment,
  run: (deps, about, press) => dismissWritten(deps, { ...cardOf(about, press), posted: press.posted }),
  present(deps, { kind, department }) {
    switch (kind) {
      case 'in use':
        return asItIsNow(deps, department);
      case 'dismissed': {
        const messages = wordsFor(deps, department);
        const closed = noticeCard(deps.render, messages, messages.written.dismissed());
        return { ...card(closed), forAll: 'taken away' };
      }
    }
  },
});
