import type { Person } from './directory.js';

/**
 * The error codes with which Teams refuses a message in a personal chat. Microsoft documents the first one, and sends
 * the second one too.
 */
export type ChatBlock = 'ConversationBlockedByUser' | 'MessageWritesBlocked';

/** The people in whose chat the bot may not write. */
export interface ChatBlocks {
  /**
   * From now on, the bot's new messages in the person's chat are refused with 403 and this code. The default is
   * `ConversationBlockedByUser`. Messages that are there can still be updated and deleted.
   */
  blockBot(person: Person, code?: ChatBlock): void;
  unblockBot(person: Person): void;
  blocksBot(person: Person): boolean;
  blockOf(person: Person): ChatBlock | undefined;
  /** @returns the codes by the ids of the people */
  save(): SavedChatBlocks;
}

export type SavedChatBlocks = Readonly<Record<string, ChatBlock>>;

/** @param saved the blocks of a saved local Teams */
export function createChatBlocks(saved: SavedChatBlocks = {}): ChatBlocks {
  const codes = new Map(Object.entries(saved));
  return {
    blockBot: ({ id }, code = 'ConversationBlockedByUser') => void codes.set(id, code),
    unblockBot: ({ id }) => void codes.delete(id),
    blocksBot: ({ id }) => codes.has(id),
    blockOf: ({ id }) => codes.get(id),
    save: () => Object.fromEntries(codes),
  };
}
