import { withoutTrailing } from '../../domain/without-trailing.js';
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
  /^(?:skabelon(?:en)?\s+standard|standardskabelon(?:en)?|(?:default|standard)\s+template|template\s+(?:default|standard))$/iu;

/** Reads a command, Danish or English. What a channel's commands mean is for `parseCommand` to say. */
export function parsePersonalCommand(message: WrittenMessage): PersonalCommand {
  const bare = withoutTrailing(message.text.replace(/\s+/gu, ' '), ' .!?').trim();
  if (TEMPLATE.test(bare)) return { kind: 'template' };
  if (INSTALLATIONS.test(bare)) return { kind: 'installations template' };
  const { kind } = parseCommand(message);
  return kind === 'notat' || kind === 'help' || kind === 'not understood' ? { kind } : { kind: 'in channels' };
}
