import { moveInOrder, sortByName } from '../../application/channel/move-in-order.js';
import { VERBS } from '../../cards/buttons.js';
import { movedDepartment } from '../../cards/channel/setup-fields.js';
import { button } from '../row.js';
import { setUpCardForAll } from './set-up-card.js';

/** *Flyt* and *Sortér efter navn*: the order of the departments in the next round's form and notat. */
export const moveDepartmentButton = button({
  name: VERBS.moveDepartment,
  where: ['secretariat'],
  right: 'manage the set-up',
  parse: movedDepartment,
  async run(deps, { values: { department }, to }, press) {
    if (to === undefined) return { kind: 'no place' } as const;
    if (to.kind === 'by name') return sortByName(deps, press);
    if (department === undefined) return { kind: 'none chosen' } as const;
    return moveInOrder(deps, { ...press, moved: department, after: to.kind === 'after' ? to.other : undefined });
  },
  present(deps, outcome, { values, to }, press) {
    const { settingUp: words } = deps.messages;
    switch (outcome.kind) {
      case 'ordered': {
        const said = [to?.kind === 'by name' ? words.sorted : words.moved];
        return setUpCardForAll(deps, press, { said, isDone: true });
      }
      case 'none chosen':
      case 'no place':
      case 'not registered': {
        const said = {
          'none chosen': words.chooseDepartment,
          'no place': words.choosePlaceFirst,
          'not registered': words.gone,
        };
        return setUpCardForAll(deps, press, { said: [said[outcome.kind]], isDone: false, values });
      }
    }
  },
});
