import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { PersonalSender } from '../../application/secretariat-member.js';
import { toPerson } from './incoming.js';

/** Who did something in their own chat with the bot, and what came along. */
export interface PersonalIncoming {
  readonly sender: PersonalSender;
  readonly activityId: string;
  /** The message whose card was used; undefined for a written message. */
  readonly cardId: string | undefined;
  /** Files that were sent, in order. */
  readonly files: readonly SentFile[];
  /** Whether there is something among them that the bot cannot fetch, such as a picture in the text. */
  readonly hasOther: boolean;
}

/** A file that someone sent; it is in their drive. */
export interface SentFile {
  readonly name: string;
  /** Where it can be fetched without a login for some minutes: whoever has the address has the file. */
  readonly downloadUrl: string;
}

/** learn.microsoft.com, "Send and receive files through a Teams bot". */
const FILE_DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';

/** Formatted text, which comes along with the same words in `text`. */
const FORMATTED_TEXT = 'text/html';

const PersonalActivity = z.object({
  id: z.string().min(1),
  replyToId: z.string().min(1).optional(),
  from: z.object({ id: z.string().min(1), aadObjectId: z.string().min(1), name: z.string().optional() }),
  conversation: z.object({
    id: z.string().min(1),
    tenantId: z.string().min(1).optional(),
    conversationType: z.literal('personal'),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
});

const SharedFile = z.object({
  contentType: z.literal(FILE_DOWNLOAD_INFO),
  name: z.string().min(1),
  content: z.object({ downloadUrl: z.string().min(1) }),
});

/**
 * Reads what every act in a personal chat must tell.
 *
 * @returns undefined outside personal chats, and for whoever has no Entra id
 */
export function readPersonal(activity: Activity): PersonalIncoming | undefined {
  const parsed = PersonalActivity.safeParse(activity);
  if (!parsed.success) return undefined;
  const { id, replyToId, from, conversation, channelData } = parsed.data;
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
  if (tenantId === undefined) return undefined;
  const attachments = (activity.attachments ?? []).filter(({ contentType }) => contentType !== FORMATTED_TEXT);
  const files = attachments.flatMap(readFile);
  return {
    sender: { tenantId, by: toPerson(from.aadObjectId, from.name), memberId: from.id },
    activityId: id,
    cardId: replyToId,
    files,
    hasOther: files.length < attachments.length,
  };
}

function readFile(attachment: unknown): readonly SentFile[] {
  const { data } = SharedFile.safeParse(attachment);
  return data === undefined ? [] : [{ name: data.name, downloadUrl: data.content.downloadUrl }];
}
