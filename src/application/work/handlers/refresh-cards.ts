import type { PostedMessage } from '../../../domain/channel/channel.js';
import { withCard, withoutCard } from '../../../domain/reply/known-cards.js';
import type { RoundDepartment } from '../../../domain/round/round.js';
import { newDelivery, requestDeliveryId } from '../../../domain/work/delivery.js';
import { fateOf, isGone, type SendFailure } from '../../../domain/work/trouble.js';
import type { RoundChange } from '../../ports.js';
import { cardsOf } from '../../reply/cards-of.js';
import { type Done, type Handler, UNNEEDED } from '../task.js';

/**
 * How often an update must fail because its message is gone before that is believed. Teams says so now and then of a
 * message that is there (docs#6139). Our choice.
 */
const GONE_TRIES = 3;

/** Makes every known card of the department true. The cards are redrawn one after the other. */
export const refreshCards: Handler<'refresh cards'> = async (deps, { task, delivery, department }) => {
  if (department === undefined) return UNNEEDED;
  const cards = await cardsOf(deps.rounds, department, task.also);
  const failures: { readonly card: PostedMessage; readonly failure: SendFailure }[] = [];
  for (const card of cards) {
    const result = await deps.messenger.update(department.address, card, { kind: 'department card', department });
    if (result.kind === 'failed') failures.push({ card, failure: result.failure });
  }
  const isOver = (failure: SendFailure) => isGone(failure) && delivery.attempts >= GONE_TRIES;
  const gone = failures.filter(({ failure }) => isOver(failure)).map(({ card }) => card);
  const learned = (present: RoundDepartment) => known(withCard(present, task.also), cards, gone);
  const others = failures.filter(({ failure }) => !isOver(failure));
  // A failure that may pass comes first: the other cards are then redrawn again with it.
  const failure = others.find((each) => fateOf(each.failure, 'edit') !== 'stopped') ?? others[0];
  const changes = postAnew(deps.clock.now(), department, cards, gone);
  if (failure !== undefined) return { outcome: retriedOf(failure.failure), learned, changes };
  return cards.length === 0 ? UNNEEDED : { outcome: { kind: 'sent', posted: undefined }, learned, changes };
};

/** A message that is gone may be there again in a moment, so that is no reason to stop. */
function retriedOf(failure: SendFailure): Done['outcome'] {
  return isGone(failure) ? { kind: 'not yet', reason: 'message gone', waitMs: undefined } : { kind: 'failed', failure };
}

/** The department with the cards that are known now. */
function known(present: RoundDepartment, cards: readonly PostedMessage[], gone: readonly PostedMessage[]) {
  return gone.reduce(withoutCard, { ...present, cards: present.cards ?? cards });
}

/** The department gets a new card if its last one is gone and it may still answer. */
function postAnew(
  at: Date,
  { department: { id }, isLocked }: RoundDepartment,
  cards: readonly PostedMessage[],
  gone: readonly PostedMessage[],
): readonly RoundChange[] {
  if (isLocked || gone.length === 0 || gone.length < cards.length) return [];
  const delivery = newDelivery(requestDeliveryId(id), { kind: 'post request', departmentId: id }, at);
  return [{ change: 'put delivery', delivery }];
}
