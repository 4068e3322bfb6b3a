import type { PostedMessage } from '../channel/channel.js';
import type { DepartmentId, NotatId } from '../ids.js';
import type { Person } from '../person.js';
import type { WorkCalendar } from '../round/working-days.js';
import { nextWorkingHour } from '../round/working-hours.js';
import { type Fate, fateOf, type Kind, type SendFailure, type Trouble, wordOf } from './trouble.js';

/** What the bot must still do. The text of a message is made when it is sent, from the round's state at that time. */
export type DeliveryTask =
  /** The request card, as a new thread in the department's channel. */
  | { readonly kind: 'post request'; readonly departmentId: DepartmentId }
  /** Makes all known cards of the department show its present state. */
  | {
      readonly kind: 'refresh cards';
      readonly departmentId: DepartmentId;
      /** Whether the change may have made the notat complete. */
      readonly mayComplete: boolean;
      /** A card that the department's row does not name, because an older version of the bot wrote that row. */
      readonly also: PostedMessage | undefined;
    }
  /** A short message to the department in the thread of its request card. */
  | {
      readonly kind: 'post department notice';
      readonly departmentId: DepartmentId;
      readonly notice: DepartmentNotice;
      /** The ids of the people whom it mentions, where it is only for them: they could not be told personally. */
      readonly only?: readonly string[] | undefined;
    }
  /** A message to one person, in the person's own chat with the bot. */
  | {
      readonly kind: 'tell person';
      /** The Entra object id. */
      readonly personId: string;
      readonly departmentId: DepartmentId;
      readonly notice: PersonalNotice;
    }
  /** A card for the secretariat about a department's decline, on which the secretariat decides. */
  | { readonly kind: 'post decline'; readonly departmentId: DepartmentId }
  /** A card for the secretariat about a department's request for more time. */
  | { readonly kind: 'post time request'; readonly departmentId: DepartmentId }
  /** A card for the secretariat about a question of a department. */
  | {
      readonly kind: 'post question';
      readonly departmentId: DepartmentId;
      /** The time of the question, in milliseconds since 1970. */
      readonly asked: number;
    }
  /** Makes the secretariat's cards about the department's questions true. */
  | { readonly kind: 'refresh questions'; readonly departmentId: DepartmentId }
  /** Makes the secretariat's card about the department's decline or request true. */
  | { readonly kind: 'refresh decision card'; readonly departmentId: DepartmentId }
  /** Owes the reminders and the morning message that are due (`dutiesOf`). It posts nothing itself, and has no end. */
  | { readonly kind: 'do duties' }
  /** Writes the round's moved deadline to its departments. It posts nothing itself. */
  | { readonly kind: 'move deadlines' }
  /** Writes the round's answers to all to its departments. It posts nothing itself. */
  | { readonly kind: 'share answers' }
  /** Writes what was changed in the round's plan to its departments. It posts nothing itself. */
  | { readonly kind: 'follow changes' }
  /** Tells each department that the notat is final, and that it may read it. It posts nothing itself. */
  | { readonly kind: 'share final' }
  /** Proposes to each department the edit that the closing check names. It posts nothing itself. */
  | {
      readonly kind: 'propose edits';
      /** Who proposes them. */
      readonly by: Person;
    }
  /** Makes the older cards of the round's notats say that there is a newer one, or that the round was opened again. */
  | { readonly kind: 'refresh notats' }
  /** The secretariat's morning message. */
  | { readonly kind: 'post digest' }
  /**
   * Updates the secretariat's card at `posted`: the one from which the round was started, so that everyone sees the
   * start, or the one about a trial.
   */
  | { readonly kind: 'update round card'; readonly posted: PostedMessage }
  /** Makes the secretariat's overview of the round true (`Round.desk`). */
  | { readonly kind: 'update desk' }
  /** The secretariat's card about a trial, or its overview where there is none, as a new thread. */
  | { readonly kind: 'post round card' }
  /** Tells the secretariat what has not been delivered, and what may not have been. */
  | { readonly kind: 'post troubles' }
  /** Finishes what needs many transactions: a start, a closing, a reopening. It posts nothing itself. */
  | { readonly kind: 'continue round' }
  /** Compiles the notat and owes it to the secretariat, if no department is missing. It posts nothing itself. */
  | { readonly kind: 'compile if complete' }
  /** The compiled notat, as a new thread in the secretariat's channel. */
  | { readonly kind: 'post notat'; readonly notatId: NotatId }
  /** A part of the notat that the thread's first card has no room for; `part` counts from 2. */
  | { readonly kind: 'post notat part'; readonly notatId: NotatId; readonly part: number };

/** A message that the bot sends to a department without being asked. */
export type DepartmentNotice =
  /** A reminder, by itself or because the secretariat asked for it. Its words follow from where the department stands. */
  | 'nudged'
  | 'sent back'
  /** An answer waits for a head. */
  | 'approval wanted'
  | 'answered on behalf'
  | 'reopened'
  /** Somebody who should have been told personally could not be, and is mentioned here instead. */
  | 'told again'
  /** The deadline was moved while the department had not answered. */
  | 'deadline moved'
  /** The secretariat has declined a request for more time. */
  | 'time declined'
  /** The secretariat has answered questions of the department. Its words follow from those not acted upon. */
  | 'question answered'
  /** The secretariat has answered all departments what another one asked. */
  | 'answered to all'
  /** The secretariat proposes how the department's text could be. */
  | 'edit proposed';

/**
 * What a person is told personally: that the department is asked, what a notice to the department says, or, as its
 * director, that the department has not answered in spite of several reminders.
 */
export type PersonalNotice = 'request' | DepartmentNotice | 'escalated';

/**
 * `pending` and `claimed` are owed, and so is an `uncertain` request card. `stopped`: no try can succeed until somebody
 * has done something. `uncertain`: a post may have arrived, or not. `sent` and `unneeded` are settled for good.
 */
export type DeliveryState = 'pending' | 'claimed' | 'sent' | 'unneeded' | 'stopped' | 'uncertain';

/** One thing that the bot owes, most often a post to a conversation. It is stored in the transaction that causes it. */
export interface Delivery {
  /** Unique in its round, and the same each time the same cause is repeated. It begins with the lane (`inLane`). */
  readonly id: string;
  readonly task: DeliveryTask;
  readonly state: DeliveryState;
  /** How many times the bot has tried. */
  readonly attempts: number;
  /** How many of the tries came to no end, because the process ended. */
  readonly lapses: number;
  /** Since when it is owed. */
  readonly owedSince: Date;
  /** It is not tried before this time. For a claimed delivery this is the time when the claim ends. */
  readonly dueAt: Date;
  /** The worker that has claimed it. */
  readonly claimedBy: string | undefined;
  /** The word for the last failure (`wordOf`). It never holds the text of a message. */
  readonly lastFailure: string | undefined;
  /** The message that was posted or updated, once it is sent. */
  readonly posted: PostedMessage | undefined;
}

/** The result of one try. */
export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly posted: PostedMessage | undefined }
  /** There is nothing to send any more. */
  | { readonly kind: 'unneeded' }
  /** Something else must happen first. `waitMs`: how long to wait for it, in milliseconds. */
  | { readonly kind: 'not yet'; readonly reason: string; readonly waitMs: number | undefined }
  /** It is done for now, and is owed anew from a later time on. */
  | { readonly kind: 'again'; readonly at: Date }
  | { readonly kind: 'failed'; readonly failure: SendFailure };

/**
 * How long a claim holds before another worker may take over, in milliseconds. It is six times the connector's time
 * limit for one request, so a live worker never loses a claim because it is slow. All workers measure it with the clock
 * of the store.
 */
export const CLAIM_MS = 60_000;

/** The lane of everything that goes to the secretariat. No department has this id, because of the `@`. */
export const SECRETARIAT_LANE = '@secretariat';

/** The lane of what computes and sends nothing, so that it keeps no conversation waiting. */
export const DUTIES_LANE = '@duties';

/** The deliveries of one conversation. They are made one at a time. */
export type Lane = DepartmentId | `@${string}`;

/** The lane of a person's own chat with the bot. */
export function personLane(personId: string): Lane {
  return `@person-${personId}`;
}

/** The department of a lane; undefined for all other lanes. */
export function departmentOfLane(lane: Lane): DepartmentId | undefined {
  return lane.startsWith('@') ? undefined : (lane as DepartmentId);
}

/** The lane in which a task is done: that of the conversation where it sends something. */
export function laneOf(task: DeliveryTask): Lane {
  switch (task.kind) {
    case 'post request':
    case 'refresh cards':
    case 'post department notice':
      return task.departmentId;
    case 'tell person':
      return personLane(task.personId);
    case 'do duties':
    case 'move deadlines':
    case 'share answers':
    case 'follow changes':
    case 'share final':
    case 'propose edits':
      return DUTIES_LANE;
    default:
      return SECRETARIAT_LANE;
  }
}

/** The id of a delivery in a lane. Ids of one lane stand together and sort by their rest. */
export function inLane(lane: Lane, rest: string): string {
  return `${laneStart(lane)}${rest}`;
}

/** What every id of the lane begins with. */
export function laneStart(lane: Lane): string {
  return `${lane}/`;
}

/** Whether the delivery stands in its lane. Those that version 0.1 of the bot wrote do not. */
export function isInLane({ id, task }: Pick<Delivery, 'id' | 'task'>): boolean {
  return id.startsWith(laneStart(laneOf(task)));
}

/** The id of the delivery of a department's request card. It is the first of its lane. */
export function requestDeliveryId(departmentId: DepartmentId): string {
  return inLane(departmentId, '0-request');
}

/** The id of the delivery that does the duties of a round. */
export const DUTIES_DELIVERY_ID = inLane(DUTIES_LANE, 'duties');

/** The id of the delivery of the secretariat's card about a trial. */
export const TRIAL_CARD_ID = inLane(SECRETARIAT_LANE, 'trial');

/**
 * How long changes are gathered before the overview is drawn again, in milliseconds. Our choice: a secretary who looks
 * at it hardly notices, and a thousand answers in ten minutes draw it sixty times.
 */
export const DESK_GATHERED_MS = 10_000;

/**
 * What makes the overview true after a change. All changes of the same ten seconds owe the same, which is due when these
 * are over. The next ten seconds owe another, so that a steady stream of changes never puts off the one that is due.
 */
export function deskDelivery(now: Date): Delivery {
  const period = Math.floor(now.getTime() / DESK_GATHERED_MS);
  const id = inLane(SECRETARIAT_LANE, `desk-${period % 2}`);
  return newDelivery(id, { kind: 'update desk' }, new Date((period + 1) * DESK_GATHERED_MS));
}

/** The id of the delivery of a notat to the secretariat. */
export function notatDeliveryId(notatId: NotatId): string {
  return inLane(SECRETARIAT_LANE, `notat-${notatId}`);
}

export function newDelivery(id: string, task: DeliveryTask, now: Date): Delivery {
  return {
    id,
    task,
    state: 'pending',
    attempts: 0,
    lapses: 0,
    owedSince: now,
    dueAt: now,
    claimedBy: undefined,
    lastFailure: undefined,
    posted: undefined,
  };
}

/** Whether a try may post a message, so that a repeated try may post it twice. Everything else can be repeated. */
export function kindOf({ kind }: DeliveryTask): Kind {
  switch (kind) {
    case 'post request':
    case 'post department notice':
    case 'tell person':
    case 'post decline':
    case 'post time request':
    case 'post question':
    case 'post digest':
    case 'post round card':
    case 'post troubles':
    case 'post notat':
    case 'post notat part':
      return 'post';
    case 'refresh cards':
    case 'refresh decision card':
    case 'refresh questions':
    case 'update round card':
    case 'update desk':
    case 'do duties':
    case 'move deadlines':
    case 'share answers':
    case 'follow changes':
    case 'share final':
    case 'propose edits':
    case 'refresh notats':
    case 'continue round':
    case 'compile if complete':
      return 'edit';
  }
}

/** Whether a delivery has been tried without success. One that is being tried right now is not stalled. */
export function isStalled({ state, lastFailure }: Delivery): boolean {
  return isTroubled(state) || (state === 'pending' && lastFailure !== undefined);
}

/** Whether somebody must decide what becomes of a delivery in this state. */
function isTroubled(state: DeliveryState): state is 'stopped' | 'uncertain' {
  return state === 'stopped' || state === 'uncertain';
}

/**
 * What the secretariat is shown of a delivery; undefined where nobody need decide anything. A person who was not told
 * personally is mentioned in the channel, or is reminded there soon.
 */
export function troubleOf({ state, task, lastFailure }: Delivery): Trouble | undefined {
  return isTroubled(state) && task.kind !== 'tell person'
    ? { fate: state, what: task.kind, word: lastFailure ?? '' }
    : undefined;
}

/** Makes a delivery due now, as before its first try. It keeps `lastFailure` until it is sent or fails. */
export function owedAnew(delivery: Delivery, now: Date): Delivery {
  return {
    ...delivery,
    state: 'pending',
    attempts: 0,
    lapses: 0,
    owedSince: now,
    dueAt: now,
    claimedBy: undefined,
  };
}

/** Whether a worker may take it now: it is owed and due, or the claim of another worker has ended. */
export function isDue(delivery: Delivery, now: Date): boolean {
  return isOwed(delivery) && delivery.dueAt <= now;
}

/** Whether the bot does something about it by itself. */
export function isOwed({ state, dueAt }: Pick<Delivery, 'state' | 'dueAt'>): boolean {
  return state === 'pending' || state === 'claimed' || (state === 'uncertain' && dueAt < NEVER);
}

/** A delivery of which somebody says that it has arrived. Nobody knows where the message is. */
export function arrived(delivery: Delivery): Delivery {
  return { ...delivery, state: 'sent', claimedBy: undefined, lastFailure: undefined, posted: undefined };
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

/** What decides when a delivery is tried again. */
export interface EndOfTry {
  readonly now: Date;
  /** A number from 0 to 1, which spreads retries of deliveries that failed together. */
  readonly jitter: number;
  /** The days on which the municipality works. */
  readonly calendar: WorkCalendar;
}

/** How often a delivery may end its worker. Our choice: a worker that is stopped by chance never does it so often. */
const LAPSES_MAX = 5;

/**
 * A delivery whose worker ended in the middle of a try. What can be repeated is tried again. A post may have arrived or
 * not. What has ended so many workers is stopped, because it may be the reason.
 */
export function afterLapse(delivery: Delivery, end: EndOfTry): Delivery {
  const lapsed = { ...delivery, lapses: delivery.lapses + 1, claimedBy: undefined };
  if (lapsed.lapses >= LAPSES_MAX) return stopped(lapsed, 'no try came to an end');
  return kindOf(delivery.task) === 'post'
    ? uncertain(lapsed, 'the process ended', end)
    : { ...lapsed, state: 'pending', dueAt: later(end.now, backoffMs('try again', lapsed.lapses, end.jitter)) };
}

/** The claimed delivery after its try. */
export function settle(delivery: Delivery, outcome: DeliveryOutcome, end: EndOfTry): Delivery {
  const released = { ...delivery, claimedBy: undefined };
  switch (outcome.kind) {
    case 'sent':
      return { ...released, state: 'sent', posted: outcome.posted, lastFailure: undefined };
    case 'unneeded':
      return { ...released, state: 'unneeded' };
    case 'again':
      return { ...owedAnew(released, outcome.at), lastFailure: undefined };
    case 'not yet': {
      const waitMs = outcome.waitMs ?? backoffMs('try again', delivery.attempts, end.jitter);
      return retried({ ...released, lastFailure: outcome.reason }, waitMs, end.now);
    }
    case 'failed':
      return afterFailure(released, outcome.failure, end);
  }
}

function afterFailure(delivery: Delivery, failure: SendFailure, end: EndOfTry): Delivery {
  const fate = fateOf(failure, kindOf(delivery.task));
  const word = wordOf(failure);
  switch (fate) {
    case 'stopped':
      return stopped(delivery, word);
    case 'uncertain':
      return uncertain(delivery, word, end);
    case 'try again':
    case 'try slowly': {
      const asked = failure.kind === 'status' ? (failure.waitMs ?? 0) : 0;
      const waitMs = Math.max(asked, backoffMs(fate, delivery.attempts, end.jitter));
      return retried({ ...delivery, lastFailure: word }, waitMs, end.now);
    }
  }
}

/** How long a delivery is tried, in milliseconds: 90 days. Our choice: no round needs a card that is so late. */
const TRIED_FOR_MS = 90 * 24 * 60 * 60 * 1_000;

function retried(delivery: Delivery, waitMs: number, now: Date): Delivery {
  const dueAt = later(now, waitMs);
  const isOver = dueAt.getTime() - delivery.owedSince.getTime() > TRIED_FOR_MS;
  return isOver
    ? stopped(delivery, delivery.lastFailure ?? 'tried too long')
    : { ...delivery, state: 'pending', dueAt };
}

function stopped(delivery: Delivery, word: string): Delivery {
  return { ...delivery, state: 'stopped', lastFailure: word, dueAt: NEVER };
}

/** A missing request card is worse than a second one, so it is sent again at the next working hour. Nothing else is. */
function uncertain(delivery: Delivery, word: string, { now, calendar }: EndOfTry): Delivery {
  const dueAt = delivery.task.kind === 'post request' ? nextWorkingHour(now, calendar) : NEVER;
  return { ...delivery, state: 'uncertain', lastFailure: word, dueAt };
}

/** The time of what is not due by itself. It is the last time that a row can hold. */
export const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** The first wait, and the longest, in milliseconds. Our choice: a service that is busy is soon back. */
const WAITS: Readonly<Record<Extract<Fate, 'try again' | 'try slowly'>, readonly [number, number]>> = {
  'try again': [2_000, 7_200_000],
  'try slowly': [10_000, 14_400_000],
};

/** The wait doubles with each try up to the longest. The jitter removes up to half of it. */
function backoffMs(fate: keyof typeof WAITS, attempts: number, jitter: number): number {
  const [first, longest] = WAITS[fate];
  const full = Math.min(longest, first * 2 ** Math.min(30, Math.max(0, attempts - 1)));
  return Math.round(full * (1 - jitter / 2));
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
