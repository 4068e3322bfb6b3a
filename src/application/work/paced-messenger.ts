import type { Messenger, OpenedChat, SendResult, Time } from '../ports.js';
import type { Pace } from './pace.js';

/** Leave to send one message, until it is used. */
export interface Leave {
  isHeld: boolean;
}

interface Dependencies {
  readonly messenger: Messenger;
  readonly pace: Pace;
  readonly time: Time;
}

/** How long a conversation is left alone after a 429 that does not say how long, in milliseconds. Our choice. */
const REFUSED_WAIT_MS = 2_000;

/** How long one message may wait for room, in milliseconds. It is less than a claim holds. */
const WAIT_MAX_MS = 20_000;

const TOO_MANY = 429;

type Failed = Extract<SendResult, { kind: 'failed' }>;

/**
 * Sends within the pace. The first message uses the leave that has been taken already. Each further one waits for its
 * own; if there is no room for long, or the process ends, it is not sent now.
 */
export function pacedMessenger({ messenger, pace, time }: Dependencies, leave: Leave, ending: AbortSignal): Messenger {
  /** @returns false where there is no room within the time limit */
  async function admitted(conversation: string): Promise<boolean> {
    const lastMs = time.elapsed() + WAIT_MAX_MS;
    while (!ending.aborted && time.elapsed() <= lastMs) {
      const waitMs = pace.waitFor(conversation) || (leave.isHeld ? 0 : pace.take());
      if (waitMs === 0) {
        leave.isHeld = false;
        return true;
      }
      await time.wait(waitMs, ending);
    }
    return false;
  }

  async function paced<Result extends SendResult | OpenedChat>(
    conversation: string,
    send: () => Promise<Result>,
  ): Promise<Result | Failed> {
    if (!(await admitted(conversation))) return { kind: 'failed', failure: { kind: 'not reached', reason: 'no room' } };
    pace.count(conversation);
    const result = await send();
    const failure = result.kind === 'failed' ? result.failure : undefined;
    const isTooMany = failure?.kind === 'status' && failure.status === TOO_MANY;
    if (isTooMany) pace.refused(conversation, failure.waitMs ?? REFUSED_WAIT_MS);
    return result;
  }

  return {
    partsOf: (message) => messenger.partsOf(message),
    post: (address, message, thread) => paced(address.channelId, () => messenger.post(address, message, thread)),
    remove: (address, posted) => paced(address.channelId, () => messenger.remove(address, posted)),
    update: (address, posted, message) => paced(address.channelId, () => messenger.update(address, posted, message)),
    // Where the chat is, is not known yet.
    openChat: (place, personId) => paced(personId, () => messenger.openChat(place, personId)),
    postInChat: (place, conversationId, message) =>
      paced(conversationId, () => messenger.postInChat(place, conversationId, message)),
  };
}
