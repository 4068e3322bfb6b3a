import type { PostedMessage } from '../../domain/channel/channel.js';
import { THREAD_ROUNDS_MAX } from '../../domain/limits.js';
import type { RoundIndex, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { roundsOf } from './which-round.js';

/**
 * Whether a message in the secretariat's channel may be taken away by *Luk*. Only what somebody has opened may, which is
 * always an answer in a thread. What the bot posts by itself, such as a notat, a request or a question, begins a thread, and
 * the overview of a round is the card from which it was started. The data of a press does not decide it, because data can
 * be edited.
 *
 * @param posted the pressed message
 */
export async function isClosable(
  { index, rounds }: { readonly index: RoundIndex; readonly rounds: Pick<RoundStore, 'readRound'> },
  tenantId: string,
  posted: PostedMessage,
): Promise<boolean> {
  if (beginsThread(posted)) return false;
  const newest = (await roundsOf(index, tenantId)).slice(0, THREAD_ROUNDS_MAX);
  const read = await Promise.all(newest.map((id) => unlessUnreadable(rounds.readRound(id))));
  return read.every((found) => found?.value.desk?.activityId !== posted.activityId);
}

function beginsThread({ conversationId, activityId }: PostedMessage): boolean {
  return conversationId.endsWith(`=${activityId}`);
}
