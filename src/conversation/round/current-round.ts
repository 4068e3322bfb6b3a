import type { CurrentRoundOutcome } from '../../application/round/which-round.js';
import { PERSONAL_VERBS, VERBS } from '../../cards/buttons.js';
import { whichRoundCard } from '../../cards/round/which-round-card.js';
import { byDeadline } from '../../domain/round/open-rounds.js';
import { type Answer, card, messagesOf, type Sent, words } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** A command about a round that was not carried out. */
export interface AboutSomeRound {
  /** The name of its row. */
  readonly command: string;
  /** The words that it was written with, where they say more than the command. */
  readonly written?: string;
  readonly isPersonal?: true;
}

/** Where no round is meant, or it is not clear which: then a card has a button for each that is open. */
export function noCurrentRound(
  { render, messages }: Deps,
  outcome: Exclude<CurrentRoundOutcome, { kind: 'round' }>,
  { command, written, isPersonal }: AboutSomeRound,
): Answer {
  if (outcome.kind === 'no round') return words(isPersonal ? messages.personal.noRound() : messages.notices.noRound());
  const verb = isPersonal ? PERSONAL_VERBS.runCommand : VERBS.runCommand;
  const shown = whichRoundCard(render, messages, outcome.open.toSorted(byDeadline), { verb, command, written });
  return { ...card(shown), summary: messages.understanding.whichRound.heading };
}

/** The messages about the newest readable round. If a newer round cannot be read, a message about that comes first. */
export function afterNewer(deps: Deps, isNewerUnreadable: boolean, messages: readonly Sent[]): Answer {
  const newer = isNewerUnreadable ? messagesOf(deps, words(deps.messages.notices.newerRoundUnreadable())) : [];
  return { kind: 'messages', messages: [...newer, ...messages] };
}
