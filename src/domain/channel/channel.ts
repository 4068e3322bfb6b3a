/** Where a Teams channel is reached. */
export interface ChannelAddress {
  readonly tenantId: string;
  /** Not every activity names it, and nothing that is sent needs it. */
  readonly teamId: string | undefined;
  /** `19:…@thread.tacv2`, without any `;messageid=` */
  readonly channelId: string;
  /** The connector's base address for this tenant; Teams may change it, so the newest one seen is kept. */
  readonly serviceUrl: string;
}

/** A message that the bot has posted, as the connector's update operation names it. */
export interface PostedMessage {
  /** The thread's conversation id, `<channelId>;messageid=<root>`. */
  readonly conversationId: string;
  readonly activityId: string;
}

/** Whether two addresses are the same channel, whatever service address each was reached through. */
export function isSameChannel(one: ChannelAddress, other: ChannelAddress): boolean {
  return one.tenantId === other.tenantId && one.channelId === other.channelId;
}
