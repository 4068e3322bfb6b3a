import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { cleanText } from '../../domain/text/clean-text.js';
import { cleanedIfShort } from '../../domain/text/raw-text.js';
import type { ChannelRegistry, RoundIndex, RoundStore } from '../ports.js';
import { findAskedRounds } from '../round/which-round.js';

export type OfferDraftOutcome =
  /** What was written, for the department to send on a card. Nothing is stored. */
  | { readonly kind: 'offer'; readonly department: RoundDepartment; readonly text: string }
  /** It was written in the thread of a round that is closed. */
  | { readonly kind: 'locked'; readonly department: RoundDepartment }
  /** Nothing was written, or no open round asks the channel's department. */
  | { readonly kind: 'nothing to answer' };

/**
 * What someone wrote to the bot in a department's channel is taken for an attempt to answer: the round whose card began
 * the thread, or else the newest that is open.
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
