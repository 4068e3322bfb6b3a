import type { Attachment } from 'botbuilder';
import { isObject } from './card-actions.js';

/**
 * A file in a message. Shapes are those of "Send and receive files through a Teams bot",
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4.
 */
export type MessageFile = SharedFile | FileConsent | FileInfo;

/** A file that a person sent to the bot; it is in their drive. */
export interface SharedFile {
  readonly kind: 'shared';
  readonly name: string;
  /** Where its owner opens it. */
  readonly contentUrl: string;
}

/** The bot asks for leave to put a file in the person's drive. */
export interface FileConsent {
  readonly kind: 'consent';
  readonly name: string;
  readonly description: string;
  readonly sizeInBytes: number;
  /** JSON that comes back to the bot with the answer; undefined when it gave none. */
  readonly acceptContext?: unknown;
  readonly declineContext?: unknown;
}

/** The bot points to a file that it has put there. */
export interface FileInfo {
  readonly kind: 'info';
  readonly name: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** What a person's file is called in a message to the bot. */
const FILE_DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';

const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

/** @returns the files among a bot's attachments, in order, or what is wrong with the first that is not right */
export function filesIn(attachments: readonly Readonly<Record<string, unknown>>[]): readonly MessageFile[] | string {
  const files: MessageFile[] = [];
  for (const attachment of attachments) {
    const file = fileIn(attachment);
    if (typeof file === 'string') return file;
    if (file !== undefined) files.push(file);
  }
  return files;
}

/** @returns undefined for an attachment that is no file, and what is wrong for one that is not right */
function fileIn(attachment: Readonly<Record<string, unknown>>): MessageFile | string | undefined {
  const { contentType, name, contentUrl, content } = attachment;
  if (contentType !== FILE_CONSENT && contentType !== FILE_INFO) return undefined;
  // Teams takes a card without a name, and draws nothing; here the mistake is told.
  if (typeof name !== 'string' || name === '') return 'a file card without a name';
  const given = isObject(content) ? content : {};
  return contentType === FILE_CONSENT ? consentIn(name, given) : infoIn(name, contentUrl, given);
}

function consentIn(name: string, content: Readonly<Record<string, unknown>>): FileConsent | string {
  const { description = '', sizeInBytes, acceptContext, declineContext } = content;
  if (typeof description !== 'string') return 'a file consent card whose description is no text';
  if (!Number.isSafeInteger(sizeInBytes)) return 'a file consent card without a size in bytes';
  return { kind: 'consent', name, description, sizeInBytes: Number(sizeInBytes), acceptContext, declineContext };
}

function infoIn(name: string, contentUrl: unknown, content: Readonly<Record<string, unknown>>): FileInfo | string {
  const { uniqueId, fileType } = content;
  if (typeof contentUrl !== 'string') return 'a file info card without a content URL';
  if (typeof uniqueId !== 'string' || typeof fileType !== 'string') return 'a file info card without id or type';
  return { kind: 'info', name, contentUrl, uniqueId, fileType };
}

/** @param file what a person sent, with the address from which the bot can fetch it for some minutes */
export function downloadInfo(file: {
  readonly name: string;
  readonly contentUrl: string;
  readonly downloadUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}): Attachment {
  const { name, contentUrl, downloadUrl, uniqueId, fileType } = file;
  return { contentType: FILE_DOWNLOAD_INFO, contentUrl, name, content: { downloadUrl, uniqueId, fileType } };
}
