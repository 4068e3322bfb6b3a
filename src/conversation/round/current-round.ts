import { type Answer, messagesOf, type Sent, words } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** Why there is no round to show; a department is told what it can do instead. */
export function noCurrentRound({ messages, channel }: Deps, kind: 'not secretariat' | 'no round'): Answer {
  const { noRound, onlySecretariat, onlySecretariatNotDepartment } = messages.notices;
  const elsewhere = channel?.purpose === 'department' ? onlySecretariatNotDepartment : onlySecretariat;
  return words(kind === 'no round' ? noRound() : elsewhere());
}

/** The answer about the newest round that can be read, after words about a newer one that cannot, if there is one. */
export function afterNewer(deps: Deps, isNewerUnreadable: boolean, messages: readonly Sent[]): Answer {
  const newer = isNewerUnreadable ? messagesOf(deps, words(deps.messages.notices.newerRoundUnreadable())) : [];
  return { kind: 'messages', messages: [...newer, ...messages] };
}
