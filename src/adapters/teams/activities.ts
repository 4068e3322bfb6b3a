import {
  type Activity,
  ActivityTypes,
  type AdaptiveCardInvokeResponse,
  type Attachment,
  CardFactory,
} from 'botbuilder';
import type { Answer, Sent } from '../../conversation/answer.js';
import type { Notice } from '../../text/notice.js';

/** The invoke that Action.Execute sends. */
export const CARD_ACTION = 'adaptiveCard/action';

/* learn.microsoft.com, "Send and receive files through a Teams bot". */
const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

/** One message, as it is sent. */
export function activityOf(sent: Sent): Activity {
  const summary = sent.kind === 'card' && sent.summary !== undefined ? { summary: sent.summary } : {};
  const activity: Partial<Activity> = { type: ActivityTypes.Message, attachments: [attachmentOf(sent)], ...summary };
  return activity as Activity; // The SDK declares as required what the service fills in.
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

/** What a press is answered with; messages are sent beside it, and leave the card as it is. */
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

/** Shows a notice over the card that was pressed, which stays as it is, with what was typed in it. */
export function noticeResponse({ heading, text }: Notice): AdaptiveCardInvokeResponse {
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    // Declared as an object, but the message is a string (learn.microsoft.com, "Universal Actions").
    value: `${heading}. ${text}` as unknown as Record<string, unknown>,
  };
}
