import { type Handler, UNNEEDED } from '../task.js';
import { postCard } from './post-card.js';

/** Posts the request card. Where a card of the department has turned up in the meantime, the request has arrived. */
export const postRequest: Handler<'post request'> = async (deps, { department }) => {
  if (department === undefined || department.isLocked) return UNNEEDED;
  const [known] = department.cards ?? [];
  if (known === undefined) return postCard(deps, department);
  return {
    outcome: { kind: 'sent', posted: known },
    learned: (present) => ({ ...present, trouble: undefined }),
  };
};
