import { type Card, isObject, partsOf } from './card-actions.js';

/** A number of pixels, or a part of the window. */
export type DialogSize = number | 'small' | 'medium' | 'large';

/** What a dialog shows: its name, its size and its card. */
export interface DialogContent {
  readonly title: string;
  readonly height: DialogSize;
  readonly width: DialogSize;
  readonly card: Card;
}

/** What the bot's answer to `task/fetch` or `task/submit` makes a client do. */
export type DialogAnswer =
  | { readonly kind: 'continue'; readonly content: DialogContent }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'nothing' }
  /** The answer has no whole `task`. Teams shows its error 1008. */
  | { readonly kind: 'half-empty' };

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
const NAMED_SIZES = ['small', 'medium', 'large'] as const;

/**
 * Reads the body of an answer whose status is 200. The shape is that of
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules
 * ("dialog info object") and of
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots.
 * Microsoft does not say what Teams does without a title or a size, so they are required here.
 *
 * @param body undefined where the answer was empty
 * @throws Error if the answer has a task with another shape; it says what is wrong
 */
export function readDialogAnswer(body: unknown): DialogAnswer {
  if (body === undefined) return { kind: 'nothing' };
  const { type, value } = isObject(body) && isObject(body['task']) ? body['task'] : {};
  if (type === undefined || value === undefined || value === null) return { kind: 'half-empty' };
  if (type === 'message') {
    if (typeof value !== 'string' || value === '') throw new Error('the bot answered with a message without text');
    return { kind: 'message', text: value };
  }
  if (type !== 'continue') throw new Error(`the bot answered with a task of the type '${String(type)}'`);
  if (!isObject(value)) throw new Error('the bot answered with a dialog that is no object');
  return { kind: 'continue', content: contentOf(value) };
}

function contentOf({ title, height, width, card, url }: Card): DialogContent {
  if (url !== undefined) throw new Error('the bot’s dialog is a web page, which the local Teams does not show');
  if (typeof title !== 'string' || title === '') throw new Error('the bot’s dialog has no title');
  return { title, height: sizeOf('height', height), width: sizeOf('width', width), card: cardOf(card) };
}

function sizeOf(which: string, size: unknown): DialogSize {
  if (typeof size === 'number' && Number.isSafeInteger(size) && size > 0) return size;
  const named = NAMED_SIZES.find((name) => name === size);
  if (named !== undefined) return named;
  const given = size === undefined ? 'missing' : JSON.stringify(size);
  throw new Error(`the ${which} of the bot’s dialog is ${given}: it is pixels, small, medium or large`);
}

/**
 * A dialog of a bot has its card as an attachment. A card alone is for tabs (MicrosoftDocs/msteams-docs issue 1732). The
 * buttons must be `Action.Submit`.
 */
function cardOf(attachment: unknown): Card {
  const { contentType, content } = isObject(attachment) ? attachment : {};
  if (contentType !== ADAPTIVE_CARD || !isObject(content)) {
    throw new Error(`the card of the bot’s dialog is no attachment of the type ${ADAPTIVE_CARD}`);
  }
  if (content['type'] !== 'AdaptiveCard') throw new Error('the card of the bot’s dialog is no AdaptiveCard');
  const execute = [...partsOf(content)].find(({ type }) => type === 'Action.Execute');
  if (execute !== undefined) {
    throw new Error(`the bot’s dialog has the Action.Execute '${String(execute['title'])}', which is dead there`);
  }
  return content;
}
