import type { OwnMessage, Spot } from '../cards/spot.js';
import type { ChannelAct } from './acts.js';
import { type Answer, messagesOf } from './answer.js';
import type { Deps } from './dependencies.js';

/*
 * The overview of a round stays in the secretariat's channel, and is drawn anew when something has changed. What a person
 * types in its place would then be gone. So a card with a field is never in its place: it gets a message of its own, which
 * only presses change (ADR 0030).
 */

/** Where an answer may be shown: who has pressed, and on which card. */
export interface Shown {
  readonly by: string;
  readonly spot: Spot | undefined;
}

export function shownTo({ by }: ChannelAct, { spot }: { readonly spot?: Spot | undefined }): Shown {
  return { by: by.id, spot };
}

/** The answer to a command is a message of its own. */
export function answersCommand({ by }: ChannelAct): Shown {
  return { by: by.id, spot: { kind: 'own message', openedBy: by.id } };
}

/**
 * Decides where a card is shown that answers a press of the secretariat.
 *
 * @param isForm whether something may be typed or ticked on it
 * @param draw draws it for a place
 * @param isDone whether the press has done what it was for. Then nothing typed is waiting, and everyone must see it, also
 * where the card has a field for something else
 */
export function placed(
  deps: Deps,
  { by, spot }: Shown,
  isForm: boolean,
  draw: (spot: Spot | undefined) => Answer,
  isDone = !isForm,
): Answer {
  if (spot?.kind === 'form' || (spot?.kind === 'overview' && isForm)) {
    const answer = draw({ kind: 'own message', openedBy: by });
    // A text that the channel must not see stays with whoever pressed.
    return isPrivate(answer) ? draw(spot) : { kind: 'messages', messages: messagesOf(deps, answer) };
  }
  const answer = draw(spot);
  if (spot?.kind === 'own message' && !isOpener(spot, by)) return onlyToPresser(answer);
  return isDone ? forAll(answer, { by, spot }) : answer;
}

/** Where somebody else has opened the message, that person may be writing in it. */
export function onlyToPresser(answer: Answer): Answer {
  return answer.kind === 'card' ? { ...answer, staysForOthers: true } : answer;
}

/** What has been done, in the place of the form, for everyone. */
function forAll(answer: Answer, { spot }: Shown): Answer {
  return spot?.kind === 'own message' && answer.kind === 'card' && !isPrivate(answer)
    ? { ...answer, forAll: 'shown' }
    : answer;
}

export function isOpener({ openedBy }: OwnMessage, by: string): boolean {
  return openedBy === by;
}

function isPrivate(answer: Answer): boolean {
  return answer.kind === 'card' && answer.insteadOfAll !== undefined;
}
