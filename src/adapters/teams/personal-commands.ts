import { commandLine, withoutEndMarks } from './command-line.js';
import { parseCommand } from './commands.js';
import type { WrittenMessage } from './written-message.js';

/** What someone asked the bot to do in their own chat with it. */
export type PersonalCommand =
  | { readonly kind: 'notat' }
  | { readonly kind: 'template' }
  | { readonly kind: 'installations template' }
  | { readonly kind: 'help' }
  /** A command that belongs in a channel. */
  | { readonly kind: 'in channels' }
  | { readonly kind: 'not understood' };

const TEMPLATE = /^(?:skabelon(?:en)?|template)$/iu;
const INSTALLATIONS =
  /^(?:skabelon(?:en)? standard|standardskabelon(?:en)?|(?:default|standard) template|template (?:default|standard))$/iu;

/** Reads a command, Danish or English. What a channel's commands mean is for `parseCommand` to say. */
export function parsePersonalCommand(message: Pick<WrittenMessage, 'parts'>): PersonalCommand {
  const bare = withoutEndMarks(commandLine(message, 'tagged') ?? '-');
  if (TEMPLATE.test(bare)) return { kind: 'template' };
  if (INSTALLATIONS.test(bare)) return { kind: 'installations template' };
  const { kind } = parseCommand(message);
  return kind === 'notat' || kind === 'help' || kind === 'not understood' ? { kind } : { kind: 'in channels' };
}
