import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { Messenger, SendResult, Time } from '../ports.js';
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

  async function paced({ channelId }: ChannelAddress, send: () => Promise<SendResult>): Promise<SendResult> {
    if (!(await admitted(channelId))) return { kind: 'failed', failure: { kind: 'not reached', reason: 'no room' } };
    pace.count(channelId);
    const result = await send();
    const failure = result.kind === 'failed' ? result.failure : undefined;
    const isTooMany = failure?.kind === 'status' && failure.status === TOO_MANY;
    if (isTooMany) pace.refused(channelId, failure.waitMs ?? REFUSED_WAIT_MS);
    return result;
  }

  return {
    partsOf: (message) => messenger.partsOf(message),
    post: (address, message, thread) => paced(address, () => messenger.post(address, message, thread)),
    update: (address, posted, message) => paced(address, () => messenger.update(address, posted, message)),
  };
}
