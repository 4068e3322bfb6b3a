import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { cleanText } from '../../domain/text/clean-text.js';
import { cleanedIfShort } from '../../domain/text/raw-text.js';
import type { ChannelRegistry, RoundIndex, RoundStore } from '../ports.js';
import { findAskedRounds } from '../round/which-round.js';

export type OfferDraftOutcome =
  /** The text, which the person can send from a card. Nothing is stored. */
  | { readonly kind: 'offer'; readonly department: RoundDepartment; readonly text: string }
  /** The message was written in the thread of a closed round. */
  | { readonly kind: 'locked'; readonly department: RoundDepartment }
  /** The message has no text, or no open round asks the channel's department. */
  | { readonly kind: 'nothing to answer' };

/**
 * Treats a message in a department's channel as an attempt to answer. The round is the one whose card began the thread;
 * outside such a thread it is the newest open round.
 */
export async function offerDraft(
  deps: { readonly channels: ChannelRegistry; readonly index: RoundIndex; readonly rounds: RoundStore },
  { address, thread }: { readonly address: ChannelAddress; readonly thread: string | undefined },
  written: string,
): Promise<OfferDraftOutcome> {
  const text = cleanedIfShort(written, cleanText);
  const asked = text === '' ? undefined : await findAskedRounds(deps, address, thread);
  const department = asked?.ofThread ?? asked?.newestOpen;
  if (department === undefined) return { kind: 'nothing to answer' };
  return department.isLocked ? { kind: 'locked', department } : { kind: 'offer', department, text };
}
