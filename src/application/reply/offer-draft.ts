import type { RoundDepartment } from '../../domain/round/round.js';
import { cleanText } from '../../domain/text/clean-text.js';
import { cleanedIfShort } from '../../domain/text/raw-text.js';
import type { ChannelRegistry, RoundIndex, RoundStore } from '../ports.js';
import { findAskedRounds, type WhichAsked, type WrittenPlace } from '../round/which-round.js';

export type OfferDraftOutcome =
  /** The text, which the person can use as the reply. Nothing is stored. */
  | { readonly kind: 'offer'; readonly department: RoundDepartment; readonly text: string }
  /** The message was written in the thread of a closed round. */
  | { readonly kind: 'locked'; readonly department: RoundDepartment }
  /** Every round that asks the channel's department is closed. */
  | { readonly kind: 'none open' }
  /** No round has asked the channel's department. */
  | { readonly kind: 'not asked' }
  /** Several departments of the channel are asked, and the message does not say which it is for. */
  | WhichAsked
  /** The message has no text, or the channel belongs to no department. */
  | { readonly kind: 'nothing to answer' };

/**
 * Finds the department for which a message in a channel may be a reply. The round is the one whose card began the
 * thread; outside such a thread it is the newest open round.
 */
export async function offerDraft(
  deps: { readonly channels: ChannelRegistry; readonly index: RoundIndex; readonly rounds: RoundStore },
  place: WrittenPlace,
  written: string,
): Promise<OfferDraftOutcome> {
  const text = cleanedIfShort(written, cleanText);
  const asked = text === '' ? undefined : await findAskedRounds(deps, place);
  if (asked === undefined) return { kind: 'nothing to answer' };
  if (asked.kind === 'which department?') return asked;
  const department = asked.ofThread ?? asked.newestOpen;
  if (department === undefined) return { kind: asked.newest === undefined ? 'not asked' : 'none open' };
  return department.isLocked ? { kind: 'locked', department } : { kind: 'offer', department, text };
}
