import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { Person } from '../../domain/person.js';
import type { Home } from '../../domain/rights.js';
import type { ChannelRegistry, Members } from '../ports.js';

/** A person who writes to the bot in a personal chat, outside channels. */
export interface PersonalSender {
  readonly tenantId: string;
  readonly by: Person;
  /** The id that Teams gives this person for this bot, `29:…` */
  readonly memberId: string;
  readonly home: Home;
}

/**
 * The secretariat's channel, if the person may act for the secretariat. Every member of its team may, as in the channel
 * itself.
 *
 * @returns undefined for everyone else, and where no channel is registered as the secretariat's. Rejects with
 * `UnreadableRow` where this cannot be known: nobody is told that they do not belong to the secretariat only because a
 * row cannot be read.
 */
export async function secretariatOf(
  { channels, members }: { readonly channels: ChannelRegistry; readonly members: Members },
  { tenantId, by, memberId }: PersonalSender,
): Promise<ChannelAddress | undefined> {
  const secretariat = await channels.secretariat(tenantId);
  if (secretariat === undefined) return undefined;
  const member = await members.find(secretariat.address, memberId);
  return member?.person.id === by.id ? secretariat.address : undefined;
}
