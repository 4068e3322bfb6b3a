/** The address of a Teams channel. */
export interface ChannelAddress {
  readonly tenantId: string;
  /** The id of the channel's team. Not every activity has it, and the bot does not need it to send a message. */
  readonly teamId: string | undefined;
  /** `19:…@thread.tacv2`, without any `;messageid=` */
  readonly channelId: string;
  /** The base URL of the connector for this tenant. Teams may change it, so the bot keeps the newest one. */
  readonly serviceUrl: string;
}

/** A message that the bot has posted, with the ids that the connector's update operation needs. */
export interface PostedMessage {
  /** The thread's conversation id, `<channelId>;messageid=<root>`. */
  readonly conversationId: string;
  readonly activityId: string;
}

/** Whether a message that the bot has posted is in this channel. */
export function isPostedIn({ conversationId }: PostedMessage, { channelId }: ChannelAddress): boolean {
  return conversationId === channelId || conversationId.startsWith(`${channelId};`);
}

/** Whether two addresses name the same channel. Their service URLs may differ. */
export function isSameChannel(one: ChannelAddress, other: ChannelAddress): boolean {
  return one.tenantId === other.tenantId && one.channelId === other.channelId;
}
