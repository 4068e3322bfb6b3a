import type { RoundDepartment } from '../round/round.js';
import type { AcceptedDecline, Decline } from './decline.js';
import type { Draft } from './draft.js';
import type { Proposal } from './proposal.js';
import type { ReplyVersion } from './reply.js';
import type { SentBack } from './sent-back.js';
import { standingOf } from './standing.js';

/**
 * Where a department's reply is in its life. A draft, and the answer that counts so far, may lie beside any state
 * from `awaiting approval` on.
 */
export type ReplyState =
  /** The round has not reached it. */
  | 'not asked'
  | 'asked'
  | 'draft'
  /** Someone who is not a head has written an answer, or a correction of it. */
  | 'awaiting approval'
  /** It finds the report outside its area; the secretariat has not decided. */
  | 'declined'
  /** The secretariat agrees. */
  | 'excused'
  | 'answered'
  /** The secretariat has sent its reply, or its refusal to give one, back with a comment. */
  | 'returned'
  /** The round is closed. */
  | 'locked';

export type ReplyEventKind =
  | 'ask'
  | 'save draft'
  | 'propose'
  | 'answer'
  | 'decline'
  | 'accept decline'
  | 'send back'
  | 'lock'
  | 'unlock';

/** Something that happens to a department's reply. `ask` makes the department's row, and so is not among them. */
export type ReplyEvent =
  | { readonly kind: 'save draft'; readonly draft: Draft }
  | { readonly kind: 'propose'; readonly proposal: Proposal }
  /** By a head, by anyone where there are no heads, or by the secretariat on its behalf. */
  | { readonly kind: 'answer'; readonly version: ReplyVersion }
  | { readonly kind: 'decline'; readonly decline: Decline }
  | { readonly kind: 'accept decline'; readonly decline: Decline & { readonly accepted: AcceptedDecline } }
  | { readonly kind: 'send back'; readonly sentBack: SentBack }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' };

/** What an `unlock` leads to: whatever was locked. */
export const AS_BEFORE = 'as before';

type Cells = Readonly<Partial<Record<ReplyEventKind, ReplyState | typeof AS_BEFORE>>>;

/**
 * Every state, and where each event leads from it. What is not here cannot happen in that state, and changes
 * nothing. docs/reply-life.md draws it.
 */
export const REPLY_LIFE: Readonly<Record<ReplyState, Cells>> = {
  'not asked': { ask: 'asked' },
  asked: {
    'save draft': 'draft',
    propose: 'awaiting approval',
    answer: 'answered',
    decline: 'declined',
    lock: 'locked',
  },
  draft: {
    'save draft': 'draft',
    propose: 'awaiting approval',
    answer: 'answered',
    decline: 'declined',
    lock: 'locked',
  },
  'awaiting approval': {
    'save draft': 'awaiting approval',
    propose: 'awaiting approval',
    answer: 'answered',
    lock: 'locked',
  },
  declined: {
    'save draft': 'declined',
    answer: 'answered',
    'accept decline': 'excused',
    'send back': 'returned',
    lock: 'locked',
  },
  excused: {
    'save draft': 'excused',
    answer: 'answered',
    'accept decline': 'excused',
    'send back': 'returned',
    lock: 'locked',
  },
  answered: {
    'save draft': 'answered',
    propose: 'awaiting approval',
    answer: 'answered',
    'send back': 'returned',
    lock: 'locked',
  },
  returned: {
    'save draft': 'returned',
    propose: 'awaiting approval',
    answer: 'answered',
    'send back': 'returned',
    lock: 'locked',
  },
  locked: { unlock: AS_BEFORE },
};

/** Where the reply of a department that has been asked is in its life: where the department stands, until it is locked. */
export function replyStateOf(department: RoundDepartment): ReplyState {
  if (department.isLocked) return 'locked';
  const standing = standingOf(department);
  switch (standing.kind) {
    case 'answered':
      return standing.correction === undefined ? 'answered' : 'awaiting approval';
    case 'excused':
      return 'excused';
    case 'awaited':
      return standing.why;
  }
}

/** Whether the department is being asked: its channel sees a field to answer in, which can hold a person's text. */
export function isAsking(department: RoundDepartment): boolean {
  const state = replyStateOf(department);
  return state === 'asked' || state === 'draft' || state === 'returned';
}

/** Whether an event can happen to a department as it stands. */
export function canHappen(department: RoundDepartment, event: ReplyEventKind): boolean {
  return REPLY_LIFE[replyStateOf(department)][event] !== undefined;
}

/**
 * The department after an event. An answer ends what stood in its way; drafts are taken away by whoever sends them
 * (`isDraftUnseen`), never by this.
 *
 * @returns undefined for an event that cannot happen to it
 */
export function afterEvent(department: RoundDepartment, event: ReplyEvent): RoundDepartment | undefined {
  if (!canHappen(department, event.kind)) return undefined;
  switch (event.kind) {
    case 'save draft':
      return { ...department, draft: event.draft };
    case 'propose':
      return { ...department, proposal: event.proposal };
    case 'answer':
      return {
        ...department,
        reply: event.version,
        proposal: undefined,
        sentBack: undefined,
        decline: undefined,
        undelivered: undefined,
      };
    case 'decline':
    case 'accept decline':
      return { ...department, decline: event.decline };
    case 'send back':
      return { ...department, sentBack: event.sentBack, decline: undefined };
    case 'lock':
      return { ...department, isLocked: true };
    case 'unlock':
      return { ...department, isLocked: false };
  }
}
