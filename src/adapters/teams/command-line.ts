import { COMMAND_MAX } from '../../domain/limits.js';
import { cleanLine } from '../../domain/text/clean-text.js';
import { withoutTrailing } from '../../domain/text/without-trailing.js';
import type { WrittenMessage } from './written-message.js';

/**
 * A message as a command is read from it: one clean line, in which whoever is mentioned stands as `<at>…</at>`, or as
 * nothing at all.
 *
 * @returns undefined for a message that is longer than any command
 */
export function commandLine(
  { parts }: Pick<WrittenMessage, 'parts'>,
  mentions: 'tagged' | 'left out',
): string | undefined {
  const words = parts.filter((part) => typeof part === 'string').join('');
  if (words.length > COMMAND_MAX) return undefined;
  const inLine = parts.map((part) => {
    if (typeof part === 'string') return part;
    return mentions === 'tagged' ? `<at>${part.name}</at>` : ' ';
  });
  return cleanLine(inLine.join(''));
}

/** A line without the marks and spaces that end it. */
export function withoutEndMarks(line: string): string {
  return withoutTrailing(line, ' .!?');
}
