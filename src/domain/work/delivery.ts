import type { PostedMessage } from '../channel/channel.js';
import type { DepartmentId, NotatId } from '../ids.js';

/** What the bot must still post or change. The text is made when it is sent, from the round's state at that time. */
export type DeliveryTask =
  /** The request card, as a new thread in the department's channel. */
  | { readonly kind: 'post request'; readonly departmentId: DepartmentId }
  /** Updates the card at `posted` for everyone in the channel. */
  | { readonly kind: 'update card'; readonly departmentId: DepartmentId; readonly posted: PostedMessage }
  /** Updates the request card after a change from elsewhere. Nothing is done if `unless` names that same card. */
  | {
      readonly kind: 'update request card';
      readonly departmentId: DepartmentId;
      readonly unless: PostedMessage | undefined;
    }
  /** A short message to the department in the thread of its request card. */
  | { readonly kind: 'post department notice'; readonly departmentId: DepartmentId; readonly notice: DepartmentNotice }
  /** A card for the secretariat about a department's decline, on which the secretariat decides. */
  | { readonly kind: 'post decline'; readonly departmentId: DepartmentId }
  /** Updates the secretariat's card at `posted`, from which the round was started, so that everyone sees the start. */
  | { readonly kind: 'update round card'; readonly posted: PostedMessage }
  /** Compiles the notat and owes it to the secretariat, if no department is missing. It posts nothing itself. */
  | { readonly kind: 'compile if complete' }
  /** The compiled notat, as a new thread in the secretariat's channel. */
  | { readonly kind: 'post notat'; readonly notatId: NotatId }
  /** A part of the notat that the thread's first card has no room for; `part` counts from 2. */
  | { readonly kind: 'post notat part'; readonly notatId: NotatId; readonly part: number };

/** A message that the bot sends to a department without being asked. */
export type DepartmentNotice =
  /** The secretariat asks for the answer once more. */
  | 'nudged'
  | 'sent back'
  /** An answer waits for a head. */
  | 'approval wanted'
  | 'answered on behalf'
  | 'decline accepted'
  | 'reopened';

/** `pending` and `claimed` are owed. The others are settled; only `failed` can become owed again (`owedAnew`). */
export type DeliveryState = 'pending' | 'claimed' | 'sent' | 'unneeded' | 'failed';

/** One post or edit that the bot owes to a conversation. It is stored in the same transaction as its cause. */
export interface Delivery {
  /** Unique in its round, and the same each time the same cause is repeated. */
  readonly id: string;
  readonly task: DeliveryTask;
  readonly state: DeliveryState;
  /** How many times the bot has tried to send it. */
  readonly attempts: number;
  /** It is not tried before this time. For a claimed delivery this is the time when the claim ends. */
  readonly dueAt: Date;
  /** The worker that has claimed it. */
  readonly claimedBy: string | undefined;
  /** The connector's status and code of the last failure. It never holds the text of a message. */
  readonly lastFailure: string | undefined;
  /** The message that was posted or updated, once it is sent. */
  readonly posted: PostedMessage | undefined;
}

/** The result of one try. */
export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly posted: PostedMessage | undefined }
  /** There is nothing to send any more. */
  | { readonly kind: 'unneeded' }
  /** Another try cannot help. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It was not done, and may be tried again. `waitMs` is the wait that the service asked for, in milliseconds. */
  | { readonly kind: 'try again'; readonly reason: string; readonly waitMs: number | undefined }
  /** The connection broke after the request was sent, so it may or may not have been done. */
  | { readonly kind: 'uncertain'; readonly reason: string };

/**
 * How long a claim holds before another worker may take over, in milliseconds. It is six times the connector's time
 * limit for one request, so a live worker never loses a claim because it is slow.
 */
export const CLAIM_MS = 60_000;

/** How many tries a delivery gets. With the waits below, the last comes about an hour after the first. */
export const MAX_ATTEMPTS = 13;

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 900_000;

/** The id of the delivery of a department's request card. */
export function requestDeliveryId(departmentId: DepartmentId): string {
  return `request-${departmentId}`;
}

/** The id of the delivery of a notat to the secretariat. */
export function notatDeliveryId(notatId: NotatId): string {
  return `notat-${notatId}`;
}

export function newDelivery(id: string, task: DeliveryTask, now: Date): Delivery {
  return {
    id,
    task,
    state: 'pending',
    attempts: 0,
    dueAt: now,
    claimedBy: undefined,
    lastFailure: undefined,
    posted: undefined,
  };
}

/**
 * Whether a delivery has been tried without success and now waits, or has failed for good. Only such a delivery can be
 * `owedAnew`. A delivery that is being tried right now is not stalled.
 */
export function isStalled({ state, lastFailure }: Delivery): boolean {
  return state === 'failed' || (state === 'pending' && lastFailure !== undefined);
}

/** Makes a stalled delivery due now, as before its first try. It keeps `lastFailure` until it is sent or fails. */
export function owedAnew(delivery: Delivery, now: Date): Delivery {
  return { ...delivery, state: 'pending', attempts: 0, dueAt: now, claimedBy: undefined };
}

/** Whether a worker may take it now: it is owed and due, or the claim of another worker has ended. */
export function isDue(delivery: Delivery, now: Date): boolean {
  return isOwed(delivery) && delivery.dueAt <= now;
}

export function isOwed({ state }: Delivery): boolean {
  return state === 'pending' || state === 'claimed';
}

/** Claims a due delivery for one try. */
export function claim(delivery: Delivery, worker: string, now: Date): Delivery {
  return {
    ...delivery,
    state: 'claimed',
    claimedBy: worker,
    attempts: delivery.attempts + 1,
    dueAt: new Date(now.getTime() + CLAIM_MS),
  };
}

/**
 * The claimed delivery after its try. An uncertain delivery is tried again until a try gives a clear result: a second
 * card does no harm, because both cards lead to the same reply, but a missing card does.
 *
 * @param jitter a number from 0 to 1, which spreads retries of deliveries that failed together
 */
export function settle(delivery: Delivery, outcome: DeliveryOutcome, now: Date, jitter: number): Delivery {
  const released = { ...delivery, claimedBy: undefined };
  switch (outcome.kind) {
    case 'sent':
      return { ...released, state: 'sent', posted: outcome.posted };
    case 'unneeded':
      return { ...released, state: 'unneeded' };
    case 'refused':
      return { ...released, state: 'failed', lastFailure: outcome.reason };
    case 'try again':
    case 'uncertain': {
      const state = delivery.attempts >= MAX_ATTEMPTS ? 'failed' : 'pending';
      const asked = outcome.kind === 'try again' ? (outcome.waitMs ?? 0) : 0;
      const waitMs = Math.max(asked, backoffMs(delivery.attempts, jitter));
      return { ...released, state, lastFailure: outcome.reason, dueAt: new Date(now.getTime() + waitMs) };
    }
  }
}

/** The wait doubles from two seconds to a quarter of an hour. The jitter removes up to half of it. */
function backoffMs(attempts: number, jitter: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (1 - jitter / 2));
}
