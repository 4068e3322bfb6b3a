import type { CommentProblem } from '../../domain/reply/comment.js';
import type { Round } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { VERBS } from '../buttons.js';
import type { Card, CardRenderer } from '../render.js';
import { type Spot, spotData } from '../spot.js';
import { leaveButton } from './desk-actions.js';

/** What calling a round off does, and what a person has typed as the reason. */
export interface ShownWithdrawal {
  readonly round: Round;
  readonly answered: number;
  readonly missing: number;
  readonly cards: number;
  readonly reason: string;
  readonly problem?: CommentProblem | undefined;
  readonly spot?: Spot | undefined;
}

/** Shows the consequences in numbers, before a round is called off, and asks for the reason. */
export function withdrawalCard(
  render: CardRenderer,
  messages: Messages,
  { round, answered, missing, cards, reason, problem, spot }: ShownWithdrawal,
  nonce: string,
): Card {
  const { withdrawal: words } = messages;
  return render('withdrawal', {
    lang: messages.lang,
    fallbackText: words.heading,
    labels: {
      heading: words.heading,
      reason: words.reason,
      reasonPlaceholder: words.reasonPlaceholder,
      withdraw: words.withdraw,
      change: messages.change.instead,
    },
    title: round.plan.ask.title,
    consequences: words.consequences(answered, missing, cards).map((text) => ({ text })),
    reason,
    hasProblem: problem !== undefined,
    problem: problem === undefined ? '' : words.reasonRefused(problem),
    leave: leaveButton(messages, round.id, nonce, spot, true),
    changeData: { verb: VERBS.openChange, roundId: round.id, nonce, ...spotData(spot) },
    withdrawData: { verb: VERBS.withdrawRound, roundId: round.id, nonce, ...spotData(spot) },
  });
}

/**
 * The secretariat's card about a round that has been called off: who did it, and why.
 *
 * @param answered how many departments had answered, where that is known
 */
export function calledOffCard(
  render: CardRenderer,
  { lang, withdrawal: words }: Messages,
  { plan, withdrawn }: Round,
  answered?: number,
): Card {
  const why = withdrawn === undefined ? [] : words.calledOff(withdrawn.by, withdrawn.at, withdrawn.reason);
  const kept = answered === undefined ? [] : [words.kept(answered)];
  return render('withdrawn', {
    lang,
    fallbackText: words.calledOffHeading,
    labels: { heading: words.calledOffHeading },
    title: plan.ask.title,
    paragraphs: [...why, ...kept].map((text) => ({ text })),
  });
}
