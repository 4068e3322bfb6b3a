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
      /**
       * Said in the place of a dialog, which then closes: the card itself is redrawn for everyone. Only where what the
       * person typed is stored.
       */
      readonly closing?: Notice;
      /**
       * What becomes of the pressed message for everyone, once the press is answered: it is changed to this card, or it
       * is taken away. A message that cannot be taken away is changed to the card. `kept`: it is changed to the card before
       * the press is answered, as the message is where the text is stored. If that fails, the pressed card stays.
       */
      readonly forAll?: 'shown' | 'taken away' | 'kept';
      /**
       * The pressed message stays as it is for everyone else: somebody may be writing in it. Where a client cannot show a
       * card in its place to one person alone, the card is a message below it.
       */
      readonly staysForOthers?: true;
      /**
       * The message that becomes this card for everyone when a dialog closes: the one from which the dialog was opened.
       * Only after a press in a dialog.
       */
      readonly openedFrom?: string;
    }
  /** A window over the channel, in answer to a press that opens one, or to a press in it. */
  | DialogAnswer
  /** Words beside the card. The card stays as it is, with the text that is typed in it. */
  | {
      readonly kind: 'notice';
      readonly notice: Notice;
      /** Whether it concerns only the person who wrote. After a press, every notice does. */
      readonly isForOne?: true;
    }
  /** Sent one after the other. */
  | { readonly kind: 'messages'; readonly messages: readonly Sent[] };

export type CardAnswer = Extract<Answer, { readonly kind: 'card' }>;

export interface DialogAnswer {
  readonly kind: 'dialog';
  /** The title of the window. */
  readonly title: string;
  readonly card: Card;
  readonly size: 'medium' | 'large';
}

/** What a press that opens a dialog, or a press in one, is answered with: a dialog, or words in the place of one. */
export type AnswerInDialog = DialogAnswer | ClosingAnswer;

export interface ClosingAnswer {
  readonly kind: 'closing';
  readonly notice: Notice;
  /** A message in the channel that is changed to this card once the press is answered. */
  readonly shows?: { readonly messageId: string; readonly answer: CardAnswer };
}

/** One message. */
export type Sent =
  | {
      readonly kind: 'card';
      readonly card: Card;
      readonly summary: string | undefined;
      /** Whether it concerns only the person who wrote. Where Teams can, only that person sees it. */
      readonly isForOne?: true;
    }
  /** Asks the person for consent to put a file in their OneDrive. Teams has no other way of giving someone a file. */
  | { readonly kind: 'file offer'; readonly offered: OfferedFile; readonly file: FileToOffer }
  /** Shows a file that is now in the person's OneDrive. */
  | { readonly kind: 'file'; readonly file: KeptFile };

/** A file that the bot can make again from the ids that the card carries. */
export type OfferedFile =
  | { readonly kind: 'notat'; readonly roundId: RoundId; readonly notatId: NotatId }
  /** The example notat in the template of that number, which is 0 for the installation's own. */
  | { readonly kind: 'preview'; readonly template: number }
  /** That template itself, as it was sent. */
  | { readonly kind: 'template'; readonly template: number };

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
export function card(shown: Card, isOwedToAll = false): CardAnswer {
  return { kind: 'card', card: shown, isOwedToAll };
}

export function words(notice: Notice): Answer {
  return { kind: 'notice', notice };
}

/** Words that concern only the person who wrote, such as a refusal. Nobody else needs to read them. */
export function toOne(notice: Notice): Answer {
  return { kind: 'notice', notice, isForOne: true };
}

/** The answer to what needs none. */
export const NOTHING: Answer = { kind: 'messages', messages: [] };

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
    case 'dialog':
      return [{ kind: 'card', card: answer.card, summary: answer.title }];
    case 'notice':
      return [
        {
          kind: 'card',
          card: noticeCard(deps.render, deps.messages, answer.notice),
          summary: answer.notice.heading,
          ...(answer.isForOne === undefined ? {} : { isForOne: answer.isForOne }),
        },
      ];
    case 'messages':
      return answer.messages;
  }
}
