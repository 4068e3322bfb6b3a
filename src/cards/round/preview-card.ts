import { compileSources, type NotatModel, unansweredSource } from '../../domain/notat/notat.js';
import { danishDayOf, readDay, readTimeOfDay } from '../../domain/round/deadline.js';
import type { DeadlineValues } from '../../domain/round/deadline-values.js';
import { deadlineWarnings } from '../../domain/round/deadline-warnings.js';
import { seenIn } from '../../domain/round/plan-shown.js';
import { askedDepartment, type PreviousReply, type Round } from '../../domain/round/round.js';
import type { NotReached, TriedChannels } from '../../domain/round/tried-channels.js';
import { addWorkingDays, type WorkCalendar } from '../../domain/round/working-days.js';
import type { Messages } from '../../text/messages.js';
import { headerLines, noReplyWords, statusWords } from '../../text/notat/notat-words.js';
import { VERBS } from '../buttons.js';
import { type CardButton, cardButton } from '../card-buttons.js';
import { nameParagraphs } from '../name-paragraphs.js';
import { cardThatFits } from '../order-of-loss.js';
import { cardParagraphs, MANY_PARAGRAPHS } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import { requestCard } from '../reply/request-card.js';
import { picturedCard } from './pictured-card.js';

/**
 * First go rows of the empty notat, which are all alike, and the names of all departments, which were on the form before;
 * then the earlier reply, and the names of those of whom nothing is known. The other texts are what people must check.
 */
const ORDER_OF_LOSS = [
  [
    { part: 'rows', to: 0 },
    { part: 'names', to: 0 },
    { part: 'previous', to: 0 },
    { part: 'notTried', to: 0 },
    { part: 'notReached', to: 0 },
  ],
] as const;

/** What the preview shows besides the plan. */
export interface Previewed {
  readonly tried: TriedChannels;
  /** The earlier round whose replies the departments can see, and that of the first of them. */
  readonly previous: { readonly title: string; readonly reply: PreviousReply | undefined } | undefined;
  readonly now: Date;
  /** Tells a press on this card from presses on other cards. */
  readonly nonce: string;
  /** What the last press did; left out where it did what the card shows. */
  readonly said?: string;
  /** What was sent as a later start, and why the round cannot start then. */
  readonly wrongStart?: { readonly problem: string; readonly values: DeadlineValues };
}

/**
 * Shows what will be sent when the round is started, and to whom: the card itself, as the first department gets it, and
 * the notat as it is before anybody has answered. It says who cannot be reached, and what speaks against the deadline,
 * with what to do about it.
 */
export function roundPreviewCard(
  render: CardRenderer,
  messages: Messages,
  round: Round,
  { tried, previous, now, nonce, said, wrongStart }: Previewed,
): Card {
  const { roundPreview, reminderPlan, planning } = messages;
  const { ask, invitations, startAt } = round.plan;
  const names = invitations.map(({ department }) => department.name);
  const { notReached, notTried } = tried;
  const hasNotReached = notReached.length > 0;
  const hasNotTried = notTried.length > 0;
  const startsOn = danishDayOf(startAt?.at ?? now);
  const warnings = deadlineWarnings(ask.deadline, startsOn, ask.calendar);
  const notat = emptyNotat(round, now);
  const introduction = cardParagraphs(notat.introduction, MANY_PARAGRAPHS);
  const whole = {
    names: names.length,
    rows: Math.min(notat.rows.length, ROWS_SHOWN),
    previous: previous?.reply === undefined ? 0 : 1,
    notTried: notTried.length,
    notReached: notReached.length,
  };
  return cardThatFits(ORDER_OF_LOSS, whole, (shown) =>
    render('round-preview', {
      lang: messages.lang,
      fallbackText: roundPreview.heading,
      labels: {
        heading: roundPreview.heading,
        nothingSent: roundPreview.nothingSent,
        startsAt: startAt === undefined ? '' : planning.startsAt(startAt.at),
        warnings: planning.warningsHeading,
        recipients: roundPreview.recipients(invitations.length),
        allTried: roundPreview.allTried(invitations.length),
        notReached: roundPreview.notReached(notReached.length),
        startedAnyway: roundPreview.startedAnyway,
        notTried: roundPreview.notTried(notTried.length),
        tryAgain: roundPreview.tryAgain,
        card: roundPreview.card,
        reminders: roundPreview.reminders,
        notat: planning.notatHeading,
        noIntroduction: roundPreview.noIntroduction,
        origins: messages.roundForm.showOrigins,
        showStartLater: planning.showStartLater,
        startDay: planning.startDay,
        startTime: planning.startTime,
      },
      hasSaid: said !== undefined,
      said: said ?? '',
      isStartPutOff: startAt !== undefined,
      decidedBy: startAt === undefined ? '' : planning.decidedBy(startAt.by.name),
      hasWarnings: warnings.length > 0,
      // There is no space between two coloured containers.
      warningsSpacing: startAt === undefined && said === undefined ? 'Medium' : 'None',
      warnings: warnings.map((warning) => ({ text: planning.warning(warning) })),
      departments: nameParagraphs(names, shown.names),
      isAllReached: !hasNotReached && !hasNotTried,
      hasNotReached,
      notReached: notReachedLines(messages, notReached, shown.notReached),
      hasNotTried,
      notTriedSpacing: hasNotReached ? 'None' : 'Medium',
      notTried: inOneLine(notTried, shown.notTried),
      canTryAgain: hasNotReached || hasNotTried,
      requestBody: requestBody(
        render,
        messages,
        round,
        startAt?.at ?? now,
        shown.previous > 0 ? previous?.reply : undefined,
      ),
      hasPrevious: previous !== undefined,
      previous: previous === undefined ? '' : planning.previousShown(previous.title),
      reminders: `${reminderPlan.plan(round.plan.reminders)}.`,
      title: notat.title,
      header: headerLines(notat).map(({ label, text }) => ({ label: `${label}: `, text })),
      status: [statusWords(notat)].map((text) => ({ text })),
      hasNoIntroduction: introduction.length === 0,
      introduction,
      rows: notatRows(notat, shown.rows),
      hasOrigins: round.plan.showOrigins,
      canStartLater: startAt === undefined,
      isStartLaterShown: wrongStart !== undefined,
      start: startValues(wrongStart?.values, now, ask.calendar),
      startProblems: wrongStart === undefined ? [] : [{ text: wrongStart.problem }],
      startLaterActions: [
        cardButton({ title: planning.startLater, verb: VERBS.startLater, data: { roundId: round.id, nonce } }),
      ],
      tryAgainData: { verb: VERBS.tryChannels, roundId: round.id, nonce },
      actions: actionsOf(messages, round, nonce),
    }),
  ).card;
}

/** How many rows of the empty notat are shown. Our choice: they are all alike, so two tell what the others are. */
const ROWS_SHOWN = 2;

/** The card as the first department gets it, as a picture. */
function requestBody(
  render: CardRenderer,
  messages: Messages,
  { id, plan }: Round,
  askedAt: Date,
  previous: PreviousReply | undefined,
): readonly object[] {
  const [first] = plan.invitations;
  if (first === undefined) return [];
  const { department, address } = first;
  const asked = askedDepartment({ roundId: id, department, position: 0, address, ask: plan.ask, askedAt, previous });
  // The card that mentions people says the same in other words. Here, nobody is mentioned.
  const card = requestCard(render, messages, asked, { kind: 'resumed', typed: '' }, NO_NONCE);
  return picturedCard(messages, card);
}

/** Nothing in a picture can be pressed. */
const NO_NONCE = 'x';

/** The notat as it is before anybody has answered. */
function emptyNotat({ plan }: Round, now: Date): NotatModel {
  const sources = plan.invitations.map(({ department: { name } }) => unansweredSource(name));
  return compileSources(plan, sources, now);
}

function notatRows(
  notat: NotatModel,
  shown: number,
): readonly { readonly department: string; readonly text: string }[] {
  const rows = notat.rows.slice(0, shown).map((row) => {
    const words = row.answer.kind === 'reply' ? '' : noReplyWords(row.answer, notat);
    return { department: row.department, text: `: ${words}` };
  });
  return shown < notat.rows.length ? [...rows, { department: '…', text: '' }] : rows;
}

/** What was sent; or, at first, the morning of the next working day. */
function startValues(sent: DeadlineValues | undefined, now: Date, calendar: WorkCalendar) {
  if (sent !== undefined) return { day: readDay(sent.deadline) ?? '', time: readTimeOfDay(sent.deadlineTime) ?? '' };
  return { day: addWorkingDays(danishDayOf(now), 1, calendar), time: MORNING };
}

/** Our choice: when people are at work, and have the day before them. */
const MORNING = '09:00';

function actionsOf(messages: Messages, round: Round, nonce: string): readonly object[] {
  const { roundPreview, planning, request } = messages;
  const { id, plan } = round;
  const { reportLink } = plan.ask;
  const [start, edit] = [
    {
      verb: VERBS.startRound,
      data: { roundId: id, ...seenIn(round) },
      style: 'positive',
    },
    { title: roundPreview.edit, verb: VERBS.editRound, data: { roundId: id } },
  ] as const;
  const tryRound = { title: roundPreview.tryRound, verb: VERBS.tryRound, data: { roundId: id, nonce } } as const;
  const cancel = { title: planning.cancelStart, verb: VERBS.cancelLaterStart, data: { roundId: id, nonce } } as const;
  const buttons: readonly CardButton[] =
    plan.startAt === undefined
      ? [{ ...start, title: roundPreview.start }, tryRound, edit]
      : [{ ...start, title: planning.startNow }, cancel, edit, { ...tryRound, mode: 'secondary' }];
  const read = { type: 'Action.OpenUrl', title: request.readReport, url: reportLink ?? '', mode: 'secondary' };
  return [
    ...buttons.map((each) => cardButton({ ...each, associatedInputs: 'none' })),
    ...(reportLink === undefined ? [] : [read]),
  ];
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
