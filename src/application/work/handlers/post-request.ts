import { withCard } from '../../../domain/reply/known-cards.js';
import { type Handler, UNNEEDED } from '../task.js';

/** Posts the request card. Where a card of the department has turned up in the meantime, the request has arrived. */
export const postRequest: Handler<'post request'> = async ({ messenger }, { department }) => {
  if (department === undefined || department.isLocked) return UNNEEDED;
  const [known] = department.cards ?? [];
  const arrived = { learned: (present: typeof department) => ({ ...present, trouble: undefined }) };
  if (known !== undefined) return { outcome: { kind: 'sent', posted: known }, ...arrived };
  const outcome = await messenger.post(department.address, { kind: 'department card', department });
  if (outcome.kind === 'failed') return { outcome };
  // Where version 0.1 wrote the row, this is the first card that is known.
  const learned = (present: typeof department) =>
    withCard({ ...present, cards: present.cards ?? [], trouble: undefined }, outcome.posted);
  return { outcome, learned };
};
