import { z } from 'zod';
import type { SavedViews } from './card-views.js';
import type { SavedChatBlocks } from './chat-blocks.js';
import type { SavedConversation } from './conversations.js';
import type { SavedDirectory } from './directory.js';
import type { SavedFeedItem } from './feeds.js';
import type { SavedReadMarks } from './read-marks.js';

/** A whole local Teams as JSON. Only the content of files is not saved: messages name the files. */
export interface SavedTeams {
  readonly version: 1;
  readonly tenantId: string;
  /** The address of the connector. It must stay the same, because the bot has stored it with its conversations. */
  readonly serviceUrl: string;
  readonly directory: SavedDirectory;
  readonly conversations: readonly SavedConversation[];
  readonly views: SavedViews;
  readonly readMarks: SavedReadMarks;
  /** Left out in what was saved before there were feeds. */
  readonly feeds?: readonly SavedFeedItem[] | undefined;
  /** Left out in what was saved before a person could block the bot. */
  readonly blocks?: SavedChatBlocks | undefined;
}

const id = z.string().min(1);
const card = z.record(z.string(), z.unknown()).optional();

const file = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shared'), name: z.string(), contentUrl: z.string() }),
  z.object({
    kind: z.literal('consent'),
    name: z.string(),
    description: z.string(),
    sizeInBytes: z.int(),
    acceptContext: z.unknown().optional(),
    declineContext: z.unknown().optional(),
  }),
  z.object({
    kind: z.literal('info'),
    name: z.string(),
    contentUrl: z.string(),
    uniqueId: z.string(),
    fileType: z.string(),
  }),
]);

const mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id, name: z.string() }),
  text: z.string(),
});

const Saved = z.object({
  version: z.literal(1),
  tenantId: id,
  serviceUrl: z.url(),
  directory: z.object({
    teams: z.array(
      z.object({
        id,
        name: z.string(),
        aadGroupId: id,
        hasBot: z.boolean(),
        removed: z.array(id).exactOptional(),
        channels: z.array(z.object({ id, name: z.string() })),
      }),
    ),
    people: z.array(
      z.object({
        id,
        aadObjectId: id,
        name: z.string(),
        email: z.string(),
        tenantId: id,
        isGuest: z.boolean(),
        title: z.string().exactOptional(),
      }),
    ),
  }),
  conversations: z.array(
    z.intersection(
      z.object({
        conversationId: id,
        messages: z.array(
          z.object({
            id,
            from: id,
            onlyFor: id.optional(),
            text: z.string(),
            mentions: z.array(mention).optional(),
            summary: z.string().optional(),
            card,
            files: z.array(file).optional(),
            edits: z.int().nonnegative(),
          }),
        ),
      }),
      z.union([z.object({ rootId: id, channelId: id }), z.object({ personId: id })]),
    ),
  ),
  views: z.record(
    z.string(),
    z.object({ card, typed: z.record(z.string(), z.string()), edits: z.int().nonnegative() }),
  ),
  readMarks: z.record(z.string(), z.string()),
  feeds: z
    .array(
      z.object({
        personId: id,
        conversationId: id,
        messageId: id,
        why: z.enum(['mention', 'chat']),
        summary: z.string(),
      }),
    )
    .optional(),
  blocks: z.record(id, z.enum(['ConversationBlockedByUser', 'MessageWritesBlocked'])).optional(),
});

/** @returns undefined if the text is not a local Teams that was saved completely, in this version */
export function parseSavedTeams(text: string): SavedTeams | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return Saved.safeParse(json).data;
}
