import type { Activity, TurnContext } from 'botbuilder';
import type { Log } from '../../application/ports.js';
import type { Answer, CardAnswer } from '../../conversation/answer.js';
import { activityOf } from './activities.js';
import { ConnectorRefusal } from './connector-http-client.js';

/** Something to do once a press has been answered. It never rejects. */
export type Afterwards = () => Promise<void>;

type TurnState = TurnContext['turnState'];

const KEY = Symbol('afterwards');

/** Keeps for the endpoint what is to be done once the response to the press has been sent. */
export function doAfterwards({ turnState }: TurnContext, work: Afterwards): void {
  turnState.set(KEY, work);
}

/** @param turnState of a turn that has ended. The SDK takes the context itself away then */
export function afterwardsOf(turnState: TurnState): Afterwards | undefined {
  return turnState.get<Afterwards | undefined>(KEY);
}

/** A card that is the answer to a press, and also changes the pressed message for everyone. */
export type ForAll = CardAnswer & { readonly forAll: 'shown' | 'taken away' };

export function isForAll(answer: Answer): answer is ForAll {
  return answer.kind === 'card' && (answer.forAll === 'shown' || answer.forAll === 'taken away');
}

/** A card that is kept in the pressed message, before the press is answered. */
export function isKept(answer: Answer): answer is CardAnswer & { readonly forAll: 'kept' } {
  return answer.kind === 'card' && answer.forAll === 'kept';
}

/** The message whose card was pressed. */
export interface PressedMessage {
  remove(): Promise<void>;
  change(to: Activity): Promise<void>;
}

/**
 * Takes the pressed message away, or shows everyone the card in its place. It does harm to nobody where Teams does not
 * carry it out: then the message stays as it was, and its buttons are still answered truly.
 */
export function changeForAll(pressed: PressedMessage, { card, summary, forAll }: ForAll, log: Log): Afterwards {
  return async () => {
    try {
      if (forAll === 'taken away') return await pressed.remove();
    } catch (error) {
      // Somebody has taken it away already.
      if (error instanceof ConnectorRefusal && error.status === 404) return;
      log.warn('a pressed card was not taken away');
    }
    try {
      await pressed.change(activityOf({ kind: 'card', card, summary }));
    } catch {
      log.warn('a pressed card was not changed for everyone');
    }
  };
}
