import type { Activities, Client } from './activities.js';
import type { BotAnswer, BotEndpoint } from './bot-endpoint.js';
import { type ClientDelivery, type DeliveryOptions, SOMETHING_WENT_WRONG } from './client-delivery.js';
import type { Conversations, Message } from './conversations.js';
import type { Person } from './directory.js';
import { contentPath, downloadPath, uploadPath } from './drive-routes.js';
import type { DriveFile, DriveItem, Drives, FileToKeep } from './drives.js';
import { downloadInfo, type FileConsent } from './message-files.js';

/** Files between people and the bot. Teams has them only in personal chats. */
export interface FileSharing {
  /**
   * Sends a file to the bot in the person's chat. The file is put in the person's drive, and the bot gets an address
   * where it can fetch the file for five minutes. Rejects as `LocalTeams.write` does.
   */
  sendFile(person: Person, file: FileToKeep, options?: SendFileOptions): Promise<FileSent>;

  /**
   * Answers the bot's request to put a file in the person's drive. As in Teams, the card stays until the bot removes
   * it, and can be answered again.
   *
   * Rejects if the message is not in the person's own chat, or does not have exactly one such card.
   */
  answerConsent(
    person: Person,
    message: Message,
    answer: ConsentAnswer,
    options?: DeliveryOptions,
  ): Promise<ConsentAnswered>;

  /**
   * The files in the person's drive, the oldest first: those that the person sent, and those that the bot put there.
   */
  filesOf(person: Person): readonly OpenableFile[];
}

export type ConsentAnswer = 'accept' | 'decline';

export interface OpenableFile extends DriveFile {
  /** The address at which the owner opens the file in a browser. A bot gets 401 there. */
  readonly contentUrl: string;
}

export interface SendFileOptions {
  /** The text that is sent with the file. The default is no text. */
  readonly text?: string;
  readonly client?: Client;
}

export interface FileSent {
  readonly message: Message;
  readonly file: OpenableFile;
  /** The bot's HTTP status. */
  readonly status: number;
}

export interface ConsentAnswered {
  /** The bot's HTTP status; 504 where the client stopped waiting. */
  readonly status: number;
  /** What the client showed beside the card. */
  readonly toast: string | undefined;
  readonly redelivered: readonly BotAnswer[];
}

export interface FileSharingDependencies {
  readonly serviceUrl: string;
  readonly drives: Drives;
  readonly conversations: Conversations;
  readonly activities: Activities;
  readonly endpoint: BotEndpoint;
  readonly delivery: Pick<ClientDelivery, 'invoke'>;
  readonly changed: () => void;
}

export function createFileSharing(dependencies: FileSharingDependencies): FileSharing {
  const { serviceUrl, drives, conversations, activities, endpoint, delivery, changed } = dependencies;
  const addressOf = (path: string) => new URL(path, serviceUrl).href;
  const contentUrlOf = (item: DriveItem) => addressOf(contentPath(item));
  const openable = (file: DriveFile): OpenableFile => ({ ...file, contentUrl: contentUrlOf(file) });

  function acceptance({ name: wanted, acceptContext: context }: FileConsent, person: Person) {
    const upload = drives.openUpload(person, wanted);
    const { name, uniqueId, fileType } = upload.item;
    const contentUrl = contentUrlOf(upload.item);
    const uploadInfo = { contentUrl, name, uploadUrl: addressOf(uploadPath(upload)), uniqueId, fileType };
    return { type: 'fileUpload', action: 'accept', context, uploadInfo };
  }

  return {
    async sendFile(person, sent, { text = '', client } = {}) {
      const file = openable(drives.keep(person, sent));
      const { name, contentUrl } = file;
      const files = [{ kind: 'shared' as const, name, contentUrl }];
      const content = { text, mentions: [], summary: undefined, card: undefined, files };
      const message = conversations.add(conversations.personalChat(person), person, content);
      changed();
      const attachment = downloadInfo({ ...file, downloadUrl: addressOf(downloadPath(drives.lend(file))) });
      const { status } = await endpoint.deliver(activities.sharedFile(message, person, attachment, client));
      return { message, file, status };
    },

    async answerConsent(person, message, answer, options = {}) {
      const consent = consentIn(message, person, conversations);
      const value =
        answer === 'accept'
          ? acceptance(consent, person)
          : { type: 'fileUpload', action: 'decline', context: consent.declineContext };
      const activity = activities.consentAnswered(person, message, value, options.client);
      const { answer: given, redelivered } = await delivery.invoke(activity, options);
      const { status } = given;
      return { status, toast: status >= 300 ? SOMETHING_WENT_WRONG : undefined, redelivered };
    },

    filesOf: (person) => drives.filesOf(person).map(openable),
  };
}

function consentIn({ id, thread, files }: Message, person: Person, conversations: Conversations): FileConsent {
  if (conversations.findMessage(id) === undefined) throw new Error(`message ${id} is deleted`);
  if (thread.kind !== 'personal' || thread.person !== person)
    throw new Error(`message ${id} is not in the person’s chat`);
  const [consent, another] = files.filter((file) => file.kind === 'consent');
  if (consent === undefined || another !== undefined) throw new Error(`message ${id} has not one file consent card`);
  return consent;
}
