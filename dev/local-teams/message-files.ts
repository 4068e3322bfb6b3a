import type { Attachment } from 'botbuilder';
import { isObject } from './card-actions.js';

/**
 * A file in a message. The shapes are from "Send and receive files through a Teams bot",
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4.
 */
export type MessageFile = SharedFile | FileConsent | FileInfo;

/** A file that a person sent to the bot. It is in the person's drive. */
export interface SharedFile {
  readonly kind: 'shared';
  readonly name: string;
  /** The address at which the owner opens the file. */
  readonly contentUrl: string;
}

/** The bot asks for consent to put a file in the person's drive. */
export interface FileConsent {
  readonly kind: 'consent';
  readonly name: string;
  readonly description: string;
  readonly sizeInBytes: number;
  /** JSON that is sent back to the bot with the answer; undefined where the bot gave none. */
  readonly acceptContext?: unknown;
  readonly declineContext?: unknown;
}

/** The bot shows a file that it has put in the person's drive. */
export interface FileInfo {
  readonly kind: 'info';
  readonly name: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** The content type of a person's file in a message to the bot. */
const FILE_DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';

const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

/** @returns the files among the attachments of a bot's message, in order, or what is wrong with the first wrong one */
export function filesIn(attachments: readonly Readonly<Record<string, unknown>>[]): readonly MessageFile[] | string {
  const files: MessageFile[] = [];
  for (const attachment of attachments) {
    const file = fileIn(attachment);
    if (typeof file === 'string') return file;
    if (file !== undefined) files.push(file);
  }
  return files;
}

/** @returns the file, or what is wrong with it; undefined for an attachment that is not a file */
function fileIn(attachment: Readonly<Record<string, unknown>>): MessageFile | string | undefined {
  const { contentType, name, contentUrl, content } = attachment;
  if (contentType !== FILE_CONSENT && contentType !== FILE_INFO) return undefined;
  // Teams accepts a card without a name and draws nothing. Here it is an error, so that the mistake is seen.
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

/** @param file the file that a person sent, with the address at which the bot can fetch it for some minutes */
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
