import {
  type Activity,
  ActivityTypes,
  type AdaptiveCardInvokeResponse,
  type Attachment,
  CardFactory,
} from 'botbuilder-core';
import type { Answer, Sent } from '../../conversation/answer.js';
import type { Notice } from '../../text/notice.js';

/** The name of the invoke activity that Action.Execute sends. */
export const CARD_ACTION = 'adaptiveCard/action';

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
      return undefined;
  }
}

/** Teams shows the notice beside the pressed card. The card stays as it is, with the text that is typed in it. */
export function noticeResponse({ heading, text }: Notice): AdaptiveCardInvokeResponse {
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    // The SDK declares the value as an object, but it must be a string (learn.microsoft.com, "Universal Actions").
    value: `${heading}. ${text}` as unknown as Record<string, unknown>,
  };
}
