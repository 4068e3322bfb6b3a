import {
  type Activity,
  ActivityTypes,
  type AdaptiveCardInvokeResponse,
  type Attachment,
  CardFactory,
  type TaskModuleResponse,
} from 'botbuilder-core';
import type { Answer, AnswerInDialog, Sent } from '../../conversation/answer.js';
import type { Notice } from '../../text/notice.js';

/** The name of the invoke activity that Action.Execute sends. */
export const CARD_ACTION = 'adaptiveCard/action';

/** The names of the invoke activities that a press sends which opens a dialog, and a press in it. */
export const OPEN_DIALOG = 'task/fetch';
export const PRESS_IN_DIALOG = 'task/submit';

/* learn.microsoft.com, "Send and receive files through a Teams bot". */
const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

/** The activity for one message. */
export function activityOf(sent: Sent): Activity {
  const summary = sent.kind === 'card' && sent.summary !== undefined ? { summary: sent.summary } : {};
  const activity: Partial<Activity> = { type: ActivityTypes.Message, attachments: [attachmentOf(sent)], ...summary };
  return activity as Activity; // The SDK declares fields as required that the service fills in.
}

function attachmentOf(sent: Sent): Attachment {
  switch (sent.kind) {
    case 'card':
      return CardFactory.adaptiveCard(sent.card);
    case 'file offer': {
      const { offered, file } = sent;
      const content = {
        description: file.description,
        sizeInBytes: file.size,
        acceptContext: offered,
        declineContext: offered,
      };
      return { contentType: FILE_CONSENT, name: file.name, content };
    }
    case 'file': {
      const { contentUrl, name, uniqueId, fileType } = sent.file;
      return { contentType: FILE_INFO, contentUrl, name, content: { uniqueId, fileType } };
    }
  }
}

/** The response to a press that opens a dialog, or to a press in one. Without a whole task, Teams shows an error. */
export function taskResponseOf(answer: AnswerInDialog): TaskModuleResponse {
  switch (answer.kind) {
    case 'dialog': {
      const { title, size, card } = answer;
      const value = { title, height: size, width: size, card: CardFactory.adaptiveCard(card) };
      return { task: { type: 'continue', value } };
    }
    case 'closing':
      return { task: { type: 'message', value: sentenceOf(answer.notice) } };
  }
}

/**
 * The response to a press; undefined where the answer is messages, which are sent apart and leave the card as it is.
 */
export function invokeResponseOf(answer: Answer): AdaptiveCardInvokeResponse | undefined {
  switch (answer.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { ...answer.card } };
    case 'notice':
      return noticeResponse(answer.notice);
    case 'messages':
    // A dialog is never the answer to a press on a card.
    case 'dialog':
      return undefined;
  }
}

/** Teams shows the notice beside the pressed card. The card stays as it is, with the text that is typed in it. */
export function noticeResponse(notice: Notice): AdaptiveCardInvokeResponse {
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    // The SDK declares the value as an object, but it must be a string (learn.microsoft.com, "Universal Actions").
    value: sentenceOf(notice) as unknown as Record<string, unknown>,
  };
}

function sentenceOf({ heading, text }: Notice): string {
  return `${heading}. ${text}`;
}

/** The data of a button that opens a dialog, or of a button in one, with the inputs; undefined where there is none. */
export function dialogData(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'data' in value ? value.data : undefined;
}
