import { type Answer, messagesOf, type Sent, words } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** Says why there is no round to show. A department is also told what it can do instead. */
export function noCurrentRound({ messages, channel }: Deps, kind: 'not secretariat' | 'no round'): Answer {
  const { noRound, onlySecretariat, onlySecretariatNotDepartment } = messages.notices;
  const elsewhere = channel?.purpose === 'department' ? onlySecretariatNotDepartment : onlySecretariat;
  return words(kind === 'no round' ? noRound() : elsewhere());
}

/** The messages about the newest readable round. If a newer round cannot be read, a message about that comes first. */
export function afterNewer(deps: Deps, isNewerUnreadable: boolean, messages: readonly Sent[]): Answer {
  const newer = isNewerUnreadable ? messagesOf(deps, words(deps.messages.notices.newerRoundUnreadable())) : [];
  return { kind: 'messages', messages: [...newer, ...messages] };
}
