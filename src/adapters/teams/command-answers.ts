import type { Activity } from 'botbuilder';
import { compileNotatNow } from '../../application/compile-notat.js';
import { openRoundForm } from '../../application/plan-round.js';
import type {
  ChannelRegistry,
  Clock,
  DownloadLinks,
  IdSource,
  RoundIndex,
  RoundStore,
} from '../../application/ports.js';
import {
  type RegisterChannelOutcome,
  registerDepartment,
  registerSecretariat,
} from '../../application/register-channel.js';
import { showStatus } from '../../application/show-status.js';
import { showVersions } from '../../application/show-versions.js';
import { unregisterChannel } from '../../application/unregister-channel.js';
import { helpCard } from '../../cards/help-card.js';
import { notatCard } from '../../cards/notat-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import type { Card, CardRenderer } from '../../cards/render.js';
import { newRoundForm, roundFormCard } from '../../cards/round-cards.js';
import { statusCard } from '../../cards/status-card.js';
import { versionsCard } from '../../cards/versions-card.js';
import { danishDayOf } from '../../domain/deadline.js';
import type { Messages, Notice } from '../../text/messages.js';
import { cardActivity } from './card-activity.js';
import type { Command } from './commands.js';
import type { Incoming } from './incoming.js';

/** What the bot needs for answering people: the ports, and its words and cards. */
export interface BotDependencies {
  readonly channels: ChannelRegistry;
  readonly rounds: RoundStore;
  readonly index: RoundIndex;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly links: DownloadLinks;
  readonly render: CardRenderer;
  readonly messages: Messages;
}

/** Carries out a command and makes the card that answers it. */
export async function answerCommand(
  deps: BotDependencies,
  command: Command,
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
      const name = was.purpose === 'secretariat' ? undefined : was.department.name;
      return notice(deps, messages.registration.removed(name));
    }
    case 'new round':
      return cardActivity(await newRoundCard(deps, incoming));
    case 'status':
      return cardActivity(await currentStatusCard(deps, incoming));
    case 'notat':
      return answerNotat(deps, incoming);
    case 'versions':
      return cardActivity(await answerVersions(deps, incoming));
    case 'help':
      return cardActivity(helpCard(deps.render, messages));
    case 'not understood':
      return notice(deps, messages.notices.notUnderstood());
  }
}

function notice({ render, messages }: BotDependencies, text: Notice): Partial<Activity> {
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

async function newRoundCard(deps: BotDependencies, { address }: Incoming): Promise<Card> {
  const { render, messages } = deps;
  const outcome = await openRoundForm(deps, address);
  switch (outcome.kind) {
    case 'not secretariat':
      return noticeCard(render, messages, messages.notices.onlySecretariat());
    case 'no departments':
      return noticeCard(render, messages, messages.notices.noDepartments());
    case 'form':
      return roundFormCard(
        render,
        messages,
        newRoundForm(messages, outcome.departments, danishDayOf(deps.clock.now())),
      );
  }
}

async function currentStatusCard(deps: BotDependencies, { address }: Incoming): Promise<Card> {
  const outcome = await showStatus(deps, address);
  if (outcome.kind !== 'round') return noCurrentRound(deps, outcome.kind);
  return statusCard(deps.render, deps.messages, outcome.overview, deps.clock.now());
}

async function answerNotat(deps: BotDependencies, { address, by }: Incoming): Promise<Partial<Activity>> {
  const outcome = await compileNotatNow(deps, { address, by });
  if (outcome.kind !== 'compiled') return cardActivity(noCurrentRound(deps, outcome.kind));
  const link = deps.links.create(outcome.round.id, outcome.record.id, deps.clock.now());
  return cardActivity(
    notatCard(deps.render, deps.messages, { ...outcome, link }),
    deps.messages.notat.summary(outcome.notat.title),
  );
}

async function answerVersions({ render, messages, ...deps }: BotDependencies, { address }: Incoming): Promise<Card> {
  const outcome = await showVersions(deps, address);
  switch (outcome.kind) {
    case 'not department':
      return noticeCard(render, messages, messages.notices.onlyDepartments());
    case 'no round':
      return noticeCard(render, messages, messages.notices.notAskedYet());
    case 'versions':
      return versionsCard(render, messages, outcome.department, outcome.versions);
  }
}

function noCurrentRound({ render, messages }: BotDependencies, kind: 'not secretariat' | 'no round'): Card {
  const { notices } = messages;
  return noticeCard(render, messages, kind === 'no round' ? notices.noRound() : notices.onlySecretariat());
}
