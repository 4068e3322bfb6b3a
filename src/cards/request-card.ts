import { type ReplyProblem, wordsOf } from '../domain/reply/reply.js';
import { canHappen, replyStateOf } from '../domain/reply/reply-life.js';
import { replyThatCounts } from '../domain/reply/standing.js';
import { danishDayOf, dayOf, lastDeadlineDay } from '../domain/round/deadline.js';
import type { RoundDepartment } from '../domain/round/round.js';
import { workingDaysBetween } from '../domain/round/working-days.js';
import { toBlocks } from '../domain/text/blocks.js';
import type { Messages } from '../text/messages.js';
import { VERBS } from './card-actions.js';
import { CARD_MAX_BYTES, cardBytes, longestThatFits } from './card-size.js';
import { type CardParagraph, cardParagraphs, MANY_PARAGRAPHS } from './paragraphs.js';
import { pressData } from './press-data.js';
import type { Card, CardRenderer } from './render.js';
import { replyParagraphs } from './shown-reply.js';

/** Why a request card is shown, and with which text in it. */
export type RequestReason =
  | { readonly kind: 'new' }
  | { readonly kind: 'correcting' }
  | { readonly kind: 'refused'; readonly problem: ReplyProblem; readonly typed: string; readonly cprReason?: string }
  | { readonly kind: 'overtaken'; readonly typed: string }
  | { readonly kind: 'draft overtaken'; readonly typed: string }
  | { readonly kind: 'proposal overtaken'; readonly typed: string }
  /** Text given back after another card had its place. */
  | { readonly kind: 'resumed'; readonly typed: string }
  /** Text that someone wrote in the thread instead. */
  | { readonly kind: 'from thread'; readonly typed: string };

/** What stands in the field when the card is shown, and what is said of it. */
interface FieldText {
  readonly text: string;
  /** Whose it is and that it is not sent; undefined for one's own. */
  readonly origin: string | undefined;
}

/** The card with the field to answer in. */
export function requestCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  reason: RequestReason,
  nonce: string,
): Card {
  const { ask } = department;
  const { request, receipt } = messages;
  const heading = isCorrecting(reason, department) ? request.correctingHeading : request.heading;
  const present = presentText(messages, reason, department);
  const { previous } = department;
  const earlier = previous === undefined ? [] : replyParagraphs(messages, previous.content);
  const data = {
    lang: messages.lang,
    fallbackText: `${heading}. ${request.deadline(ask.deadline)}`,
    labels: { heading, ...requestLabels(messages, department) },
    title: ask.title,
    report: ask.report,
    question: cardParagraphs(toBlocks(ask.question), MANY_PARAGRAPHS),
    facts: requestFacts(messages, department),
    hasLink: ask.reportLink !== undefined,
    reportLink: ask.reportLink ?? '',
    ...saidOf(messages, reason, department),
    ...fieldData(messages, reason, department),
    ...actionsData(reason, department, nonce),
    hasPresent: present.length > 0,
    hasPrevious: previous !== undefined,
    previousTitle: previous === undefined ? '' : request.previous(previous.title),
  };
  const withTexts = (shown: readonly CardParagraph[], shownEarlier: readonly CardParagraph[]) =>
    render('request', {
      ...data,
      present: shown,
      hasMore: shown.length < present.length,
      more: receipt.more(shown.length, present.length),
      previous: shownEarlier,
      hasPreviousMore: shownEarlier.length < earlier.length,
      previousMore: receipt.more(shownEarlier.length, earlier.length),
    });
  const fits = (card: Card) => cardBytes(card) <= CARD_MAX_BYTES;
  const whole = withTexts(present, earlier);
  if (fits(whole)) return whole;
  const shown = longestThatFits(present, (beginning) => fits(withTexts(beginning, [])));
  return withTexts(
    shown,
    longestThatFits(earlier, (beginning) => fits(withTexts(shown, beginning))),
  );
}

/** How sure it is that the text holds a CPR number, where that is what stops it. */
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

function requestLabels({ request }: Messages, { ask }: RoundDepartment): object {
  return {
    report: request.report,
    question: request.question,
    deadline: request.deadline(ask.deadline),
    field: request.field,
    placeholder: request.placeholder,
    hint: request.hint,
    send: request.send,
    nil: request.nil,
    saveDraft: request.saveDraft,
    cancel: request.cancel,
    decline: request.decline,
    readReport: request.readReport,
    showPrevious: request.showPrevious,
    cprReason: request.cprReason,
    keepCpr: request.keepCpr,
  };
}

function requestFacts({ request }: Messages, { department, ask, askedAt }: RoundDepartment): readonly CardParagraph[] {
  const askedOn = askedAt && danishDayOf(askedAt);
  const lastDay = dayOf(ask.deadline);
  // A round that was stored before deadlines had a limit may have one that nobody counts the days to.
  const isCounted = askedOn !== undefined && lastDay <= lastDeadlineDay(askedOn);
  const days = isCounted ? workingDaysBetween(askedOn, lastDay) : 0;
  const time = askedOn !== undefined && days > 0 ? [{ text: request.workingDays(days) }] : [];
  return [...time, { text: request.answeredBy(department.heads) }];
}

/** What stands above the field: why the card is shown again, and what the person must know before writing. */
function saidOf(messages: Messages, reason: RequestReason, department: RoundDepartment): object {
  const { sentBack } = department;
  const { request } = messages;
  const problem = problemText(messages, reason, department);
  const isFromThread = reason.kind === 'from thread';
  return {
    isSentBack: sentBack !== undefined,
    sentBack: sentBack === undefined ? '' : request.sentBack(sentBack.by.name, sentBack.at, sentBack.comment),
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    hasLead: isFromThread || isCorrecting(reason, department),
    lead: isFromThread ? request.fromThread : request.correcting,
  };
}

function fieldData(messages: Messages, reason: RequestReason, department: RoundDepartment): object {
  const { text, origin } = fieldText(messages, reason, department);
  const cpr = reason.kind === 'refused' ? cprCertainty(reason.problem) : undefined;
  return {
    typed: text,
    hasOrigin: origin !== undefined,
    origin: origin ?? '',
    isReasonWanted: cpr === 'certain',
    cprReason: (reason.kind === 'refused' && reason.cprReason) || '',
  };
}

function actionsData(reason: RequestReason, department: RoundDepartment, nonce: string): object {
  const isCprFound = reason.kind === 'refused' && cprCertainty(reason.problem) !== undefined;
  // Who has not seen a draft must not be taken to have, or sending would take it away.
  const shown = isDraftUnseen(reason, department) ? { ...department, draft: undefined } : department;
  return {
    isDraftOffered: !isCprFound,
    isCprFound,
    isDeclineOffered: canHappen(department, 'decline'),
    isCancelOffered: !isRequested(department),
    sendData: pressData(VERBS.sendReply, shown, nonce),
    draftData: pressData(VERBS.saveDraft, shown, nonce),
    keepData: pressData(VERBS.keepCpr, shown, nonce),
    nilData: pressData(VERBS.sendNil, shown, nonce),
    declineData: pressData(VERBS.openDecline, shown, nonce),
    cancelData: pressData(VERBS.showReply, shown, nonce),
  };
}

/** Whether the request is what a department's channel sees as it stands, so that there is nothing to go back to. */
function isRequested(department: RoundDepartment): boolean {
  const state = replyStateOf(department);
  return state === 'asked' || state === 'draft' || state === 'returned';
}

/** Whether there is an answer that counts until another takes its place. */
function isCorrecting(reason: RequestReason, department: RoundDepartment): boolean {
  return replyThatCounts(department) !== undefined && !isOvertaken(reason);
}

function isOvertaken({ kind }: RequestReason): boolean {
  return kind === 'overtaken' || kind === 'proposal overtaken';
}

function isDraftUnseen(reason: RequestReason, department: RoundDepartment): boolean {
  return reason.kind === 'from thread' || isProposalInField(reason, department);
}

/** The proposal is what one corrects, unless a draft of the correction has been saved since. */
function isProposalInField({ kind }: RequestReason, { proposal, draft }: RoundDepartment): boolean {
  return kind === 'correcting' && proposal !== undefined && (draft === undefined || draft.at <= proposal.at);
}

function fieldText(messages: Messages, reason: RequestReason, department: RoundDepartment): FieldText {
  const { request, approval } = messages;
  const { reply, draft, proposal, sentBack } = department;
  const draftOrigin = draft && request.draft(draft.author.name, draft.at);
  if ('typed' in reason) {
    const isDraftKnown = !isOvertaken(reason) && reason.kind !== 'from thread';
    return { text: reason.typed, origin: isDraftKnown ? draftOrigin : undefined };
  }
  if (proposal !== undefined && isProposalInField(reason, department)) {
    return { text: wordsOf(proposal.content), origin: approval.from(proposal.author.name, proposal.at) };
  }
  if (draft !== undefined) return { text: draft.text, origin: draftOrigin };
  const isReplyInField = reason.kind === 'correcting' || sentBack !== undefined;
  return { text: reply !== undefined && isReplyInField ? wordsOf(reply.content) : '', origin: undefined };
}

/** What someone else has put in the place of this person's text, for them to see. */
function presentText(
  messages: Messages,
  { kind }: RequestReason,
  { reply, draft, proposal }: RoundDepartment,
): readonly CardParagraph[] {
  switch (kind) {
    case 'overtaken':
      return reply === undefined ? [] : replyParagraphs(messages, reply.content);
    case 'draft overtaken':
      return draft === undefined ? [] : cardParagraphs(toBlocks(draft.text));
    case 'proposal overtaken':
      return proposal === undefined ? [] : replyParagraphs(messages, proposal.content);
    default:
      return [];
  }
}

function problemText(
  { request }: Messages,
  reason: RequestReason,
  { reply, draft, proposal }: RoundDepartment,
): string | undefined {
  switch (reason.kind) {
    case 'refused':
      return request.problem(reason.problem);
    case 'overtaken':
      return reply && request.overtaken(reply.author.name, reply.at);
    case 'draft overtaken':
      return draft && request.draftOvertaken(draft.author.name, draft.at);
    case 'proposal overtaken':
      return proposal && request.proposalOvertaken(proposal.author.name, proposal.at);
    default:
      return undefined;
  }
}
