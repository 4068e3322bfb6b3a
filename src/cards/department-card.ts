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
  | { readonly kind: 'overtaken'; readonly typed: string };

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
  const { ask, reply } = department;
  const { request } = messages;
  const typed = typedText(reason, reply);
  const problem = problemText(messages, reason, reply);
  const cpr = reason.kind === 'refused' ? cprCertainty(reason.problem) : undefined;
  const present = reason.kind === 'overtaken' && reply !== undefined ? presentParagraphs(messages, reply.content) : [];
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
    // With a third button, the link goes in the menu behind them.
    linkMode: reply === undefined && cpr === undefined ? 'primary' : 'secondary',
    cancelMode: cpr === undefined ? 'primary' : 'secondary',
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
      hasMore: paragraphs.length < all.length,
      more: receipt.more(paragraphs.length, all.length),
      editData: actionData(VERBS.editReply, department),
    });
  return withParagraphs(longestThatFits(all, (shown) => cardBytes(withParagraphs(shown)) <= CARD_MAX_BYTES));
}

function presentParagraphs(messages: Messages, content: ReplyContent): readonly CardParagraph[] {
  return content.kind === 'nil' ? [{ text: messages.receipt.nil }] : cardParagraphs(toBlocks(content.text));
}

function typedText(reason: RequestReason, reply: ReplyVersion | undefined): string {
  if ('typed' in reason) return reason.typed;
  return reason.kind === 'correcting' && reply?.content.kind === 'text' ? reply.content.text : '';
}

function problemText(messages: Messages, reason: RequestReason, reply: ReplyVersion | undefined): string | undefined {
  switch (reason.kind) {
    case 'refused':
      return messages.request.problem(reason.problem);
    case 'overtaken':
      return reply && messages.request.overtaken(reply.author.name, reply.at);
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

function actionData(verb: string, { roundId, department, reply }: RoundDepartment): object {
  return { verb, roundId, departmentId: department.id, basedOn: reply?.number ?? 0 };
}
