import type { Activity, Attachment, FileConsentCardResponse } from 'botbuilder';
import { z } from 'zod';
import type { PersonalSender } from '../../application/channel/secretariat-member.js';
import { fetchPersonalNotat } from '../../application/notat/personal-notat.js';
import { previewTemplate } from '../../application/notat/show-template.js';
import { type NotatId, parseNotatId, parseRoundId, type RoundId } from '../../domain/ids.js';
import type { Messages, Notice } from '../../text/messages.js';
import type { BotDependencies } from './bot-dependencies.js';

/** A file that the bot can make again, by what is kept of it in a card. */
export type OfferedFile =
  | { readonly kind: 'notat'; readonly roundId: RoundId; readonly notatId: NotatId }
  /** The example notat in the template of that number. */
  | { readonly kind: 'preview'; readonly template: number };

/** What an acceptance was answered with. */
export type AcceptanceOutcome =
  /** It is in the person's files; `activity` shows it to them. */
  | { readonly kind: 'uploaded'; readonly activity: Partial<Activity> }
  | { readonly kind: 'notice'; readonly notice: Notice };

const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

const id = <Id>(parse: (value: unknown) => Id | undefined) =>
  z.unknown().transform((value, context) => {
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    context.addIssue('not an id');
    return z.NEVER;
  });

const Offered = z.union([
  z.object({ kind: z.literal('notat'), roundId: id(parseRoundId), notatId: id(parseNotatId) }),
  z.object({ kind: z.literal('preview'), template: z.int().min(1) }),
]);

const UploadInfo = z.object({
  contentUrl: z.string().min(1),
  name: z.string().min(1),
  uploadUrl: z.string().min(1),
  uniqueId: z.string().min(1),
  fileType: z.string().min(1),
});

/**
 * The card that asks for leave to put a file among the person's own: Teams has no other way of giving one.
 *
 * @param context what comes back when they accept
 * @param file its name, what it is in a few words, and its size in bytes
 */
export function consentActivity(
  context: OfferedFile,
  file: { readonly name: string; readonly description: string; readonly size: number },
): Partial<Activity> {
  const content = {
    description: file.description,
    sizeInBytes: file.size,
    acceptContext: context,
    declineContext: context,
  };
  const attachment: Attachment = { contentType: FILE_CONSENT, name: file.name, content };
  return { type: 'message', attachments: [attachment] };
}

/** Puts the file where an accepted card says. What the card says is judged anew: anyone can edit it. */
export async function answerAcceptance(
  deps: BotDependencies & { readonly messages: Messages },
  sender: PersonalSender,
  response: FileConsentCardResponse,
): Promise<AcceptanceOutcome> {
  const { personal } = deps.messages;
  const offered = Offered.safeParse(response.context).data;
  const upload = UploadInfo.safeParse(response.uploadInfo).data;
  if (offered === undefined || upload === undefined) return { kind: 'notice', notice: personal.unknownFile() };
  const made = await makeFile(deps, sender, offered);
  if (made.kind === 'not secretariat') return { kind: 'notice', notice: personal.onlySecretariat() };
  if (made.kind !== 'file') return { kind: 'notice', notice: personal.unknownFile() };
  const outcome = await deps.transfer.upload(upload.uploadUrl, made.file);
  if (outcome === 'failed') return { kind: 'notice', notice: personal.uploadFailed() };
  return { kind: 'uploaded', activity: fileInfoActivity(upload) };
}

async function makeFile(deps: BotDependencies, sender: PersonalSender, offered: OfferedFile) {
  return offered.kind === 'notat'
    ? fetchPersonalNotat(deps, sender, offered)
    : previewTemplate(deps, sender, offered.template);
}

function fileInfoActivity({ contentUrl, name, uniqueId, fileType }: z.infer<typeof UploadInfo>): Partial<Activity> {
  return {
    type: 'message',
    attachments: [{ contentType: FILE_INFO, contentUrl, name, content: { uniqueId, fileType } }],
  };
}
