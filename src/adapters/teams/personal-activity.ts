import { z } from 'zod';
import type { PersonalAct, Refusal, SentFile } from '../../conversation/acts.js';
import { ATTACHMENTS_MAX, FILE_NAME_MAX } from '../../domain/limits.js';
import { accepted, type Result } from '../../domain/result.js';
import { readAct } from './incoming.js';

/** learn.microsoft.com, "Send and receive files through a Teams bot". */
const FILE_DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';

/** Teams sends formatted text as an attachment. The same words are in `text`. */
const FORMATTED_TEXT = 'text/html';

const Attachment = z.object({ contentType: z.string() });

const SharedFile = z.object({
  contentType: z.literal(FILE_DOWNLOAD_INFO),
  name: z.string().min(1),
  content: z.object({ downloadUrl: z.string().min(1) }),
});

/** Reads the data that every act in a personal chat must have, and the files that came along. */
export function readPersonal(activity: { readonly attachments?: unknown }): Result<PersonalAct, Refusal> {
  const act = readAct(activity);
  if (!act.ok) return act;
  const { by, memberId, home, tenantId, conversationId, activityId, replyToId } = act.value;
  const sent: readonly unknown[] = Array.isArray(activity.attachments) ? activity.attachments : [];
  const attachments = sent.slice(0, ATTACHMENTS_MAX).filter((attachment) => {
    const { data } = Attachment.safeParse(attachment);
    return data !== undefined && data.contentType !== FORMATTED_TEXT;
  });
  const files = attachments.flatMap(readFile);
  return accepted({
    sender: { tenantId, by, memberId, home },
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
