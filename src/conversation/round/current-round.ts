import { type Answer, messagesOf, type Sent, words } from '../answer.js';
import type { Deps } from '../dependencies.js';

export function noCurrentRound({ messages }: Deps): Answer {
  return words(messages.notices.noRound());
}

/** The messages about the newest readable round. If a newer round cannot be read, a message about that comes first. */
export function afterNewer(deps: Deps, isNewerUnreadable: boolean, messages: readonly Sent[]): Answer {
  const newer = isNewerUnreadable ? messagesOf(deps, words(deps.messages.notices.newerRoundUnreadable())) : [];
  return { kind: 'messages', messages: [...newer, ...messages] };
}
