import type { Activity } from 'botbuilder';
import {
  type RegisterChannelOutcome,
  registerDepartment,
  registerSecretariat,
} from '../../application/channel/register-channel.js';
import { unregisterChannel } from '../../application/channel/unregister-channel.js';
import { compileNotatNow } from '../../application/notat/compile-notat.js';
import { offerDraft } from '../../application/reply/offer-draft.js';
import { showVersions } from '../../application/reply/show-versions.js';
import { prepareClosing } from '../../application/round/close-round.js';
import { openRoundForm } from '../../application/round/plan-round.js';
import { showStatus } from '../../application/round/show-status.js';
import { unlessUnreadable } from '../../application/unless-unreadable.js';
import { CARD_MAX_BYTES, cardBytes } from '../../cards/card-size.js';
import { helpCard } from '../../cards/help-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import type { Card } from '../../cards/render.js';
import { requestCard } from '../../cards/request-card.js';
import { departmentsOnForm, newRoundForm, roundFormCard } from '../../cards/round-cards.js';
import { statusCard } from '../../cards/status-card.js';
import { versionsCard } from '../../cards/versions-card.js';
import { REPLY_MAX } from '../../domain/limits.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import type { Messages, Notice } from '../../text/messages.js';
import type { BotDependencies } from './bot-dependencies.js';
import { cardActivity } from './card-activity.js';
import type { Command } from './commands.js';
import { drawClosing } from './drawn-closing.js';
import type { Incoming } from './incoming.js';
import { notatActivities } from './notat-activities.js';
import { notatIdOf } from './press-name.js';
import { answerHeads, answerLanguage, answerNoHeads } from './setting-answers.js';
import { inPlainWords, type WrittenMessage } from './written-message.js';

/** The bot's parts, and what it says where the command was written: in a department's channel, or elsewhere. */
type Deps = BotDependencies & { readonly messages: Messages; readonly isDepartment: boolean };

/** Carries out a command and makes the card that answers it. */
export async function answerCommand(
  bot: BotDependencies,
  command: Command,
  message: WrittenMessage,
  incoming: Incoming,
): Promise<readonly Partial<Activity>[]> {
  const deps = { ...bot, ...(await spokenAt(bot, incoming)) };
  const answers = await answerAll(deps, command, message, incoming);
  return message.hasFiles ? [...answers, notice(deps, deps.messages.refusals.filesNotRead())] : answers;
}

async function answerAll(
  deps: Deps,
  command: Command,
  message: WrittenMessage,
  incoming: Incoming,
): Promise<readonly Partial<Activity>[]> {
  if (command.kind === 'notat') return answerNotat(deps, incoming);
  if (command.kind === 'status') return answerStatus(deps, incoming);
  return [await answerInOne(deps, command, message, incoming)];
}

async function answerInOne(
  deps: Deps,
  command: Exclude<Command, { kind: 'notat' | 'status' }>,
  message: WrittenMessage,
  incoming: Incoming,
): Promise<Partial<Activity>> {
  const { address } = incoming;
  const { messages } = deps;
  switch (command.kind) {
    case 'register secretariat':
      return notice(deps, registrationNotice(messages, await registerSecretariat(deps, address)));
    case 'register department':
      return notice(deps, registrationNotice(messages, await registerDepartment(deps, address, command.name)));
    case 'unregister': {
      const was = await unregisterChannel(deps, address);
      if (was === undefined) return notice(deps, messages.registration.notRegistered());
      if (was === 'unreadable') return notice(deps, messages.registration.removedUnreadable());
      const name = was.purpose === 'secretariat' ? undefined : was.department.name;
      return notice(deps, messages.registration.removed(name));
    }
    case 'appoint heads':
      return notice(deps, await answerHeads(deps, command.named, incoming));
    case 'appoint no heads':
      return notice(deps, await answerNoHeads(deps, incoming));
    case 'set language':
      return notice(deps, await answerLanguage(deps, command.language, incoming));
    case 'new round':
      return cardActivity(await newRoundCard(deps, incoming));
    case 'close round':
      return cardActivity(await closingOfCurrentRound(deps, incoming));
    case 'versions':
      return cardActivity(await answerVersions(deps, incoming));
    case 'help':
      return cardActivity(helpCard(deps.render, messages));
    case 'not understood':
      return answerWords(deps, message, incoming);
  }
}

/** A department is spoken to in its own language, and everyone else in the installation's. */
async function spokenAt(
  { channels, messagesIn }: BotDependencies,
  { address }: Incoming,
): Promise<Pick<Deps, 'messages' | 'isDepartment'>> {
  const channel = await unlessUnreadable(channels.find(address));
  return channel?.purpose === 'department'
    ? { messages: messagesIn(channel.department.language), isDepartment: true }
    : { messages: messagesIn(undefined), isDepartment: false };
}

/** What is no command may be a reply: then it is put in a card to be sent from, and nothing is stored. */
async function answerWords(deps: Deps, message: WrittenMessage, incoming: Incoming): Promise<Partial<Activity>> {
  const { notices } = deps.messages;
  const offer = await offerDraft(deps, incoming, inPlainWords(message));
  if (offer.kind === 'nothing to answer') return notice(deps, notices.notUnderstood());
  if (offer.kind === 'locked') return notice(deps, notices.locked());
  const { department, text } = offer;
  const messages = deps.messagesIn(department.department.language);
  const card = requestCard(deps.render, messages, department, { kind: 'from thread', typed: text }, deps.ids.next());
  if (cardBytes(card) > CARD_MAX_BYTES) return notice(deps, notices.tooLongInThread(text.length, REPLY_MAX));
  return cardActivity(card, messages.request.summary(department.ask.title));
}

function notice({ render, messages }: Deps, text: Notice): Partial<Activity> {
  return cardActivity(noticeCard(render, messages, text), text.heading);
}

function registrationNotice({ registration }: Messages, outcome: RegisterChannelOutcome): Notice {
  switch (outcome.kind) {
    case 'registered':
      return outcome.channel.purpose === 'secretariat'
        ? registration.secretariat()
        : registration.department(outcome.channel.department.name);
    case 'taken':
      return outcome.channel.purpose === 'secretariat'
        ? registration.secretariatTaken()
        : registration.departmentTaken(outcome.channel.department.name);
    case 'in use':
      return outcome.channel.purpose === 'secretariat'
        ? registration.inUseBySecretariat()
        : registration.inUseByDepartment(outcome.channel.department.name);
    case 'bad name':
      return registration.badName(outcome.problem);
  }
}

async function newRoundCard(deps: Deps, { address }: Incoming): Promise<Card> {
  const { render, messages } = deps;
  const outcome = await openRoundForm(deps, address);
  switch (outcome.kind) {
    case 'not secretariat':
      return noCurrentRound(deps, outcome.kind);
    case 'no departments':
      return noticeCard(render, messages, messages.notices.noDepartments());
    case 'form': {
      const { departments } = outcome;
      const today = danishDayOf(deps.clock.now());
      const most = departmentsOnForm(render, messages, departments, today);
      return most < departments.length
        ? noticeCard(render, messages, messages.notices.tooManyDepartments(departments.length, most))
        : roundFormCard(render, messages, newRoundForm(messages, departments, today));
    }
  }
}

async function answerStatus(deps: Deps, { address }: Incoming): Promise<readonly Partial<Activity>[]> {
  const outcome = await showStatus(deps, address);
  if (outcome.kind !== 'round') return [cardActivity(noCurrentRound(deps, outcome.kind))];
  const shown = statusCard(deps.render, deps.messages, outcome.overview, deps.clock.now(), deps.ids.next());
  return [...newerRound(deps, outcome), cardActivity(shown)];
}

/** Words before the newest round that can be read, where it is not the newest there is. */
function newerRound(deps: Deps, { isNewerUnreadable }: { readonly isNewerUnreadable: boolean }) {
  return isNewerUnreadable ? [notice(deps, deps.messages.notices.newerRoundUnreadable())] : [];
}

async function closingOfCurrentRound(deps: Deps, { address }: Incoming): Promise<Card> {
  const { render, messages } = deps;
  const current = await showStatus(deps, address);
  if (current.kind !== 'round') return noCurrentRound(deps, current.kind);
  const outcome = await prepareClosing(deps, { roundId: current.overview.round.id, address });
  switch (outcome.kind) {
    case 'check':
      return drawClosing(deps, outcome, false);
    case 'closed already':
      return noticeCard(render, messages, messages.closing.notOpen(outcome.round.state));
    case 'unknown round':
      return noticeCard(render, messages, messages.notices.unknownRound());
  }
}

async function answerNotat(
  deps: Deps,
  { address, by, thread = address.channelId, activityId }: Incoming,
): Promise<readonly Partial<Activity>[]> {
  const outcome = await compileNotatNow(deps, { address, by, notatId: notatIdOf(thread, activityId) });
  return outcome.kind === 'compiled'
    ? [...newerRound(deps, outcome), ...notatActivities(deps, outcome)]
    : [cardActivity(noCurrentRound(deps, outcome.kind))];
}

async function answerVersions({ render, messages, ...deps }: Deps, incoming: Incoming): Promise<Card> {
  const outcome = await showVersions(deps, incoming);
  switch (outcome.kind) {
    case 'not department':
      return noticeCard(render, messages, messages.notices.onlyDepartments());
    case 'no round':
      return noticeCard(render, messages, messages.notices.notAskedYet());
    case 'versions':
      return versionsCard(render, messages, outcome.department, outcome.versions);
  }
}

function noCurrentRound({ render, messages, isDepartment }: Deps, kind: 'not secretariat' | 'no round'): Card {
  const { noRound, onlySecretariat, onlySecretariatNotDepartment } = messages.notices;
  const elsewhere = isDepartment ? onlySecretariatNotDepartment : onlySecretariat;
  return noticeCard(render, messages, kind === 'no round' ? noRound() : elsewhere());
}
