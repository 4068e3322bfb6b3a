import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { PersonalSender } from '../../application/channel/secretariat-member.js';
import { ATTACHMENTS_MAX, FILE_NAME_MAX } from '../../domain/limits.js';
import { accepted, type Result } from '../../domain/result.js';
import { type Refusal, readAct } from './incoming.js';

/** Who did something in their own chat with the bot, and what came along. */
export interface PersonalIncoming {
  readonly sender: PersonalSender;
  readonly conversationId: string;
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

const Attachment = z.object({ contentType: z.string() });

const SharedFile = z.object({
  contentType: z.literal(FILE_DOWNLOAD_INFO),
  name: z.string().min(1),
  content: z.object({ downloadUrl: z.string().min(1) }),
});

/** Reads what an act in a personal chat must tell, and the files that came along. */
export function readPersonal(activity: Activity): Result<PersonalIncoming, Refusal> {
  const act = readAct(activity);
  if (!act.ok) return act;
  const { by, memberId, tenantId, conversationId, activityId, replyToId } = act.value;
  const sent: readonly unknown[] = Array.isArray(activity.attachments) ? activity.attachments : [];
  const attachments = sent.slice(0, ATTACHMENTS_MAX).filter((attachment) => {
    const { data } = Attachment.safeParse(attachment);
    return data !== undefined && data.contentType !== FORMATTED_TEXT;
  });
  const files = attachments.flatMap(readFile);
  return accepted({
    sender: { tenantId, by, memberId },
    conversationId,
    activityId,
    cardId: replyToId,
    files,
    hasOther: files.length < attachments.length,
  });
}

function readFile(attachment: unknown): readonly SentFile[] {
  const { data } = SharedFile.safeParse(attachment);
  return data === undefined ? [] : [{ name: data.name.slice(-FILE_NAME_MAX), downloadUrl: data.content.downloadUrl }];
}
