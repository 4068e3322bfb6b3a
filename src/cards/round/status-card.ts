import type { KnownTeam } from '../../domain/channel/known-team.js';
import { teamOf } from '../../domain/channel/reach.js';
import { nextReminders } from '../../domain/coming-reminders.js';
import { hadAnswered } from '../../domain/reply/standing.js';
import { hasPassed } from '../../domain/round/deadline.js';
import { type Desk, deskOf, type Silent, waitingOrMissing } from '../../domain/round/desk.js';
import { isCalledOff, nameOfUnreadable, type RoundDepartment, type RoundOverview } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { roundPressData, VERBS, type Verb } from '../buttons.js';
import { type CardButton, cardButton } from '../card-buttons.js';
import { literalText } from '../literal-text.js';
import { type Mention, NO_MENTION } from '../mention.js';
import { nameParagraphs } from '../name-paragraphs.js';
import { cardThatFits, type PartOf, type Shown } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { reopeningMarks } from '../round-marks.js';
import { ON_OVERVIEW, spotData } from '../spot.js';
import { deskActions, firstShown } from './desk-actions.js';
import { needLines } from './needs.js';
import { nextLine } from './plan-card.js';
import { type StatusLine, standingLine } from './status-lines.js';
import { endTrialButton } from './trial-card.js';
import { calledOffCard } from './withdrawal-card.js';

/**
 * People use this card to see what needs them, and who is missing. So the details first take a line with the name; then
 * it is left out when and by whom the others answered. Then come the details about the missing departments, then why
 * something has not arrived, then the list to choose from, where those that are missing stay the longest, and last the
 * names. The names of those to whom something has not arrived are kept the longest, and before them those that wait for
 * the secretariat, and those of departments that may be missing.
 */
const ORDER_OF_LOSS = [
  [
    { part: 'details', to: 2 },
    { part: 'details', to: 1 },
    { part: 'details', to: 0 },
    { part: 'reasons', to: 0 },
    { part: 'choices', to: 1 },
    { part: 'choices', to: 0 },
  ],
  [
    { part: 'excused', to: 0 },
    { part: 'answered', to: 0 },
    { part: 'outstanding', to: 0 },
    { part: 'unreadable', to: 0 },
    { part: 'needs', to: 0 },
    { part: 'troubled', to: 0 },
  ],
] as const;

/** How the departments of a group are shown: each with its details below or beside its name, or by name alone. */
const BELOW = 3;
const BESIDE = 2;

/**
 * The most departments that are shown one by one. Our choice, and about what a card has room for. Above it they stand by
 * team.
 */
const ONE_BY_ONE_MAX = 100;

/** With more answers, a press shows them: what can be done would be far below. Our choice: about a phone's two screens. */
const ANSWERED_SHOWN_MAX = 20;

/** The four groups of departments on the card. */
type StatusLines = Readonly<Record<'unreadable' | 'outstanding' | 'answered' | 'excused', readonly StatusLine[]>>;

type Part = PartOf<typeof ORDER_OF_LOSS>;

/**
 * The overview from which the secretariat runs a round: what needs it, how far the round is, who is missing and when they
 * are reminded, who has answered and who is excused, with a list to choose a department from and what can be done about
 * the whole round.
 *
 * @param said what the last press did
 * @param mention of the person who must act; nobody on a card that answers a person
 * @param teams the teams that have the bot, where the card is to say which departments cannot be reached
 */
export function statusCard(
  render: CardRenderer,
  messages: Messages,
  overview: RoundOverview,
  now: Date,
  nonce: string,
  said?: string,
  mention: Mention = NO_MENTION,
  teams: readonly KnownTeam[] = [],
): Card {
  const { status, desk: words, trouble: troubleWords } = messages;
  const { round } = overview;
  if (isCalledOff(round.state)) return calledOffCard(render, messages, round, answeredIn(overview));
  const { ask } = round.plan;
  const desk = deskOf(overview, now);
  const marks = reopeningMarks(messages, round);
  const { answered, outstanding, excused, unreadable, asked } = desk.progress;
  const progress = status.progress(answered.length, asked);
  const deadline = deadlineLine(messages, overview, desk, now);
  const isReminding = round.state === 'open' && !ask.isTrial && outstanding.length > 0;
  const nextReminder = isReminding ? nextLine(messages, desk.coming) : '';
  const troubled = overview.departments.filter(({ trouble }) => trouble !== undefined);
  const troubledNames = [
    ...(round.trouble === undefined ? [] : [troubleWords.toSecretariat]),
    ...troubled.map(({ department }) => department.name),
  ];
  const needing = desk.needs.flatMap(({ department }) => ('department' in department ? [department] : []));
  const [chosen] = [...needing, ...outstanding, ...overview.departments];
  const lines = linesOf(messages, overview, desk, teams);
  const needs = needLines(messages, overview, desk, nonce);
  const whole: Shown<Part> = {
    // By team there are names alone.
    details: isByTeam(desk) ? 0 : BELOW,
    reasons: 1,
    choices: 2,
    excused: excused.length,
    answered: answered.length,
    outstanding: outstanding.length,
    unreadable: unreadable.length,
    needs: needing.length,
    troubled: troubledNames.length,
  };
  const has = {
    hasMarks: marks.length > 0,
    hasSaid: said !== undefined,
    hasNeeds: needs.decisions.length > 0,
    hasTroubles: needs.troubles.length > 0,
    hasUnreadable: unreadable.length > 0,
    hasOutstanding: outstanding.length > 0,
    hasAnswered: answered.length > 0,
    hasExcused: excused.length > 0,
  };
  // There is no space between two coloured containers. There is space between plain text and a container.
  const below = (...above: readonly boolean[]) => (above.includes(true) ? 'None' : 'Medium');
  const isNeeded = has.hasNeeds || has.hasTroubles || has.hasUnreadable;
  const actions = firstShown([
    ...ownButtons(messages, overview, nonce),
    ...deskActions(messages, overview, now, nonce),
  ]);
  return cardThatFits(ORDER_OF_LOSS, whole, (shown) => {
    const choices = choicesOf(overview, desk, shown.choices);
    const canFind = choices.length < overview.departments.length;
    const isSaidAbove = has.hasSaid && !isNeeded && !canFind;
    const { decisions, troubles } = needLines(messages, overview, desk, nonce, shown.needs);
    return render('status', {
      lang: messages.lang,
      fallbackText: `${status.heading}: ${progress}. ${deadline}`,
      labels: {
        needs: words.needs,
        chooseBelow: choices.length > 0 ? words.choose : messages.finding.openThere,
        troubles: troubleWords.heading,
        howToSend: troubleWords.howToSend,
        unreadable: status.unreadable,
        unreadableExplained: status.unreadableExplained,
        answered: status.answered,
        showAnswered: words.showAnswered(answered.length),
        outstanding: status.outstanding,
        excused: status.excused,
        choose: status.choose,
        show: status.show,
      },
      progress,
      title: ask.title,
      hasBar: asked > 0,
      bar: barOf(answered.length, asked),
      deadline,
      isReminding,
      nextReminder,
      said: said ?? '',
      ...mention,
      ...has,
      marks,
      isNeeded,
      isChosenBelow: needs.isChosenBelow && overview.departments.length > 0,
      needs: decisions,
      troublesSpacing: has.hasNeeds ? 'None' : 'Small',
      unreadableSpacing: has.hasNeeds || has.hasTroubles ? 'None' : 'Small',
      outstandingSpacing: below(isSaidAbove),
      answeredSpacing: below(isSaidAbove, has.hasOutstanding),
      excusedSpacing: below(isSaidAbove, has.hasOutstanding, has.hasAnswered),
      troubles: shown.reasons === 1 ? troubles : withoutButtons(onlyNames(troubledNames, shown.troubled)),
      isSendable: choices.length > 0 && troubled.length > 0,
      ...shownLines(messages, lines, desk, shown, teams),
      isAnsweredHidden: answered.length > ANSWERED_SHOWN_MAX,
      isAnsweredShown: answered.length <= ANSWERED_SHOWN_MAX,
      hasChoices: choices.length > 0,
      choices: choices.map(({ department: { id, name } }) => ({ id, title: literalText(name) })),
      chosen: chosen?.department.id ?? '',
      // The department's id comes from the list, so it is not in the data.
      showData: { verb: VERBS.showDepartment, roundId: round.id, nonce, ...spotData(ON_OVERVIEW) },
      canFind,
      findActions: [cardButton(findButton(messages, overview, nonce))],
      actions,
    });
  }).card;
}

/** The deadline, and in an open round how long it is until then. */
function deadlineLine({ status, desk: words }: Messages, { round }: RoundOverview, { time }: Desk, now: Date): string {
  const { deadline } = round.plan.ask;
  const whole = status.deadline(deadline, hasPassed(deadline, now));
  if (round.state === 'open') return `${whole} ${words.timeLeft(time)}`;
  const { closedAt, finals } = round;
  const isClosed = round.state === 'closed' && closedAt !== undefined && !round.plan.ask.isTrial;
  return isClosed ? `${whole} ${words.list.closed(closedAt, finals)}.` : whole;
}

/** Two columns, as wide as there are answers and as many are missing. The heading says the same in words. */
function barOf(answered: number, asked: number): readonly object[] {
  return [
    { width: answered, style: 'good' },
    { width: asked - answered, style: 'emphasis' },
  ].filter(({ width }) => width > 0);
}

/**
 * What can be chosen in the list. Those that wait for the secretariat or are missing come first where there is not room
 * for all, and then there are no others.
 */
function choicesOf({ departments }: RoundOverview, desk: Desk, level: number): readonly RoundDepartment[] {
  if (level === 2) return departments;
  const wanted = new Set(waitingOrMissing(desk));
  return level === 1 ? departments.filter((department) => wanted.has(department)) : [];
}

/** For a round of which the list has not all departments. */
function findButton({ finding }: Messages, { round }: RoundOverview, nonce: string): CardButton {
  const verb = VERBS.findDepartment;
  const data = roundPressData(verb, round.id, nonce, ON_OVERVIEW);
  return { title: finding.open, verb, data, associatedInputs: 'none' };
}

/** How many had answered before the round was called off. Not all departments may have been told yet. */
function answeredIn({ departments, withdrawn }: RoundOverview): number {
  return [...departments, ...withdrawn].filter(hadAnswered).length;
}

/** What can be done about what has not been delivered to the secretariat itself, and about a trial. */
function ownButtons(messages: Messages, { round }: RoundOverview, nonce: string): readonly CardButton[] {
  const { trouble: words } = messages;
  const button = (title: string, verb: Verb): CardButton => ({
    title,
    verb,
    data: roundPressData(verb, round.id, nonce),
    associatedInputs: 'none',
  });
  return [
    ...(round.trouble === undefined ? [] : [button(words.sendAgainHere, VERBS.sendAgain)]),
    ...(round.trouble?.fate === 'uncertain' ? [button(words.arrivedHere, VERBS.markArrived)] : []),
    ...endTrialButton(messages, round),
  ];
}

function linesOf(
  messages: Messages,
  overview: RoundOverview,
  { progress, silent, coming }: Desk,
  teams: readonly KnownTeam[],
): StatusLines {
  const { answered, excused, unreadable } = progress;
  const next = nextReminders(coming)?.at;
  return {
    unreadable: unreadable.map((department) => ({ name: nameOfUnreadable(department), details: [] })),
    outstanding: silent.map((each) => silentLine(messages, overview, each, next, teams)),
    answered: answered.map((department) => {
      const { name, details } = standingLine(messages, department, teams);
      const number = department.reply?.number ?? 1;
      return { name, details: number > 1 ? [...details, { text: messages.desk.version(number) }] : details };
    }),
    excused: excused.map((department) => standingLine(messages, department, teams)),
  };
}

/** The line about a silent department. When it is reminded next is said where it is not when the others are. */
function silentLine(
  messages: Messages,
  { round }: RoundOverview,
  { department, isWaiting, last, next }: Silent,
  usual: Date | 'now' | undefined,
  teams: readonly KnownTeam[],
): StatusLine {
  const { desk: words } = messages;
  const line = standingLine(messages, department, teams);
  const isOther = round.state === 'open' && !isWaiting && usual !== undefined && next?.valueOf() !== usual.valueOf();
  const reminders = [
    ...(last === undefined ? [] : [words.reminded(last.number, last.at)]),
    ...(isOther ? [next === undefined ? words.noneComing : words.next(next)] : []),
  ];
  const isOwn = department.ask.deadline !== round.plan.ask.deadline;
  const also = [
    ...(isOwn ? [words.ownDeadline(department.ask.deadline)] : []),
    ...(reminders.length === 0 ? [] : [reminders.join(', ')]),
  ];
  return { ...line, details: [...line.details, ...also.map((text) => ({ text }))] };
}

/** The lines, reduced to the details or the number of names that `shown` allows. */
function shownLines(
  messages: Messages,
  lines: StatusLines,
  desk: Desk,
  shown: Shown<Part>,
  teams: readonly KnownTeam[],
): StatusLines {
  const asNames = (group: 'outstanding' | 'answered' | 'excused') =>
    isByTeam(desk)
      ? teamLines(messages, desk.progress[group], shown[group], teams)
      : onlyNames(lines[group].map(bareName), shown[group]);
  const unreadable = onlyNames(lines.unreadable.map(bareName), shown.unreadable);
  const beside = (group: keyof StatusLines) => lines[group].map((line) => ({ name: lineText(line), details: [] }));
  if (shown.details === 0)
    return {
      unreadable,
      outstanding: asNames('outstanding'),
      answered: asNames('answered'),
      excused: asNames('excused'),
    };
  if (shown.details === BELOW) return lines;
  if (shown.details === BESIDE)
    return { unreadable, outstanding: beside('outstanding'), answered: beside('answered'), excused: beside('excused') };
  return { unreadable, outstanding: beside('outstanding'), answered: asNames('answered'), excused: asNames('excused') };
}

/** Whether the departments stand by team, since they are too many to be shown one by one. */
function isByTeam({ progress: { answered, excused, outstanding } }: Desk): boolean {
  return answered.length + excused.length + outstanding.length > ONE_BY_ONE_MAX;
}

/** The names by team, a line for each, in the notat's order; one line where it is not known which teams they are of. */
function teamLines(
  { desk: words }: Messages,
  departments: readonly RoundDepartment[],
  names: number,
  teams: readonly KnownTeam[],
): readonly StatusLine[] {
  const groups = new Map<KnownTeam | undefined, string[]>();
  for (const { address, department } of departments) {
    const team = teamOf(address, teams);
    groups.set(team, [...(groups.get(team) ?? []), department.name]);
  }
  if (groups.size === 1)
    return onlyNames(
      departments.map(({ department }) => department.name),
      names,
    );
  let left = names;
  return [...groups].map(([team, of]) => {
    const shown = Math.min(left, of.length);
    left -= shown;
    const text = [...of.slice(0, shown), ...(shown < of.length ? ['…'] : [])].join(' · ');
    return { name: words.team(team?.name, of.length), details: [{ text }] };
  });
}

function onlyNames(names: readonly string[], shown: number): readonly StatusLine[] {
  return nameParagraphs(names, shown).map(({ text: name }) => ({ name, details: [] }));
}

function withoutButtons(lines: readonly StatusLine[]): readonly object[] {
  return lines.map((line) => ({ ...line, buttons: [] }));
}

function bareName({ name }: StatusLine): string {
  return name;
}

function lineText({ name, details }: StatusLine): string {
  return [name, ...details.map(({ text }) => text)].join(': ');
}
