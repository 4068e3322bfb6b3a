import type { CardAction } from '../../cards/card-actions.js';
import { CARD_MAX_BYTES, cardBytes } from '../../cards/card-size.js';
import type { Card } from '../../cards/render.js';
import { RAW_TEXT_MAX } from '../../domain/limits.js';
import { cprCertaintyIn } from '../../domain/text/cpr.js';
import type { Messages, Notice } from '../../text/messages.js';
import type { Incoming } from './incoming.js';

/** What a pressed button is answered with. */
export type ActionAnswer =
  /** The card in the place of the one that was used. */
  | {
      readonly kind: 'card';
      readonly card: Card;
      readonly isOwedToAll: boolean;
      /** Said in the thread where the card could only be shown to the whole channel, and must not be. */
      readonly insteadOfAll?: Notice;
    }
  /** Words beside the card, which stays as it is with whatever is typed in it. */
  | { readonly kind: 'notice'; readonly notice: Notice };

/** A pressed button. */
export type Press = Incoming;

/** The actions that can have one of these verbs. */
export type Verb<Names extends CardAction['verb']> = WithVerb<CardAction, Names>;

type WithVerb<Action, Names> = Action extends { readonly verb: infer Verbs }
  ? Extract<Verbs, Names> extends never
    ? never
    : Action
  : never;

/** @param isOwedToAll whether a delivery will show everyone the same, or better */
export function card(shown: Card, isOwedToAll = false): ActionAnswer {
  return { kind: 'card', card: shown, isOwedToAll };
}

export function words(notice: Notice): ActionAnswer {
  return { kind: 'notice', notice };
}

/**
 * The card with the person's own text in it; unless Teams would not deliver so large a one: then theirs stays, and they
 * are told in words.
 *
 * @param problem what is to be told of the text; empty where nothing is wrong with it
 * @param typed what the person wrote; where it holds a CPR number, whatever else is wrong with it, the whole channel must
 * not be shown it
 */
export function cardWithText(
  { notices }: Messages,
  shown: Card,
  problem: string,
  typed: readonly unknown[],
): ActionAnswer {
  if (cardBytes(shown) > CARD_MAX_BYTES) return words(notices.tooLongToShow(problem));
  const answer = { kind: 'card', card: shown, isOwedToAll: false } as const;
  const isPrivate = typed.some((each) => cprCertaintyIn(textIn(each).slice(0, RAW_TEXT_MAX)) !== undefined);
  return isPrivate ? { ...answer, insteadOfAll: notices.cprInReply() } : answer;
}

/** What stood in a field, as far as it was text. */
export function textIn(typed: unknown): string {
  return typeof typed === 'string' ? typed : '';
}
