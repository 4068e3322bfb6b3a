import { HEADER_FIELD_NAMES } from '../../domain/notat/notat-header.js';
import type { Round, RoundPlan } from '../../domain/round/round.js';
import type { NotReached, TriedChannels } from '../../domain/round/tried-channels.js';
import { toBlocks } from '../../domain/text/blocks.js';
import type { Messages } from '../../text/messages.js';
import { VERBS } from '../buttons.js';
import { nameParagraphs } from '../name-paragraphs.js';
import { cardThatFits } from '../order-of-loss.js';
import { type CardParagraph, cardParagraphs, MANY_PARAGRAPHS } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';

/**
 * Only names are shortened: first those of all departments, which were on the form before, and then those of whom nothing
 * is known. The other texts are what people must check here.
 */
const ORDER_OF_LOSS = [
  [
    { part: 'names', to: 0 },
    { part: 'notTried', to: 0 },
    { part: 'notReached', to: 0 },
  ],
] as const;

/** What the preview shows besides the plan. */
export interface Previewed {
  readonly tried: TriedChannels;
  /** Tells a press on this card from presses on other cards. */
  readonly nonce: string;
  /** What the last press did; left out where it did what the card shows. */
  readonly said?: string;
}

/**
 * Shows what will be sent when the round is started, and to whom; and who of them cannot be reached, with what to do
 * about it.
 */
export function roundPreviewCard(
  render: CardRenderer,
  messages: Messages,
  round: Round,
  { tried, nonce, said }: Previewed,
): Card {
  const { roundPreview, request, reminderPlan } = messages;
  const { ask, introduction, invitations } = round.plan;
  const paragraphs = cardParagraphs(toBlocks(introduction), MANY_PARAGRAPHS);
  const header = headerLines(messages, round.plan);
  const names = invitations.map(({ department }) => department.name);
  const { notReached, notTried } = tried;
  const hasNotReached = notReached.length > 0;
  const hasNotTried = notTried.length > 0;
  const whole = { names: names.length, notTried: notTried.length, notReached: notReached.length };
  return cardThatFits(ORDER_OF_LOSS, whole, (shown) =>
    render('round-preview', {
      lang: messages.lang,
      fallbackText: roundPreview.heading,
      labels: {
        heading: roundPreview.heading,
        nothingSent: roundPreview.nothingSent,
        recipients: roundPreview.recipients(invitations.length),
        allTried: roundPreview.allTried(invitations.length),
        notReached: roundPreview.notReached(notReached.length),
        startedAnyway: roundPreview.startedAnyway,
        notTried: roundPreview.notTried(notTried.length),
        tryAgain: roundPreview.tryAgain,
        card: roundPreview.card,
        report: request.report,
        question: request.question,
        deadline: request.deadline(ask.deadline),
        reminders: roundPreview.reminders,
        introduction: roundPreview.introduction,
        noIntroduction: roundPreview.noIntroduction,
        header: roundPreview.header,
        previous: roundPreview.previous,
        start: roundPreview.start,
        tryRound: roundPreview.tryRound,
        edit: roundPreview.edit,
        readReport: request.readReport,
      },
      hasSaid: said !== undefined,
      said: said ?? '',
      departments: nameParagraphs(names, shown.names),
      isAllReached: !hasNotReached && !hasNotTried,
      hasNotReached,
      notReached: notReachedLines(messages, notReached, shown.notReached),
      hasNotTried,
      // There is no space between two coloured containers.
      notTriedSpacing: hasNotReached ? 'None' : 'Medium',
      notTried: inOneLine(notTried, shown.notTried),
      canTryAgain: hasNotReached || hasNotTried,
      title: ask.title,
      report: ask.report,
      question: cardParagraphs(toBlocks(ask.question), MANY_PARAGRAPHS),
      hasLink: ask.reportLink !== undefined,
      reportLink: ask.reportLink ?? '',
      reminders: `${reminderPlan.plan(round.plan.reminders)}.`,
      hasIntroduction: paragraphs.length > 0,
      hasNoIntroduction: paragraphs.length === 0,
      introduction: paragraphs,
      hasPrevious: round.plan.previousRound !== undefined,
      hasHeader: header.length > 0,
      header,
      tryAgainData: { verb: VERBS.tryChannels, roundId: round.id, nonce },
      startData: { verb: VERBS.startRound, roundId: round.id },
      tryData: { verb: VERBS.tryRound, roundId: round.id, nonce },
      editData: { verb: VERBS.editRound, roundId: round.id },
    }),
  ).card;
}

function headerLines({ roundForm }: Messages, { header, showOrigins }: RoundPlan): readonly CardParagraph[] {
  const filled = HEADER_FIELD_NAMES.filter((field) => header[field] !== '');
  const lines = filled.map((field) => ({ text: `${roundForm[field]}: ${header[field]}` }));
  return [...lines, ...(showOrigins ? [{ text: roundForm.showOrigins }] : [])];
}

/** Those together about whom the same must be done. */
function notReachedLines({ roundPreview }: Messages, notReached: readonly NotReached[], shown: number) {
  const lines = new Map<string, string[]>();
  for (const { department, why, team } of notReached.slice(0, shown)) {
    const said = roundPreview.why[why](team);
    lines.set(said, [...(lines.get(said) ?? []), department]);
  }
  const all = [...lines].map(([why, names]) => ({ names: names.join(' · '), why }));
  return shown < notReached.length ? [...all, { names: '…', why: '' }] : all;
}

function inOneLine(names: readonly string[], shown: number): string {
  return [...names.slice(0, shown), ...(shown < names.length ? ['…'] : [])].join(' · ');
}
