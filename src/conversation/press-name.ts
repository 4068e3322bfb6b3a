import { createHash } from 'node:crypto';
import type { Verb } from '../cards/buttons.js';
import type { NotatId } from '../domain/ids.js';
import type { ChannelAct } from './acts.js';

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
  { verb, nonce }: { readonly verb: Verb; readonly nonce: string | undefined },
  { by, activityId }: Pick<ChannelAct, 'by' | 'activityId'>,
  typed: readonly unknown[],
): string {
  return nameOf([nonce ?? activityId, verb, by.id, typed]);
}

/**
 * Names the notat that a message asks for: the same however often the message is delivered, also to another process.
 *
 * @param conversationId in which the message's id is unique
 */
export function notatIdOf(conversationId: string, activityId: string): NotatId {
  // Of the form of our own ids.
  return nameOf(['notat', conversationId, activityId]) as NotatId;
}

function nameOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, NAME_LENGTH);
}
