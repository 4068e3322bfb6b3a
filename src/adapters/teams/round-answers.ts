import { showNotatAgain } from '../../application/notat/fetch-notat.js';
import { type ClosingOutcome, closeRound, prepareClosing } from '../../application/round/close-round.js';
import { changePlan, planRound } from '../../application/round/plan-round.js';
import { reopenRound } from '../../application/round/reopen-round.js';
import { startRound } from '../../application/round/start-round.js';
import { notatCard } from '../../cards/notat-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import {
  departmentsOnForm,
  type RoundForm,
  roundFormCard,
  roundPreviewCard,
  roundStartedCard,
} from '../../cards/round-cards.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import type { Round } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { type ActionAnswer, card, cardWithText, type Press, type Verb, words } from './action-answer.js';
import type { BotDependencies } from './bot-dependencies.js';
import { drawClosing } from './drawn-closing.js';
import { nameOfPress } from './press-name.js';

type RoundAction = Verb<'round.preview' | 'round.edit' | 'round.close' | 'round.reopen' | 'notat.renew'>;

/** The bot's parts, and what it says to the secretariat. */
type Deps = BotDependencies & { readonly messages: Messages };

/** The secretariat's buttons: the round's form, its start, and the notat. */
export async function answerRound(bot: BotDependencies, action: RoundAction, press: Press): Promise<ActionAnswer> {
  const deps = { ...bot, messages: bot.messagesIn(undefined) };
  switch (action.verb) {
    case 'round.preview':
      return answerPreview(deps, action, press);
    case 'round.edit':
      return answerEdit(deps, action, press);
    case 'round.start':
      return answerStart(deps, action, press);
    case 'notat.renew':
      return answerRenew(deps, action, press);
    case 'round.prepare-closing':
      return answerPrepareClosing(deps, action, press);
    case 'round.close':
      return answerClose(deps, action, press);
    case 'round.reopen':
      return answerReopen(deps, action, press);
  }
}

async function answerPreview(
  deps: Deps,
  { roundId, values }: Verb<'round.preview'>,
  { address, by, activityId }: Press,
): Promise<ActionAnswer> {
  const { notices } = deps.messages;
  const outcome = await planRound(deps, { address, by, roundId, values, activityId });
  switch (outcome.kind) {
    case 'planned':
      return card(roundPreviewCard(deps.render, deps.messages, outcome.round));
    case 'problems': {
      const { problems, departments } = outcome;
      return form(deps, { roundId, values, problems, departments });
    }
    case 'not secretariat':
      return words(notices.onlySecretariat());
    case 'already started':
      return alreadyStarted(deps, outcome.round);
  }
}

async function answerEdit(deps: Deps, { roundId }: Verb<'round.start'>, { address }: Press): Promise<ActionAnswer> {
  const { notices } = deps.messages;
  const outcome = await changePlan(deps, address, roundId);
  switch (outcome.kind) {
    case 'form':
      return form(deps, { ...outcome, problems: [] });
    case 'not secretariat':
      return words(notices.onlySecretariat());
    case 'unknown round':
      return words(notices.unknownRound());
    case 'already started':
      return alreadyStarted(deps, outcome.round);
  }
}

async function answerStart(
  deps: Deps,
  { roundId }: Verb<'round.start'>,
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
  deps: Deps,
  { roundId, notatId }: Verb<'notat.renew'>,
  { address }: Press,
): Promise<ActionAnswer> {
  const recorded = await showNotatAgain(deps, { address, roundId, notatId });
  if (recorded === undefined) return words(deps.messages.notices.unknownNotat());
  const link = deps.links.create({ tenantId: address.tenantId, roundId, notatId }, deps.clock.now());
  return card(notatCard(deps.render, deps.messages, { ...recorded, link, nonce: deps.ids.next() }));
}

async function answerPrepareClosing(
  deps: Deps,
  { roundId }: Verb<'round.prepare-closing'>,
  { address }: Press,
): Promise<ActionAnswer> {
  const outcome = await prepareClosing(deps, { roundId, address });
  return outcome.kind === 'check' ? card(await drawClosing(deps, outcome, false)) : notToClose(deps, outcome);
}

async function answerClose(deps: Deps, action: Verb<'round.close'>, press: Press): Promise<ActionAnswer> {
  const { roundId, keep, missing } = action;
  const { address, by } = press;
  const name = nameOfPress(action, press, [keep, missing]);
  const outcome = await closeRound(deps, { roundId, address, by, press: name, keep, missing });
  switch (outcome.kind) {
    case 'closing':
      return card(noticeCard(deps.render, deps.messages, deps.messages.closing.underWay()));
    case 'undecided':
      return card(await drawClosing(deps, outcome, true));
    case 'template unreadable':
      return words(deps.messages.closing.templateUnreadable());
    default:
      return notToClose(deps, outcome);
  }
}

/** Answered in words, so that the card stays: a reason that is refused is still in its field. */
async function answerReopen(deps: Deps, action: Verb<'round.reopen'>, press: Press): Promise<ActionAnswer> {
  const { closing, notices } = deps.messages;
  const { roundId, reason } = action;
  const { address, by } = press;
  const outcome = await reopenRound(deps, {
    roundId,
    address,
    by,
    press: nameOfPress(action, press, [reason]),
    reason,
  });
  switch (outcome.kind) {
    case 'reopening':
      return words(closing.reopening());
    case 'not closed':
      return words(closing.notClosed(outcome.round.state));
    case 'refused':
      return words(closing.reasonRefused(outcome.problem));
    case 'unknown round':
      return words(notices.unknownRound());
  }
}

function notToClose({ messages }: Deps, outcome: ClosingOutcome): ActionAnswer {
  return words(
    outcome.kind === 'unknown round' ? messages.notices.unknownRound() : messages.closing.notOpen(outcome.round.state),
  );
}

function form({ render, messages, clock }: Deps, shown: Omit<RoundForm, 'today'>): ActionAnswer {
  const today = danishDayOf(clock.now());
  const count = shown.departments.length;
  const most = departmentsOnForm(render, messages, shown.departments, today);
  if (most < count) return words(messages.notices.tooManyDepartments(count, most));
  const isPrivate = shown.problems.some(({ kind }) => kind === 'cpr number' || kind === 'possible cpr number');
  const problems = shown.problems.map(messages.roundForm.problem).join(' ');
  const drawn = roundFormCard(render, messages, { ...shown, today });
  return cardWithText(messages, drawn, problems, isPrivate ? Object.values(shown.values) : []);
}

/** The card as everyone should see it by now. */
function alreadyStarted({ render, messages }: Deps, round: Round): ActionAnswer {
  return card(roundStartedCard(render, messages, round));
}
