import type { Person } from '../../domain/person.js';
import { type ReplyContent, type ReplyProblem, wordsOf } from '../../domain/reply/reply.js';
import { canHappen, isAsking } from '../../domain/reply/reply-life.js';
import { replyThatCounts } from '../../domain/reply/standing.js';
import { danishDayOf, dayOf, lastDeadlineDay } from '../../domain/round/deadline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { workingDaysBetween } from '../../domain/round/working-days.js';

/** Why a request card is shown, and the text that is in its field. */
export type RequestReason =
  | { readonly kind: 'new' }
  | { readonly kind: 'correcting' }
  | { readonly kind: 'refused'; readonly problem: ReplyProblem; readonly typed: string; readonly cprReason?: string }
  | { readonly kind: 'overtaken'; readonly typed: string }
  | { readonly kind: 'draft overtaken'; readonly typed: string }
  | { readonly kind: 'proposal overtaken'; readonly typed: string }
  /** The person's text comes back after another card has been in the place of this one. */
  | { readonly kind: 'resumed'; readonly typed: string }
  /** The text comes from a message that someone wrote in the thread. */
  | { readonly kind: 'from thread'; readonly typed: string };

/** What a request card shows besides the question, without a language: texts are named by their keys in `Messages`. */
export interface RequestView {
  readonly heading: 'heading' | 'correctingHeading';
  /**
   * How many working days there are for the answer; 0 where there are none, or where it is not known when it was asked.
   */
  readonly workingDays: number;
  /** Why the text was not accepted. */
  readonly problem: ReplyProblem | undefined;
  /** What someone else has stored since this person's card was shown. */
  readonly overtaking: Overtaking | undefined;
  /** What the person must know before they write. */
  readonly lead: 'fromThread' | 'correcting' | undefined;
  readonly field: FieldText;
  /** The text in the field for the reason why a CPR number must stay; undefined where there is no such field. */
  readonly cprReason: string | undefined;
  /** In the order of the card. */
  readonly buttons: readonly RequestButton[];
  /**
   * The department as the card shows it. A draft that the card does not show is left out, so it does not count as seen.
   */
  readonly seen: RoundDepartment;
}

export interface Overtaking {
  readonly says: 'overtaken' | 'draftOvertaken' | 'proposalOvertaken';
  readonly author: Person;
  readonly at: Date;
  readonly content: ReplyContent;
}

/** The text in the field when the card is shown, and where the text comes from. */
export interface FieldText {
  readonly text: string;
  /** Set for a draft or a proposal that is stored and not sent; undefined for the person's own text. */
  readonly origin: { readonly is: 'draft' | 'proposal'; readonly author: Person; readonly at: Date } | undefined;
}

const BUTTONS = [
  'readReport',
  'askForTime',
  'send',
  'keepCpr',
  'nil',
  'openDialog',
  'saveDraft',
  'cancel',
  'decline',
] as const;

export type RequestButton = (typeof BUTTONS)[number];

export function requestView(reason: RequestReason, department: RoundDepartment): RequestView {
  const isCorrecting = replyThatCounts(department) !== undefined && !isOvertaken(reason);
  const isFromThread = reason.kind === 'from thread';
  const isDraftUnseen = isFromThread || isProposalInField(reason, department);
  const isReasonWanted = reason.kind === 'refused' && cprCertainty(reason.problem) === 'certain';
  return {
    heading: isCorrecting ? 'correctingHeading' : 'heading',
    workingDays: workingDaysFor(department),
    problem: reason.kind === 'refused' ? reason.problem : undefined,
    overtaking: overtakingOf(reason, department),
    lead: isFromThread ? 'fromThread' : isCorrecting ? 'correcting' : undefined,
    field: fieldText(reason, department),
    cprReason: isReasonWanted ? (reason.cprReason ?? '') : undefined,
    buttons: buttonsOf(reason, department),
    // A draft that counts as seen would be deleted when the text is sent.
    seen: isDraftUnseen ? { ...department, draft: undefined } : department,
  };
}

/** How certain it is that the text holds a CPR number; undefined where that is not what stops the text. */
export function cprCertainty(problem: ReplyProblem): 'certain' | 'possible' | undefined {
  switch (problem.kind) {
    case 'cpr number':
      return problem.certainty;
    case 'reason missing':
    case 'reason too long':
    case 'reason with cpr number':
      return 'certain';
    default:
      return undefined;
  }
}

function workingDaysFor({ ask, askedAt }: RoundDepartment): number {
  const askedOn = askedAt && danishDayOf(askedAt);
  const lastDay = dayOf(ask.deadline);
  // Old rounds, from before deadlines had a limit, may have a deadline that is too far away to count the days.
  const isCounted = askedOn !== undefined && lastDay <= lastDeadlineDay(askedOn);
  return isCounted ? Math.max(0, workingDaysBetween(askedOn, lastDay, ask.calendar)) : 0;
}

function overtakingOf({ kind }: RequestReason, department: RoundDepartment): Overtaking | undefined {
  const { reply, draft, proposal } = department;
  switch (kind) {
    case 'overtaken':
      return reply && { says: 'overtaken', author: reply.author, at: reply.at, content: reply.content };
    case 'draft overtaken':
      return (
        draft && {
          says: 'draftOvertaken',
          author: draft.author,
          at: draft.at,
          content: { kind: 'text', text: draft.text },
        }
      );
    case 'proposal overtaken':
      return proposal && { says: 'proposalOvertaken', ...proposal };
    default:
      return undefined;
  }
}

function fieldText(reason: RequestReason, department: RoundDepartment): FieldText {
  const { reply, draft, proposal, sentBack } = department;
  const draftOrigin = draft && ({ is: 'draft', author: draft.author, at: draft.at } as const);
  if ('typed' in reason) {
    const isDraftKnown = !isOvertaken(reason) && reason.kind !== 'from thread';
    return { text: reason.typed, origin: isDraftKnown ? draftOrigin : undefined };
  }
  if (proposal !== undefined && isProposalInField(reason, department)) {
    const { content, author, at } = proposal;
    return { text: wordsOf(content), origin: { is: 'proposal', author, at } };
  }
  if (draft !== undefined) return { text: draft.text, origin: draftOrigin };
  const isReplyInField = reason.kind === 'correcting' || sentBack !== undefined;
  return { text: reply !== undefined && isReplyInField ? wordsOf(reply.content) : '', origin: undefined };
}

function buttonsOf(reason: RequestReason, department: RoundDepartment): readonly RequestButton[] {
  const isCprFound = reason.kind === 'refused' && cprCertainty(reason.problem) !== undefined;
  const isOffered: Readonly<Record<RequestButton, boolean>> = {
    send: true,
    saveDraft: !isCprFound,
    keepCpr: isCprFound,
    nil: true,
    openDialog: true,
    cancel: !isAsking(department),
    decline: canHappen(department, 'decline'),
    askForTime: isAsking(department),
    readReport: department.ask.reportLink !== undefined,
  };
  return BUTTONS.filter((button) => isOffered[button]);
}

function isOvertaken({ kind }: RequestReason): boolean {
  return kind === 'overtaken' || kind === 'proposal overtaken';
}

/** The field holds the proposal that is being corrected, unless a newer draft has been saved. */
function isProposalInField({ kind }: RequestReason, { proposal, draft }: RoundDepartment): boolean {
  return kind === 'correcting' && proposal !== undefined && (draft === undefined || draft.at <= proposal.at);
}
