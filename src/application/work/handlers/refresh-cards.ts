import type { PostedMessage } from '../../../domain/channel/channel.js';
import { isSameMessage, withCard, withoutCard } from '../../../domain/reply/known-cards.js';
import type { RoundDepartment, StandingNotice } from '../../../domain/round/round.js';
import { newDelivery, requestDeliveryId } from '../../../domain/work/delivery.js';
import { isNoticeTrue } from '../../../domain/work/notice-truth.js';
import { fateOf, isGone, type SendFailure } from '../../../domain/work/trouble.js';
import type { Message, RoundChange } from '../../ports.js';
import { cardsOf } from '../../reply/cards-of.js';
import { type Done, type Handler, UNNEEDED } from '../task.js';
import { removeNotice } from './remove-notice.js';

/**
 * How often an update must fail because its message is gone before that is believed. Teams says so now and then of a
 * message that is there (docs#6139). Our choice.
 */
const GONE_TRIES = 3;

/**
 * Makes the department's card true, and takes its notice away if nobody must act on it any more. The other cards that are
 * known say where the one is that can be used.
 */
export const refreshCards: Handler<'refresh cards'> = async (deps, { task, delivery, department }) => {
  if (department === undefined) return UNNEEDED;
  const cards = await cardsOf(deps.rounds, department, task.also);
  const failures: { readonly card: PostedMessage; readonly failure: SendFailure }[] = [];
  const isOver = (failure: SendFailure) => isGone(failure) && delivery.attempts >= GONE_TRIES;
  let live: PostedMessage | undefined;
  for (const card of cards) {
    const result = await deps.messenger.update(department.address, card, shownOn(card, live, department));
    if (result.kind === 'failed') failures.push({ card, failure: result.failure });
    // Where the first card is gone, the next one takes its place.
    if (result.kind === 'sent' || !isOver(result.failure)) live ??= card;
  }
  const gone = failures.filter(({ failure }) => isOver(failure)).map(({ card }) => card);
  const untrue = untrueNotice(department);
  const left = untrue && (await removeNotice(deps, department, untrue));
  const learned = (present: RoundDepartment) => {
    const withCards = known(withCard(present, task.also), cards, gone);
    return untrue !== undefined && left === undefined ? withoutNotice(withCards, untrue) : withCards;
  };
  const others = failures.filter(({ failure }) => !isOver(failure));
  // A failure that may pass comes first: the other cards are then redrawn again with it.
  const failure = others.find((each) => fateOf(each.failure, 'edit') !== 'stopped') ?? others[0];
  const changes = postAnew(deps.clock.now(), department, cards, gone);
  if (left !== undefined) return { outcome: retriedOf(left), learned, changes };
  if (failure !== undefined) return { outcome: retriedOf(failure.failure), learned, changes };
  return cards.length === 0 && untrue === undefined
    ? UNNEEDED
    : { outcome: { kind: 'sent', posted: undefined }, learned, changes };
};

/** @param live the card that can be used; undefined where this is the one */
function shownOn(card: PostedMessage, live: PostedMessage | undefined, department: RoundDepartment): Message {
  if (live === undefined) return { kind: 'department card', department };
  const isSameThread = live.conversationId === card.conversationId;
  return { kind: 'department card copy', department, isSameThread };
}

/** A message that is gone may be there again in a moment, so that is no reason to stop. */
function retriedOf(failure: SendFailure): Done['outcome'] {
  return isGone(failure) ? { kind: 'not yet', reason: 'message gone', waitMs: undefined } : { kind: 'failed', failure };
}

function untrueNotice(department: RoundDepartment): StandingNotice | undefined {
  const { notice } = department;
  return notice !== undefined && isNoticeTrue(notice.notice, department) ? undefined : notice;
}

/** The department without a notice that has been removed. Another may have taken its place in the meantime. */
function withoutNotice(department: RoundDepartment, { posted }: StandingNotice): RoundDepartment {
  const { notice } = department;
  return notice !== undefined && isSameMessage(notice.posted, posted)
    ? { ...department, notice: undefined }
    : department;
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
