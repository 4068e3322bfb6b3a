import { canBeChanged } from '../../domain/round/changed-round.js';
import { remindingAll } from '../../domain/round/reminding-all.js';
import type { RoundOverview } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { commandData, roundPressData, VERBS, type Verb } from '../buttons.js';
import { type CardButton, cardButton } from '../card-buttons.js';
import { closesMessage } from '../close-message.js';
import { ON_OVERVIEW, type Spot } from '../spot.js';

/* What can be done about a round as a whole, from its overview. */

/** Our choice, as on every card: it is hard to choose among more than three buttons. */
const MOST_PRIMARY = 3;

/** The buttons of the overview, the most used first; none for a trial, which has its own. */
export function deskActions(
  messages: Messages,
  overview: RoundOverview,
  now: Date,
  nonce: string,
): readonly CardButton[] {
  const { round } = overview;
  if (round.plan.ask.isTrial) return [];
  const { desk, change } = messages;
  const about = (title: string, verb: Verb): CardButton => ({
    title,
    verb,
    data: roundPressData(verb, round.id, nonce, ON_OVERVIEW),
    associatedInputs: 'none',
  });
  const isOpen = round.state === 'open';
  const compile: CardButton = {
    title: desk.notat,
    verb: VERBS.runCommand,
    data: commandData(VERBS.runCommand, 'notat.compile', undefined, round.id),
    associatedInputs: 'none',
  };
  // A closed round has its final notat.
  const notat = round.state === 'closed' ? about(desk.notat, VERBS.showNotat) : compile;
  const { reminded, withoutCard } = remindingAll(overview, now);
  // Just after the start, the cards are on their way, and it is not drawn anew for each.
  const isAnyReminded = isOpen && (reminded.length > 0 || withoutCard.some(({ trouble }) => trouble === undefined));
  return [
    ...(isAnyReminded ? [about(desk.remindAll, VERBS.prepareRemindingAll)] : []),
    notat,
    ...(isOpen ? [about(desk.close, VERBS.prepareClosing)] : []),
    ...(isOpen ? [about(desk.moveDeadline, VERBS.openRoundDeadline)] : []),
    ...(canBeChanged(round) ? [about(change.heading, VERBS.openChange)] : []),
  ];
}

/** The most that Microsoft's renderer draws of one card's own buttons. */
const MOST_ACTIONS = 5;

/** Draws the buttons of a card: the first three are shown, and the others are in the overflow menu. */
export function firstShown(buttons: readonly CardButton[]): readonly object[] {
  return buttons
    .slice(0, MOST_ACTIONS)
    .map((button, index) => cardButton(index < MOST_PRIMARY ? button : { ...button, mode: 'secondary' }));
}

/**
 * The button that leaves a card without doing anything: to the overview, or where the card has a message of its own, by
 * taking that away.
 *
 * @param isForm whether something may be typed or ticked on the card
 */
export function leaveButton(
  messages: Messages,
  roundId: RoundOverview['round']['id'],
  nonce: string,
  spot: Spot | undefined,
  isForm: boolean,
): CardButton {
  if (spot?.kind !== 'own message') return backButton(messages, roundId, nonce);
  const title = isForm ? messages.followUp.cancel : messages.desk.closeMessage;
  return { title, ...closesMessage(spot), associatedInputs: 'none' };
}

/** The button with which a card that was opened from the overview leads back to it. */
export function backButton({ desk }: Messages, roundId: RoundOverview['round']['id'], nonce: string): CardButton {
  return {
    title: desk.back,
    verb: VERBS.showDesk,
    data: roundPressData(VERBS.showDesk, roundId, nonce),
    associatedInputs: 'none',
  };
}
