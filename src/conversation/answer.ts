import { fitsInTeams } from '../cards/card-size.js';
import { noticeCard } from '../cards/notice-card.js';
import type { Card, CardRenderer } from '../cards/render.js';
import type { NotatId, RoundId } from '../domain/ids.js';
import { RAW_TEXT_MAX } from '../domain/limits.js';
import { cprCertaintyIn } from '../domain/text/cpr.js';
import type { Messages } from '../text/messages.js';
import type { Notice } from '../text/notice.js';

/**
 * What someone is answered with, whatever they did. What becomes of it in Teams is for adapters/teams alone: a card and a
 * notice are what only the presser sees where a button was pressed, and a message in the thread otherwise.
 */
export type Answer =
  /** Takes the place of the card that was pressed; below what was written. */
  | {
      readonly kind: 'card';
      readonly card: Card;
      /** What is shown where cards are not drawn, such as in notifications. */
      readonly summary?: string;
      /** Whether a delivery will show everyone the same, or better. */
      readonly isOwedToAll: boolean;
      /** Said in the thread where the card could only be shown to the whole channel, and must not be. */
      readonly insteadOfAll?: Notice;
    }
  /** Words beside the card, which stays as it is with whatever is typed in it. */
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** Sent one after the other. */
  | { readonly kind: 'messages'; readonly messages: readonly Sent[] };

/** One message. */
export type Sent =
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string | undefined }
  /** Asks for leave to put a file among the person's own: Teams has no other way of giving one. */
  | { readonly kind: 'file offer'; readonly offered: OfferedFile; readonly file: FileToOffer }
  /** Shows a file that is among the person's own now. */
  | { readonly kind: 'file'; readonly file: KeptFile };

/** A file that the bot can make again, by what is kept of it in a card. */
export type OfferedFile =
  | { readonly kind: 'notat'; readonly roundId: RoundId; readonly notatId: NotatId }
  /** The example notat in the template of that number. */
  | { readonly kind: 'preview'; readonly template: number };

/** Its name, what it is in a few words, and its size in bytes. */
export interface FileToOffer {
  readonly name: string;
  readonly description: string;
  readonly size: number;
}

/** A file in someone's drive, as Teams knows it. */
export interface KeptFile {
  readonly contentUrl: string;
  readonly name: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** @param isOwedToAll whether a delivery will show everyone the same, or better */
export function card(shown: Card, isOwedToAll = false): Extract<Answer, { kind: 'card' }> {
  return { kind: 'card', card: shown, isOwedToAll };
}

export function words(notice: Notice): Answer {
  return { kind: 'notice', notice };
}

/**
 * The card with the person's own text in it; unless Teams would not deliver so large a one: then theirs stays, and they
 * are told in words.
 *
 * @param problem what is to be told of the text; empty where nothing is wrong with it
 * @param typed what the person wrote; where it holds a CPR number, whatever else is wrong with it, the whole channel must
 * not be shown it
 */
export function cardWithText({ notices }: Messages, shown: Card, problem: string, typed: readonly string[]): Answer {
  if (!fitsInTeams(shown)) return words(notices.tooLongToShow(problem));
  const answer = { kind: 'card', card: shown, isOwedToAll: false } as const;
  const isPrivate = typed.some((each) => cprCertaintyIn(each.slice(0, RAW_TEXT_MAX)) !== undefined);
  return isPrivate ? { ...answer, insteadOfAll: notices.cprInReply() } : answer;
}

/** The answer as messages: all of it, for whoever reads it where it was asked. */
export function messagesOf(
  deps: { readonly render: CardRenderer; readonly messages: Messages },
  answer: Answer,
): readonly Sent[] {
  switch (answer.kind) {
    case 'card':
      return [{ kind: 'card', card: answer.card, summary: answer.summary }];
    case 'notice':
      return [
        {
          kind: 'card',
          card: noticeCard(deps.render, deps.messages, answer.notice),
          summary: answer.notice.heading,
        },
      ];
    case 'messages':
      return answer.messages;
  }
}
