import type { NudgeOutcome } from '../../application/reply/follow-up.js';
import { NO_MENTION } from '../../cards/mention.js';
import { type FollowUpMode, followUpCard, hasField } from '../../cards/reply/follow-up-card.js';
import type { Spot } from '../../cards/spot.js';
import { hasKeptCpr } from '../../domain/reply/reply.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { SentFromCard } from '../../text/reply/follow-up-words.js';
import { type Answer, cardWithText, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { placed, type Shown } from '../own-message.js';

/*
 * What the secretariat's buttons about one department have in common. The secretariat is answered in the installation's
 * language, whatever language the department has.
 */

export function show(
  deps: Deps,
  department: RoundDepartment,
  shown: Shown,
  mode: FollowUpMode = { kind: 'shown' },
): Answer {
  const isReadBefore = mode.kind === 'sending back' || mode.kind === 'answering';
  return placed(deps, shown, hasField(department, mode), drawnFor(deps, department, mode, isReadBefore));
}

/** The same after a press that has done what it was for. @param said what it has done, where the card does not tell */
export function showDone(deps: Deps, department: RoundDepartment, shown: Shown, said?: string): Answer {
  const mode = { kind: 'shown', ...(said === undefined ? {} : { said }) } as const;
  return placed(deps, shown, hasField(department, mode), drawnFor(deps, department, mode, true), true);
}

/**
 * @param isReadBefore whether the reply was read on another card. In a message of its own, which the whole channel sees, a
 * reply with a CPR number is then left out. So the form need not stand in the overview's place, where it is drawn away
 */
function drawnFor({ render, messages, ids }: Deps, whole: RoundDepartment, mode: FollowUpMode, isReadBefore: boolean) {
  const { problem = '' } = mode;
  return (spot: Spot | undefined): Answer => {
    const isForChannel = isReadBefore && spot?.kind === 'own message';
    const department = isForChannel ? withoutCpr(whole, messages.followUp.notForChannel) : whole;
    const drawn = followUpCard(render, messages, department, mode, ids.next(), NO_MENTION, { spot });
    const answer = cardWithText(messages, drawn, problem, typedIn(mode));
    return hasKeptCpr(department.reply) && answer.kind === 'card'
      ? { insteadOfAll: messages.followUp.onlyForAll(), ...answer }
      : answer;
  };
}

/** The department with a line in the place of a reply in which it was allowed to keep a number. */
function withoutCpr(department: RoundDepartment, instead: string): RoundDepartment {
  const { reply } = department;
  if (reply === undefined || !hasKeptCpr(reply)) return department;
  return { ...department, reply: { ...reply, content: { kind: 'text', text: instead } } };
}

/** @param typed the person's text, which is lost when another card takes the place of the pressed one */
export function answerOutcome(deps: Deps, outcome: NudgeOutcome, shown: Shown, typed = ''): Answer {
  const { notices } = deps.messages;
  switch (outcome.kind) {
    case 'done':
    case 'request again':
    case 'unchanged':
      return showDone(deps, outcome.department, shown);
    case 'too late':
      return words(notices.followUpTooLate());
    case 'locked':
      return typed.trim() === ''
        ? show(deps, outcome.department, shown)
        : words(deps.messages.followUp.locked(outcome.department.withdrawn));
    case 'unknown':
      return unknown(deps);
  }
}

/** Says whose answer came after the card was shown. There may be no answer where the card was forged. */
export function overtaken(
  { messages }: Deps,
  { reply }: RoundDepartment,
  sent: SentFromCard,
): { readonly problem?: string } {
  if (reply === undefined) return {};
  return { problem: messages.followUp.overtaken[sent](reply.author.name, reply.at) };
}

export function unknown({ messages }: Deps): Answer {
  return words(messages.notices.unknownRound());
}

function typedIn(mode: FollowUpMode): readonly string[] {
  switch (mode.kind) {
    case 'shown':
      return [mode.line ?? ''];
    case 'sending back':
      return [mode.comment];
    case 'answering':
      return [mode.typed, mode.reason ?? ''];
    case 'mending':
      return [mode.typed];
  }
}
