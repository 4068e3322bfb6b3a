import type { RoundDepartment } from '../round/round.js';
import type { AcceptedDecline, Decline } from './decline.js';
import type { Draft } from './draft.js';
import type { Proposal } from './proposal.js';
import type { DismissedEdit, ProposedEdit } from './proposed-edit.js';
import type { ReplyVersion } from './reply.js';
import type { SentBack } from './sent-back.js';
import { standingOf } from './standing.js';

/**
 * The state of a department's reply. In every state from `awaiting approval` on there may also be a draft, and an
 * earlier answer that counts.
 */
export type ReplyState =
  /** The round has not asked the department yet. */
  | 'not asked'
  | 'asked'
  | 'draft'
  /** Someone who is not a head has written an answer, or a correction of the answer. */
  | 'awaiting approval'
  /** The department says that the report is outside its area, and the secretariat has not decided. */
  | 'declined'
  /** The secretariat agrees that the report is outside the department's area. */
  | 'excused'
  | 'answered'
  /** The secretariat has sent back the reply, or the refusal to give one, with a comment. */
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
  | 'propose edit'
  | 'dismiss edit'
  | 'lock'
  | 'unlock';

/** An event in the life of a department's reply. `ask` is not among them, because it creates the department's row. */
export type ReplyEvent =
  | { readonly kind: 'save draft'; readonly draft: Draft }
  | { readonly kind: 'propose'; readonly proposal: Proposal }
  /** The sender is a head, anyone where there are no heads, or the secretariat on behalf of the department. */
  | { readonly kind: 'answer'; readonly version: ReplyVersion }
  | { readonly kind: 'decline'; readonly decline: Decline }
  | { readonly kind: 'accept decline'; readonly decline: Decline & { readonly accepted: AcceptedDecline } }
  | { readonly kind: 'send back'; readonly sentBack: SentBack }
  /** The secretariat proposes how the department's text could be. To accept that is to answer. */
  | { readonly kind: 'propose edit'; readonly edit: ProposedEdit }
  | { readonly kind: 'dismiss edit'; readonly edit: ProposedEdit & { readonly dismissed: DismissedEdit } }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' };

/** The target of `unlock`: the state from before the lock. */
export const AS_BEFORE = 'as before';

type Cells = Readonly<Partial<Record<ReplyEventKind, ReplyState | typeof AS_BEFORE>>>;

/**
 * Every state, and the state that each event leads to. An event that is not listed for a state cannot happen in it, and
 * changes nothing. docs/reply-life.md has the drawing.
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
    'propose edit': 'answered',
    'dismiss edit': 'answered',
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

/** The state of the reply of a department that has been asked. Until it is locked, it follows from `standingOf`. */
export function replyStateOf(department: RoundDepartment): ReplyState {
  const standing = standingOf(department);
  if (department.isLocked || standing.kind === 'withdrawn') return 'locked';
  switch (standing.kind) {
    case 'answered':
      return standing.correction === undefined ? 'answered' : 'awaiting approval';
    case 'excused':
      return 'excused';
    case 'awaited':
      return standing.why;
  }
}

/** Whether the department is still being asked: its channel sees a card with a field, which can hold a text. */
export function isAsking(department: RoundDepartment): boolean {
  const state = replyStateOf(department);
  return state === 'asked' || state === 'draft' || state === 'returned';
}

/** Whether an event can happen to a department in its present state. */
export function canHappen(department: RoundDepartment, event: ReplyEventKind): boolean {
  return REPLY_LIFE[replyStateOf(department)][event] !== undefined;
}

/**
 * The department after an event. An answer removes the proposal, the decline, the proposed edit and the comment that stood
 * in its way, and a request for more time. It never removes a draft; the use case that sends the text of a draft does that (`isDraftUnseen`).
 *
 * @returns undefined for an event that cannot happen to the department
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
        proposedEdit: undefined,
        trouble: undefined,
        // Whoever has answered needs no more time.
        timeRequest: department.timeRequest?.decision === undefined ? undefined : department.timeRequest,
      };
    case 'decline':
    case 'accept decline':
      return { ...department, decline: event.decline };
    case 'send back':
      return { ...department, sentBack: event.sentBack, decline: undefined, proposedEdit: undefined };
    case 'propose edit':
    case 'dismiss edit':
      return { ...department, proposedEdit: event.edit };
    case 'lock':
      return { ...department, isLocked: true };
    case 'unlock':
      return { ...department, isLocked: false };
  }
}
