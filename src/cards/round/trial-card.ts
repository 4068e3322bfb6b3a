import type { Round } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { VERBS, type Verb } from '../buttons.js';
import type { Card, CardRenderer } from '../render.js';

/** The secretariat's card about a trial, from which everyone can end it; or that it is over. */
export function trialCard(render: CardRenderer, messages: Messages, round: Round): Card {
  const { trial } = messages;
  const { plan } = round;
  const isOpen = isTrialOpen(round);
  const heading = isOpen ? trial.openHeading : trial.endedHeading;
  return render('round-started', {
    lang: messages.lang,
    fallbackText: heading,
    labels: { heading, next: isOpen ? trial.openNext : trial.endedNext },
    title: plan.ask.title,
    text: isOpen ? trial.openText(plan.invitations.length) : trial.endedText,
    buttons: endTrialButton(messages, round),
  });
}

interface RoundButton {
  readonly title: string;
  readonly verb: Verb;
  readonly data: object;
}

/** The button that ends a trial, for the cards that show it; none for a round, and for a trial that is over. */
export function endTrialButton({ trial }: Messages, round: Round): readonly RoundButton[] {
  if (!round.plan.ask.isTrial || !isTrialOpen(round)) return [];
  const data = { verb: VERBS.endTrial, roundId: round.id };
  return [{ title: trial.end, verb: VERBS.endTrial, data }];
}

export function isTrialOpen({ state }: Round): boolean {
  return state === 'starting' || state === 'open';
}
