import { createHash } from 'node:crypto';
import type { CardAction } from '../../cards/card-actions.js';
import type { Incoming } from './incoming.js';

/** In characters of base64url, 6 bits each: so many that two presses never share a name. */
const NAME_LENGTH = 32;

/**
 * Names one press of a button: the same however often it is delivered, also where Teams delivers it again under a new
 * activity id, and another for another card, button, person or text. A card from before cards had nonces cannot be
 * told from the next one like it, so there the activity counts.
 *
 * @param typed everything that the person typed or chose, as it came
 */
export function nameOfPress(
  { verb, nonce }: { readonly verb: CardAction['verb']; readonly nonce: string | undefined },
  { by, activityId }: Pick<Incoming, 'by' | 'activityId'>,
  typed: readonly unknown[],
): string {
  const press = JSON.stringify([nonce ?? activityId, verb, by.id, typed]);
  return createHash('sha256').update(press).digest('base64url').slice(0, NAME_LENGTH);
}
