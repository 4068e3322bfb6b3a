import { CHANNEL_NAME_MAX } from '../../domain/limits.js';
import { cleanLine } from '../../domain/text/clean-text.js';

/** The name of a channel or a team as one clean line of at most `CHANNEL_NAME_MAX` characters; undefined without one. */
export function shownName(name: string | undefined): string | undefined {
  return cleanLine(name?.slice(0, 2 * CHANNEL_NAME_MAX) ?? '').slice(0, CHANNEL_NAME_MAX) || undefined;
}
