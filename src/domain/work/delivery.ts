import type { PostedMessage } from '../channel/channel.js';
import type { DepartmentId, NotatId } from '../ids.js';

/** What is owed. The words are made when it is sent, from the round as it then stands. */
export type DeliveryTask =
  /** The request card, as a new thread in the department's channel. */
  | { readonly kind: 'post request'; readonly departmentId: DepartmentId }
  /** The card at `posted` shown anew to everyone in the channel. */
  | { readonly kind: 'update card'; readonly departmentId: DepartmentId; readonly posted: PostedMessage }
  /** The request card itself shown anew, where the change came from elsewhere; `unless` it is that very card. */
  | {
      readonly kind: 'update request card';
      readonly departmentId: DepartmentId;
      readonly unless: PostedMessage | undefined;
    }
  /** Words to the department in the thread of its request card. */
  | { readonly kind: 'post department notice'; readonly departmentId: DepartmentId; readonly notice: DepartmentNotice }
  /** That a department finds the report outside its area, for the secretariat to decide. */
  | { readonly kind: 'post decline'; readonly departmentId: DepartmentId }
  /** The secretariat's card at `posted`, which the round was started from, shown as started to everyone there. */
  | { readonly kind: 'update round card'; readonly posted: PostedMessage }
  /** The complete notat compiled and owed to the secretariat, if nobody is missing. Posts nothing itself. */
  | { readonly kind: 'compile if complete' }
  /** The compiled notat, as a new thread in the secretariat's channel. */
  | { readonly kind: 'post notat'; readonly notatId: NotatId }
  /** What the thread's first card has no room for: the notat's part of that number, from 2 on. */
  | { readonly kind: 'post notat part'; readonly notatId: NotatId; readonly part: number };

/** What the bot tells a department of its own accord. */
export type DepartmentNotice =
  /** The secretariat asks for the answer once more. */
  | 'nudged'
  | 'sent back'
  /** An answer waits for a head. */
  | 'approval wanted'
  | 'answered on behalf'
  | 'decline accepted'
  | 'reopened';

/** `pending` and `claimed` are still owed; the others are settled, and of them only `failed` can be made owed again (`owedAnew`). */
export type DeliveryState = 'pending' | 'claimed' | 'sent' | 'unneeded' | 'failed';

/** One post or edit that the bot owes a conversation, written with what caused it. */
export interface Delivery {
  /** Unique in its round, and the same whenever the same cause is repeated. */
  readonly id: string;
  readonly task: DeliveryTask;
  readonly state: DeliveryState;
  /** How many times it has been tried. */
  readonly attempts: number;
  /** Not to be tried before this; for a claimed one, when the claim lapses. */
  readonly dueAt: Date;
  /** The worker that has claimed it. */
  readonly claimedBy: string | undefined;
  /** The connector's status and code of the last failure, never message text. */
  readonly lastFailure: string | undefined;
  /** Where it ended up, once sent. */
  readonly posted: PostedMessage | undefined;
}

/** How one try ended. */
export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly posted: PostedMessage | undefined }
  /** Nothing to send any more. */
  | { readonly kind: 'unneeded' }
  /** Trying again cannot help. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Not done; may be tried again. `waitMs` is what the service asked for, in milliseconds. */
  | { readonly kind: 'try again'; readonly reason: string; readonly waitMs: number | undefined }
  /** The connection broke after the request had gone: it may or may not have been done. */
  | { readonly kind: 'uncertain'; readonly reason: string };

/**
 * How long a claim holds before another worker may take over, in milliseconds. Six times the connector's
 * time limit for one request, so a live worker never loses a claim to its own slowness.
 */
export const CLAIM_MS = 60_000;

/** Tries before a delivery is given up. With the waits below, the last comes about an hour after the first. */
export const MAX_ATTEMPTS = 13;

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 900_000;

/** The delivery that owes a department its request card. */
export function requestDeliveryId(departmentId: DepartmentId): string {
  return `request-${departmentId}`;
}

/** The delivery that owes the secretariat a notat. */
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
 * Whether it has been tried in vain and waits, or has been given up: what `owedAnew` is for. One that is being tried right
 * now is not.
 */
export function isStalled({ state, lastFailure }: Delivery): boolean {
  return state === 'failed' || (state === 'pending' && lastFailure !== undefined);
}

/** A stalled delivery from its first try again, due now. Why it failed is kept until it is sent or fails again. */
export function owedAnew(delivery: Delivery, now: Date): Delivery {
  return { ...delivery, state: 'pending', attempts: 0, dueAt: now, claimedBy: undefined };
}

/** Whether a worker may take it now: owed and due, or left behind by a worker whose claim has lapsed. */
export function isDue(delivery: Delivery, now: Date): boolean {
  return isOwed(delivery) && delivery.dueAt <= now;
}

export function isOwed({ state }: Delivery): boolean {
  return state === 'pending' || state === 'claimed';
}

/** Takes a due delivery for one try. */
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
 * What becomes of a claimed delivery after its try. An uncertain one is tried again like any other until
 * there is a better answer: a second card does no harm (both lead to the same reply), a missing one does.
 *
 * @param jitter from 0 to 1, to spread retries that failed together
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

/** Doubles from two seconds to a quarter of an hour, of which the jitter takes up to half away. */
function backoffMs(attempts: number, jitter: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (1 - jitter / 2));
}
