/** A channel that a link leads to. */
export interface LinkedChannel {
  readonly tenantId: string;
  /** `19:…@thread.tacv2` */
  readonly channelId: string;
  /** The Entra object id of the team's group. */
  readonly groupId: string;
  /** Clients show it while they open the channel. */
  readonly name: string;
}

/** The address that opens a channel in Teams (learn.microsoft.com, "Create deep links"). Everything in it is encoded. */
export function channelLink({ tenantId, channelId, groupId, name }: LinkedChannel): string {
  // Half a character cannot be encoded, and dots alone would lead to another address.
  const [id, shown] = [channelId, name].map((part) =>
    encodeURIComponent(part.replace(/\p{Cs}/gu, '').replace(/^\.+$/u, '')),
  );
  const query = new URLSearchParams({ groupId, tenantId });
  return `https://teams.microsoft.com/l/channel/${id}/${shown}?${query}`;
}
