import { DOWNLOAD_LINK_MINUTES, type NotatKind, type NotatModel, type NotatRecord } from '../../domain/notat/notat.js';
import type { NotatChange } from '../../domain/notat/notat-changes.js';
import type { Round } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { headerLines, NOTAT_WORDS } from '../../text/notat/notat-words.js';
import { VERBS } from '../buttons.js';
import { roomLeft } from '../card-size.js';
import { type Mention, NO_MENTION } from '../mention.js';
import { cardThatFits } from '../order-of-loss.js';
import { cardParagraphs, MANY_PARAGRAPHS } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import { endTrialButton } from '../round/trial-card.js';
import { reopeningMarks } from '../round-marks.js';
import { answersOf, changeLines, headingAndState } from './notat-lines.js';
import { NOTHING, type NotatPart, partNotat } from './notat-parts.js';

/** Only the list of changes is shortened: the card counts the rest. Answers without room continue on the next card. */
const ORDER_OF_LOSS = [[{ part: 'changes', to: 0 }]] as const;

export interface ShownNotat {
  readonly round: Round;
  readonly record: NotatRecord;
  readonly notat: NotatModel;
  /** The differences from the notat before it; left out where the two are not compared. */
  readonly changes?: readonly NotatChange[];
  /** A newer notat of the round; left out where this is the newest. */
  readonly newer?: NotatKind | undefined;
  /** The URL of the Word file. It is not shown where the notat has none. */
  readonly link: string;
  /** Of the person who must act on it; left out where the notat answers a person. */
  readonly mention?: Mention;
  /** Made with the cards, to tell a press on them from presses on other cards. */
  readonly nonce?: string;
  /** Whether it leads back to the overview of the round. */
  readonly isFromDesk?: true;
}

/** Stands for the number of a card while the count of cards is not known. It has as many digits as any real number. */
const ANY_PART = 99_999;

/**
 * The notat on as many cards as it needs, one for each message. The first card has the heading, the introduction and
 * the buttons. The others continue with the departments. The last says who gave each answer, if the notat does so. An
 * answer is split only if it is too large for a card of its own.
 */
export function notatCards(render: CardRenderer, messages: Messages, shown: ShownNotat): readonly Card[] {
  const { notat, changes = [] } = shown;
  const fitting = cardThatFits(ORDER_OF_LOSS, { changes: changes.length }, (some) =>
    render('notat', firstCardData(messages, shown, changes.slice(0, some.changes), NOTHING, ANY_PART)),
  );
  const shownChanges = changes.slice(0, fitting.shown.changes);
  const draw = (part: NotatPart, number: number, of: number) =>
    number === 1
      ? render('notat', firstCardData(messages, shown, shownChanges, part, of))
      : render('notat-part', partCardData(messages, notat, part, number, of));
  const parts = partNotat(answersOf(notat), {
    continued: ` ${messages.notat.continued}`,
    first: (part) => roomLeft(draw(part, 1, ANY_PART)),
    following: (part) => roomLeft(draw(part, ANY_PART, ANY_PART)),
  });
  return parts.map((part, index) => draw(part, index + 1, parts.length));
}

/** The first of the notat's cards. */
export function notatCard(render: CardRenderer, messages: Messages, shown: ShownNotat): Card {
  const [first] = notatCards(render, messages, shown);
  if (first === undefined) throw new Error('a notat has a card');
  return first;
}

function firstCardData(
  messages: Messages,
  { round, record, notat, link, nonce, newer, isFromDesk, mention = NO_MENTION, changes: all = [] }: ShownNotat,
  changes: readonly NotatChange[],
  { rows, origins }: NotatPart,
  of: number,
): object {
  const words = messages.notat;
  const { heading, state } = headingAndState(messages, notat, record);
  const introduction = cardParagraphs(notat.introduction, MANY_PARAGRAPHS);
  const { seal, number = 1 } = record;
  const finalBefore = number > 1 ? number - 1 : undefined;
  const marks = reopeningMarks(messages, round);
  return {
    lang: messages.lang,
    fallbackText: `${heading}. ${state}`,
    labels: {
      linkHolds: words.linkHolds(DOWNLOAD_LINK_MINUTES),
      download: words.download,
      renewLink: words.renewLink,
      origins: NOTAT_WORDS.originsHeading,
      changes: finalBefore === undefined ? words.changes : words.changesSinceFinal(finalBefore),
      showReopen: words.showReopen,
      reopenExplained: words.reopenExplained,
      reopenReason: words.reopenReason,
      reopenPlaceholder: words.reopenPlaceholder,
      reopen: words.reopen,
      close: words.close,
      back: messages.desk.back,
    },
    heading,
    state,
    ...mention,
    hasParts: of > 1,
    parts: words.part(1, of),
    isSealed: seal !== undefined,
    sealedBy: seal === undefined ? '' : words.sealed(seal.by.name, seal.at),
    isOvertaken: newer !== undefined,
    newer: newer === undefined ? '' : words.newer(newer),
    hasMarks: marks.length > 0,
    marks,
    isUnchanged: finalBefore !== undefined && all.length === 0,
    unchanged: words.unchangedSinceFinal(finalBefore ?? 1),
    hasChanges: all.length > 0,
    changes: changeLines(words, round, changes),
    hasMoreChanges: changes.length < all.length,
    moreChanges: words.moreChanges(all.length - changes.length),
    title: notat.title,
    header: headerLines(notat).map(({ label, text }) => ({ label: `${label}: `, text })),
    hasIntroduction: introduction.length > 0,
    introduction,
    rows,
    hasOrigins: origins.length > 0,
    origins,
    hasFile: !record.isTemplateUnreadable,
    link,
    renewData: { verb: VERBS.renewLink, roundId: round.id, notatId: record.id },
    canGoBack: isFromDesk === true,
    backData: { verb: VERBS.showDesk, roundId: round.id },
    // From the overview, the round is closed there.
    canClose: round.state === 'open' && !notat.isTrial && isFromDesk !== true,
    trialButtons: endTrialButton(messages, round),
    closeData: { verb: VERBS.prepareClosing, roundId: round.id },
    // A later final notat means that the round has been reopened after this one.
    canReopen: round.state === 'closed' && record.number === round.finals,
    reopenData: { verb: VERBS.reopenRound, roundId: round.id, ...(nonce === undefined ? {} : { nonce }) },
  };
}

function partCardData(
  messages: Messages,
  notat: NotatModel,
  { rows, origins }: NotatPart,
  number: number,
  of: number,
): object {
  const heading = messages.notat.part(number, of);
  return {
    lang: messages.lang,
    fallbackText: heading,
    labels: { origins: NOTAT_WORDS.originsHeading },
    heading,
    title: notat.title,
    rows,
    hasOrigins: origins.length > 0,
    origins,
  };
}
