import { VERBS, type Verb } from './buttons.js';
import { type OwnMessage, spotData } from './spot.js';

/**
 * What a button sends that takes a message of its own away.
 *
 * @param spot undefined where everyone may take it away, because nobody can be writing in it
 */
export function closesMessage(spot: OwnMessage | undefined): { readonly verb: Verb; readonly data: object } {
  return { verb: VERBS.closeMessage, data: { verb: VERBS.closeMessage, ...spotData(spot) } };
}
