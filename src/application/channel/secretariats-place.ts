import { channelLink } from '../../domain/channel/channel-link.js';
import type { ChannelRegistry, KnownTeams } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

/** Where the secretariat is. */
export interface SecretariatsPlace {
  /** The name of its channel, where Teams has told it. */
  readonly name: string | undefined;
  /** Opens the channel; undefined where the bot does not know what a link needs. */
  readonly url: string | undefined;
}

/**
 * Where the tenant's secretariat is, to tell people who are somewhere else.
 *
 * @returns undefined where there is none, or it cannot be read
 */
export async function secretariatsPlace(
  { channels, knownTeams }: { readonly channels: ChannelRegistry; readonly knownTeams: KnownTeams },
  tenantId: string,
): Promise<SecretariatsPlace | undefined> {
  const secretariat = await unlessUnreadable(channels.secretariat(tenantId));
  if (secretariat === undefined) return undefined;
  const { name, address } = secretariat;
  const { teamId } = address;
  const team = teamId === undefined ? undefined : await unlessUnreadable(knownTeams.find(tenantId, teamId));
  const groupId = team?.value.groupId;
  const { channelId } = address;
  const url = groupId === undefined ? undefined : channelLink({ tenantId, channelId, groupId, name: name ?? '' });
  return { name, url };
}
