import type { ChannelAddress, PostedMessage } from '../../../domain/channel/channel.js';
import type { RoundId } from '../../../domain/ids.js';
import { fateOf, isGone, type SendFailure } from '../../../domain/work/trouble.js';
import type { TaskDependencies } from '../task.js';

/**
 * Deletes a message of the bot, because nobody must act on it any more or because another takes its place.
 *
 * @param event what is logged where no try can delete it
 * @returns a failure that may pass; undefined where the message is gone, or where no try can delete it
 */
export async function takeAway(
  { messenger, log }: TaskDependencies,
  address: ChannelAddress,
  posted: PostedMessage,
  event: string,
  fields: { readonly roundId: RoundId; readonly [name: string]: string },
): Promise<SendFailure | undefined> {
  const result = await messenger.remove(address, posted);
  if (result.kind !== 'failed' || isGone(result.failure)) return undefined;
  if (fateOf(result.failure, 'edit') !== 'stopped') return result.failure;
  log.warn(event, fields);
  return undefined;
}
