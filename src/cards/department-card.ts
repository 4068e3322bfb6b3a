import { toBlocks } from '../domain/blocks.js';
import { CPR_REASON_MAX, REPLY_MAX, type ReplyContent, type ReplyProblem, type ReplyVersion } from '../domain/reply.js';
import type { RoundDepartment } from '../domain/round.js';
import type { Messages } from '../text/messages.js';
import { VERBS } from './card-actions.js';
import { CARD_MAX_BYTES, cardBytes, longestThatFits } from './card-size.js';
import { type CardParagraph, cardParagraphs, MANY_PARAGRAPHS } from './paragraphs.js';
import type { Card, CardRenderer } from './render.js';

/** Why a request card is shown with a text already in it. */
export type RequestReason =
  | { readonly kind: 'new' }
  | { readonly kind: 'correcting' }
  | { readonly kind: 'refused'; readonly problem: ReplyProblem; readonly typed: string; readonly cprReason?: string }
  | { readonly kind: 'overtaken'; readonly typed: string }
  | { readonly kind: 'draft overtaken'; readonly typed: string };

/** What a department's channel sees now: the request until it is answered, then the receipt. */
export function departmentCard(render: CardRenderer, messages: Messages, department: RoundDepartment): Card {
  const { reply } = department;
  return reply === undefined
    ? requestCard(render, messages, department, { kind: 'new' })
    : receiptCard(render, messages, department, reply);
}

/** The card with the field to answer in. */
export function requestCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  reason: RequestReason,
): Card {
  const { ask, reply, draft } = department;
  const { request } = messages;
  const typed = typedText(reason, department);
  const problem = problemText(messages, reason, department);
  const cpr = reason.kind === 'refused' ? cprCertainty(reason.problem) : undefined;
  const present = presentText(messages, reason, department);
  const data = {
    lang: messages.lang,
    fallbackText: `${request.heading}. ${request.deadline(ask.deadline)}`,
    labels: {
      heading: request.heading,
      report: request.report,
      question: request.question,
      deadline: request.deadline(ask.deadline),
      field: request.field,
      placeholder: request.placeholder,
      hint: request.hint(REPLY_MAX),
      send: request.send,
      nil: request.nil,
      saveDraft: request.saveDraft,
      cancel: request.cancel,
      readReport: request.readReport,
      cprReason: request.cprReason,
      keepCpr: request.keepCpr,
      correcting: request.correcting,
    },
    title: ask.title,
    report: ask.report,
    question: cardParagraphs(toBlocks(ask.question), MANY_PARAGRAPHS),
    hasLink: ask.reportLink !== undefined,
    reportLink: ask.reportLink ?? '',
    isDraftOffered: cpr === undefined,
    hasDraft: draft !== undefined && reason.kind !== 'overtaken',
    draft: draft === undefined ? '' : request.draft(draft.author.name, draft.at),
    isCprFound: cpr !== undefined,
    isReasonWanted: cpr === 'certain',
    cprReason: (reason.kind === 'refused' && reason.cprReason) || '',
    cprReasonMax: CPR_REASON_MAX,
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    isCorrecting: reply !== undefined && reason.kind !== 'overtaken',
    hasReply: reply !== undefined,
    typed,
    // A client may cut a value that is longer than the field allows, and what was typed must not be lost.
    maxLength: Math.max(REPLY_MAX, typed.length),
    sendData: actionData(VERBS.sendReply, department),
    draftData: actionData(VERBS.saveDraft, department),
    keepData: actionData(VERBS.keepCpr, department),
    nilData: actionData(VERBS.sendNil, department),
    cancelData: actionData(VERBS.showReply, department),
  };
  const withPresent = (shown: readonly CardParagraph[]) =>
    render('request', {
      ...data,
      hasPresent: present.length > 0,
      present: shown,
      hasMore: shown.length < present.length,
      more: messages.receipt.more(shown.length, present.length),
    });
  return withPresent(longestThatFits(present, (shown) => cardBytes(withPresent(shown)) <= CARD_MAX_BYTES));
}

function receiptCard(render: CardRenderer, messages: Messages, department: RoundDepartment, reply: ReplyVersion): Card {
  const { receipt } = messages;
  const { draft } = department;
  const all = presentParagraphs(messages, reply.content);
  const withParagraphs = (paragraphs: readonly CardParagraph[]) =>
    render('receipt', {
      lang: messages.lang,
      fallbackText: receipt.heading,
      labels: {
        heading: receipt.heading,
        deadline: receipt.deadline(department.ask.deadline),
        correct: receipt.correct,
      },
      from: receipt.from(reply.author.name, reply.at),
      isCorrected: reply.number > 1,
      version: receipt.version(reply.number),
      title: department.ask.title,
      paragraphs,
      hasDraft: draft !== undefined,
      draft: draft === undefined ? '' : receipt.draft(draft.author.name, draft.at),
      hasMore: paragraphs.length < all.length,
      more: receipt.more(paragraphs.length, all.length),
      editData: actionData(VERBS.editReply, department),
    });
  return withParagraphs(longestThatFits(all, (shown) => cardBytes(withParagraphs(shown)) <= CARD_MAX_BYTES));
}

/** What someone else has put in the place of this person's text, for them to see. */
function presentText(
  messages: Messages,
  { kind }: RequestReason,
  { reply, draft }: RoundDepartment,
): readonly CardParagraph[] {
  if (kind === 'overtaken' && reply !== undefined) return presentParagraphs(messages, reply.content);
  return kind === 'draft overtaken' && draft !== undefined ? cardParagraphs(toBlocks(draft.text)) : [];
}

function presentParagraphs(messages: Messages, content: ReplyContent): readonly CardParagraph[] {
  return content.kind === 'nil' ? [{ text: messages.receipt.nil }] : cardParagraphs(toBlocks(content.text));
}

function typedText(reason: RequestReason, { reply, draft }: RoundDepartment): string {
  if ('typed' in reason) return reason.typed;
  if (draft !== undefined) return draft.text;
  return reason.kind === 'correcting' && reply?.content.kind === 'text' ? reply.content.text : '';
}

function problemText(messages: Messages, reason: RequestReason, { reply, draft }: RoundDepartment): string | undefined {
  switch (reason.kind) {
    case 'refused':
      return messages.request.problem(reason.problem);
    case 'overtaken':
      return reply && messages.request.overtaken(reply.author.name, reply.at);
    case 'draft overtaken':
      return draft && messages.request.draftOvertaken(draft.author.name, draft.at);
    default:
      return undefined;
  }
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

function actionData(verb: string, { roundId, department, reply, draft }: RoundDepartment): object {
  const seen = { basedOn: reply?.number ?? 0, draftSeen: draft?.at.getTime() ?? 0 };
  return { verb, roundId, departmentId: department.id, ...seen };
}
