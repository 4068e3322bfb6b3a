import type { Messages } from '../text/messages.js';
import type { Notice } from '../text/notice.js';
import type { RefusalCause } from './acts.js';

/** What a person is told when their act cannot be served: docs/refusals.md has every sentence. */
export function refusalNotice({ refusals, notices }: Messages, cause: RefusalCause): Notice {
  switch (cause) {
    case 'a bot':
      return refusals.aBot();
    case 'unknown person':
      return refusals.unknownPerson();
    case 'person of another tenant':
      return refusals.personOfAnotherTenant();
    case 'group chat':
      return refusals.groupChat();
    case 'personal chat':
      return notices.notAsked();
    case 'unknown place':
      return refusals.unknownPlace();
    case 'no tenant':
      return refusals.noTenant();
    case 'no activity id':
      return refusals.noActivityId();
    case 'press not read':
      return refusals.pressNotRead();
    case 'file lost':
      return refusals.fileLost();
  }
}
