import { unlessUnreadable } from '../application/unless-unreadable.js';
import type { ChannelAct } from './acts.js';
import type { ConversationDependencies, Deps } from './dependencies.js';

/** The bot speaks to a department in the department's language, and to everyone else in the installation's. */
export async function spokenAt(
  { channels, messagesIn }: ConversationDependencies,
  { address }: ChannelAct,
): Promise<Pick<Deps, 'messages' | 'channel'>> {
  const channel = await unlessUnreadable(channels.find(address));
  const language = channel?.purpose === 'department' ? channel.department.language : undefined;
  return { messages: messagesIn(language), channel };
}
