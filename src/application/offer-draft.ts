import type { ChannelAddress } from '../domain/channel.js';
import { cleanText } from '../domain/clean-text.js';
import { cleanedIfShort } from '../domain/raw-text.js';
import type { RoundDepartment } from '../domain/round.js';
import type { ChannelRegistry, RoundIndex, RoundStore } from './ports.js';

export type OfferDraftOutcome =
  /** What was written, for the department to send on a card. Nothing is stored. */
  | { readonly kind: 'offer'; readonly department: RoundDepartment; readonly text: string }
  /** Nothing was written, no round asks the channel's department, or the newest that does is closed. */
  | { readonly kind: 'nothing to answer' };

/** What someone wrote to the bot in a department's channel is taken for an attempt to answer. */
export async function offerDraft(
  deps: { readonly channels: ChannelRegistry; readonly index: RoundIndex; readonly rounds: RoundStore },
  address: ChannelAddress,
  written: string,
): Promise<OfferDraftOutcome> {
  const text = cleanedIfShort(written, cleanText).trim();
  const channel = await deps.channels.find(address);
  if (text === '' || channel?.purpose !== 'department') return { kind: 'nothing to answer' };
  for (const { roundId, tenantId } of await deps.index.list()) {
    if (tenantId !== address.tenantId) continue;
    const department = (await deps.rounds.readDepartment(roundId, channel.department.id))?.value;
    if (department === undefined) continue;
    return department.isLocked ? { kind: 'nothing to answer' } : { kind: 'offer', department, text };
  }
  return { kind: 'nothing to answer' };
}
