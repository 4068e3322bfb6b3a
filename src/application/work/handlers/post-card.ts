import { withCard } from '../../../domain/reply/known-cards.js';
import { type ShownCard, shownCardOf } from '../../../domain/reply/shown-card.js';
import type { RoundDepartment } from '../../../domain/round/round.js';
import type { PersonalNotice } from '../../../domain/work/delivery.js';
import { peopleTold } from '../../../domain/work/told.js';
import type { Done, TaskDependencies } from '../task.js';
import { tellEach, toldPersonally } from '../told-personally.js';

/**
 * Posts the department's card as a new thread. Those of its heads who have chosen it are told of the card personally, and
 * are only named on it.
 */
export async function postCard(deps: TaskDependencies, department: RoundDepartment): Promise<Done> {
  const shown = shownCardOf(department).kind;
  const personally = await toldPersonally(deps, department, peopleTold(`card: ${shown}`, department));
  const outcome = await deps.messenger.post(department.address, {
    kind: 'department card',
    department: { ...department, personally },
  });
  // A card that may not have arrived is posted again.
  if (outcome.kind === 'failed') return { outcome };
  return {
    outcome,
    // Where version 0.1 wrote the row, this is the first card that is known.
    learned: (present) =>
      withCard({ ...present, cards: present.cards ?? [], personally, trouble: undefined }, outcome.posted),
    changes: tellEach(deps, department, personally, NOTICES[shown] ?? 'request'),
  };
}

/** What a card says, where that is not only that the department is asked. */
const NOTICES: { readonly [Kind in ShownCard['kind']]?: PersonalNotice } = {
  approval: 'approval wanted',
  returned: 'sent back',
};
