import { fitsInTeams } from '../cards/card-size.js';
import { noticeCard } from '../cards/notice-card.js';
import type { Card, CardRenderer } from '../cards/render.js';
import type { NotatId, RoundId } from '../domain/ids.js';
import { RAW_TEXT_MAX } from '../domain/limits.js';
import { cprCertaintyIn } from '../domain/text/cpr.js';
import type { Messages } from '../text/messages.js';
import type { Notice } from '../text/notice.js';

/**
 * What the bot answers an act with. How Teams shows the answer is decided in adapters/teams alone. After a press, only
 * the person who pressed sees the card or the notice. After a written message, it is a message in the thread.
 */
export type Answer =
  /** After a press, it takes the place of the pressed card. After a written message, it is shown below the message. */
  | {
      readonly kind: 'card';
      readonly card: Card;
      /** The text that Teams shows where it does not draw cards, such as in notifications. */
      readonly summary?: string;
      /** Whether a delivery will soon show everyone the same card, or a newer one. */
      readonly isOwedToAll: boolean;
      /** Said in the thread instead of the card, where Teams would show the card to the whole channel and must not. */
      readonly insteadOfAll?: Notice;
    }
  /** Words beside the card. The card stays as it is, with the text that is typed in it. */
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** Sent one after the other. */
  | { readonly kind: 'messages'; readonly messages: readonly Sent[] };

/** One message. */
export type Sent =
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string | undefined }
  /** Asks the person for consent to put a file in their OneDrive. Teams has no other way of giving someone a file. */
  | { readonly kind: 'file offer'; readonly offered: OfferedFile; readonly file: FileToOffer }
  /** Shows a file that is now in the person's OneDrive. */
  | { readonly kind: 'file'; readonly file: KeptFile };

/** A file that the bot can make again from the ids that the card carries. */
export type OfferedFile =
  | { readonly kind: 'notat'; readonly roundId: RoundId; readonly notatId: NotatId }
  /** The example notat in the template of that number. */
  | { readonly kind: 'preview'; readonly template: number };

export interface FileToOffer {
  readonly name: string;
  readonly description: string;
  /** In bytes. */
  readonly size: number;
}

/** A file in someone's OneDrive, as Teams describes it. */
export interface KeptFile {
  readonly contentUrl: string;
  readonly name: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** @param isOwedToAll whether a delivery will soon show everyone the same card, or a newer one */
export function card(shown: Card, isOwedToAll = false): Extract<Answer, { kind: 'card' }> {
  return { kind: 'card', card: shown, isOwedToAll };
}

export function words(notice: Notice): Answer {
  return { kind: 'notice', notice };
}

/**
 * The card with the person's own text in it. Where the card would be too large for Teams, the answer is words instead,
 * and the person's card stays as it is.
 *
 * @param problem what is wrong with the text, in words; empty where nothing is wrong
 * @param typed what the person wrote. Where it holds a CPR number, the card must not be shown to the whole channel
 */
export function cardWithText({ notices }: Messages, shown: Card, problem: string, typed: readonly string[]): Answer {
  if (!fitsInTeams(shown)) return words(notices.tooLongToShow(problem));
  const answer = { kind: 'card', card: shown, isOwedToAll: false } as const;
  const isPrivate = typed.some((each) => cprCertaintyIn(each.slice(0, RAW_TEXT_MAX)) !== undefined);
  return isPrivate ? { ...answer, insteadOfAll: notices.cprInReply() } : answer;
}

/** The whole answer as messages, for the place where the person asked. */
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
