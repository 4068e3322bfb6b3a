import { createHash } from 'node:crypto';
import type { Verb } from '../cards/buttons.js';
import type { NotatId, RoundId } from '../domain/ids.js';
import type { ChannelAct } from './acts.js';

/** In base64url characters of 6 bits each. 192 bits are enough that two presses never share a name. */
const NAME_LENGTH = 32;

/**
 * Names one press of a button. The name stays the same when Teams delivers the press again, even under a new activity
 * id. Another card, button, person or text gives another name. Old cards have no nonce, so for them the activity id
 * takes the place of the nonce.
 *
 * @param typed everything that the person typed or chose, unchanged
 */
export function nameOfPress(
  { verb, nonce }: { readonly verb: Verb; readonly nonce: string | undefined },
  { by, activityId }: Pick<ChannelAct, 'by' | 'activityId'>,
  typed: readonly unknown[],
): string {
  return nameOf([nonce ?? activityId, verb, by.id, typed]);
}

/**
 * Names the notat that a message asks for. The name stays the same when the message is delivered again, also when it is
 * delivered to another process.
 *
 * @param conversationId the conversation in which the activity id is unique
 */
export function notatIdOf(conversationId: string, activityId: string): NotatId {
  // A hash in base64url has the form that a NotatId must have.
  return nameOf(['notat', conversationId, activityId]) as NotatId;
}

/** Names the trial that a press starts, by the same rules as a press. Whoever presses on another card gets another trial. */
export function trialIdOf(
  button: Parameters<typeof nameOfPress>[0],
  act: Parameters<typeof nameOfPress>[1],
  roundId: RoundId,
): RoundId {
  // A hash in base64url has the form that a RoundId must have.
  return nameOfPress(button, act, [roundId]) as RoundId;
}

function nameOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, NAME_LENGTH);
}
