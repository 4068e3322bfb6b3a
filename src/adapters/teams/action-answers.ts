import { showDepartment } from '../../application/asked-department.js';
import { showNotatAgain } from '../../application/fetch-notat.js';
import { changePlan, planRound } from '../../application/plan-round.js';
import { saveDraft } from '../../application/save-draft.js';
import { startRound } from '../../application/start-round.js';
import { type SubmitReplyRequest, submitReply } from '../../application/submit-reply.js';
import type { CardAction } from '../../cards/card-actions.js';
import { CARD_MAX_BYTES, cardBytes } from '../../cards/card-size.js';
import { cprCertainty, departmentCard, type RequestReason, requestCard } from '../../cards/department-card.js';
import { notatCard } from '../../cards/notat-card.js';
import type { Card } from '../../cards/render.js';
import { roundFormCard, roundPreviewCard, roundStartedCard } from '../../cards/round-cards.js';
import { danishDayOf } from '../../domain/deadline.js';
import type { ReplyContent } from '../../domain/reply.js';
import type { Round, RoundDepartment } from '../../domain/round.js';
import type { Notice } from '../../text/messages.js';
import type { BotDependencies } from './command-answers.js';
import type { Incoming } from './incoming.js';

/** What a pressed button is answered with. */
export type ActionAnswer =
  /** The card in the place of the one that was used. */
  | {
      readonly kind: 'card';
      readonly card: Card;
      readonly isOwedToAll: boolean;
      /** Said in the thread where the card could only be shown to the whole channel, and must not be. */
      readonly insteadOfAll?: Notice;
    }
  /** Words beside the card, which stays as it is with whatever is typed in it. */
  | { readonly kind: 'notice'; readonly notice: Notice };

type Verb<Name extends CardAction['verb']> = Extract<CardAction, { verb: Name }>;

/** A pressed button, and the message it was pressed in. */
export interface Press extends Incoming {
  readonly posted: NonNullable<Incoming['posted']>;
}

/** Carries out what a card's button asks for. Sends nothing: what others must see becomes a delivery. */
export async function answerAction(deps: BotDependencies, action: CardAction, press: Press): Promise<ActionAnswer> {
  switch (action.verb) {
    case 'reply.save-draft':
      return answerDraft(deps, action, press);
    case 'reply.send':
    case 'reply.keep-cpr':
    case 'reply.nil':
      return answerReply(deps, action, press);
    case 'reply.edit':
    case 'reply.show':
      return answerShow(deps, action, press);
    case 'round.preview':
      return answerPreview(deps, action, press);
    case 'round.edit':
      return answerEdit(deps, action, press);
    case 'round.start':
      return answerStart(deps, action, press);
    case 'notat.renew':
      return answerRenew(deps, action, press);
  }
}

async function answerReply(
  deps: BotDependencies,
  action: Verb<'reply.send' | 'reply.nil'> | Verb<'reply.keep-cpr'>,
  { by, address, activityId, posted }: Press,
): Promise<ActionAnswer> {
  const { verb, roundId, departmentId, basedOn, draftSeen, typed } = action;
  const kind = verb === 'reply.nil' ? 'nil' : 'text';
  const request: SubmitReplyRequest = {
    roundId,
    departmentId,
    basedOn,
    draftSeen,
    by,
    address,
    activityId,
    posted,
    answer: { kind, typed },
    keepCpr: action.verb === 'reply.keep-cpr' ? { reason: action.reason } : undefined,
  };
  const outcome = await submitReply(deps, request);
  switch (outcome.kind) {
    case 'stored':
      return card(departmentCard(deps.render, deps.messages, outcome.department), true);
    case 'unchanged':
      return card(departmentCard(deps.render, deps.messages, outcome.department));
    case 'refused':
      return askAgain(deps, outcome.department, {
        kind: 'refused',
        problem: outcome.problem,
        typed: textIn(typed),
        ...(action.verb === 'reply.keep-cpr' ? { cprReason: textIn(action.reason) } : {}),
      });
    case 'overtaken':
      return askAgain(deps, outcome.department, { kind: 'overtaken', typed: textOf(outcome.answer) });
    case 'not asked':
      return words(deps.messages.notices.notAsked());
  }
}

async function answerDraft(
  deps: BotDependencies,
  { roundId, departmentId, draftSeen, typed }: Verb<'reply.save-draft'>,
  { by, address, activityId, posted }: Press,
): Promise<ActionAnswer> {
  const request = { roundId, departmentId, draftSeen, typed, by, address, activityId, posted };
  const outcome = await saveDraft(deps, request);
  switch (outcome.kind) {
    case 'saved':
      return card(requestCard(deps.render, deps.messages, outcome.department, { kind: 'correcting' }), true);
    case 'refused':
      return askAgain(deps, outcome.department, { kind: 'refused', problem: outcome.problem, typed: textIn(typed) });
    case 'overtaken':
      return askAgain(deps, outcome.department, { kind: 'draft overtaken', typed: textIn(typed) });
    case 'not asked':
      return words(deps.messages.notices.notAsked());
  }
}

/** The card with the person's own text in it, unless that would make it larger than Teams delivers. */
function askAgain(deps: BotDependencies, department: RoundDepartment, reason: RequestReason): ActionAnswer {
  const again = requestCard(deps.render, deps.messages, department, reason);
  if (cardBytes(again) > CARD_MAX_BYTES) return words(deps.messages.notices.tooLongToShow());
  const isPrivate = reason.kind === 'refused' && cprCertainty(reason.problem) !== undefined;
  return isPrivate ? { ...card(again), insteadOfAll: deps.messages.notices.cprInReply() } : card(again);
}

async function answerShow(
  deps: BotDependencies,
  { verb, roundId, departmentId }: Verb<'reply.edit' | 'reply.show'>,
  { address }: Press,
): Promise<ActionAnswer> {
  const department = await showDepartment(deps, { roundId, departmentId, address });
  if (department === undefined) return words(deps.messages.notices.notAsked());
  return verb === 'reply.edit'
    ? card(requestCard(deps.render, deps.messages, department, { kind: 'correcting' }))
    : card(departmentCard(deps.render, deps.messages, department));
}

async function answerPreview(
  deps: BotDependencies,
  { roundId, values }: Verb<'round.preview'>,
  { address, by, activityId }: Press,
): Promise<ActionAnswer> {
  const outcome = await planRound(deps, { address, by, roundId, values, activityId });
  switch (outcome.kind) {
    case 'planned':
      return card(roundPreviewCard(deps.render, deps.messages, outcome.round));
    case 'problems': {
      const { problems, departments } = outcome;
      const today = danishDayOf(deps.clock.now());
      const form = roundFormCard(deps.render, deps.messages, { roundId, values, problems, departments, today });
      return cardBytes(form) > CARD_MAX_BYTES ? words(deps.messages.notices.tooLongToShow()) : card(form);
    }
    case 'not secretariat':
      return words(deps.messages.notices.onlySecretariat());
    case 'already started':
      return alreadyStarted(deps, outcome.round);
  }
}

async function answerEdit(
  deps: BotDependencies,
  { roundId }: Verb<'round.edit' | 'round.start'>,
  { address }: Press,
): Promise<ActionAnswer> {
  const outcome = await changePlan(deps, address, roundId);
  switch (outcome.kind) {
    case 'form': {
      const today = danishDayOf(deps.clock.now());
      return card(roundFormCard(deps.render, deps.messages, { ...outcome, problems: [], today }));
    }
    case 'not secretariat':
      return words(deps.messages.notices.onlySecretariat());
    case 'unknown round':
      return words(deps.messages.notices.unknownRound());
    case 'already started':
      return alreadyStarted(deps, outcome.round);
  }
}

async function answerStart(
  deps: BotDependencies,
  { roundId }: Verb<'round.edit' | 'round.start'>,
  { address, by, posted }: Press,
): Promise<ActionAnswer> {
  const outcome = await startRound(deps, { address, by, roundId, posted });
  switch (outcome.kind) {
    case 'started':
      return card(roundStartedCard(deps.render, deps.messages, outcome.round), true);
    case 'already started':
      return alreadyStarted(deps, outcome.round);
    case 'unknown round':
      return words(deps.messages.notices.unknownRound());
  }
}

async function answerRenew(
  deps: BotDependencies,
  { roundId, notatId }: Verb<'notat.renew'>,
  { address }: Press,
): Promise<ActionAnswer> {
  const recorded = await showNotatAgain(deps, { address, roundId, notatId });
  if (recorded === undefined) return words(deps.messages.notices.unknownNotat());
  const link = deps.links.create(roundId, notatId, deps.clock.now());
  return card(notatCard(deps.render, deps.messages, { ...recorded, link }));
}

/** The card as everyone should see it by now. */
function alreadyStarted({ render, messages }: BotDependencies, round: Round): ActionAnswer {
  return card(roundStartedCard(render, messages, round));
}

/** What stood in a field, as far as it was text. */
function textIn(typed: unknown): string {
  return typeof typed === 'string' ? typed : '';
}

function textOf(content: ReplyContent): string {
  return content.kind === 'text' ? content.text : '';
}

function card(shown: Card, isOwedToAll = false): Extract<ActionAnswer, { kind: 'card' }> {
  return { kind: 'card', card: shown, isOwedToAll };
}

function words(notice: Notice): ActionAnswer {
  return { kind: 'notice', notice };
}
