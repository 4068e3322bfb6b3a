import type { KnownTeam } from '../../domain/channel/known-team.js';
import { hasPassed } from '../../domain/round/deadline.js';
import { progressOf } from '../../domain/round/progress.js';
import { isCalledOff, nameOfUnreadable, type RoundDepartment, type RoundOverview } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { roundPressData, VERBS, type Verb } from '../buttons.js';
import { literalText } from '../literal-text.js';
import { type Mention, NO_MENTION } from '../mention.js';
import { nameParagraphs } from '../name-paragraphs.js';
import { cardThatFits, type PartOf, type Shown } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { nextLine } from './plan-card.js';
import { type StatusLine, standingLine, troubleLines } from './status-lines.js';
import { endTrialButton } from './trial-card.js';
import { calledOffCard } from './withdrawal-card.js';

/**
 * People use this card to see who is missing. So the first thing that is left out is when and by whom the others
 * answered. Then come the details about the missing departments, then why something has not arrived, then the list to
 * choose from, and last the names. The names of those to whom something has not arrived are kept the longest, and before
 * them those of departments that may be missing.
 */
const ORDER_OF_LOSS = [
  [
    { part: 'details', to: 1 },
    { part: 'details', to: 0 },
    { part: 'reasons', to: 0 },
    { part: 'choices', to: 0 },
  ],
  [
    { part: 'excused', to: 0 },
    { part: 'answered', to: 0 },
    { part: 'outstanding', to: 0 },
    { part: 'unreadable', to: 0 },
    { part: 'troubled', to: 0 },
  ],
] as const;

/** The four groups of departments on the card. */
type StatusLines = Readonly<Record<'unreadable' | 'outstanding' | 'answered' | 'excused', readonly StatusLine[]>>;

type Part = PartOf<typeof ORDER_OF_LOSS>;

/**
 * Shows what has not arrived, who has answered, who has not, and who is excused, with a list to choose a department
 * from.
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
  const { status, trouble: words } = messages;
  const { round } = overview;
  if (isCalledOff(round.state)) return calledOffCard(render, messages, round, answeredIn(overview));
  const { ask } = round.plan;
  const { answered, outstanding, excused, unreadable, asked } = progressOf(overview);
  const progress = status.progress(answered.length, asked);
  const deadline = status.deadline(ask.deadline, hasPassed(ask.deadline, now));
  const isReminding = round.state === 'open' && !ask.isTrial && outstanding.length > 0;
  const nextReminder = isReminding ? nextLine(messages, overview, now) : '';
  const troubled = overview.departments.filter(({ trouble }) => trouble !== undefined);
  const [chosen] = [...troubled, ...outstanding, ...overview.departments];
  const toLine = (department: RoundDepartment) => standingLine(messages, department, teams);
  const lines: StatusLines = {
    unreadable: unreadable.map((department) => ({ name: nameOfUnreadable(department), details: [] })),
    outstanding: outstanding.map(toLine),
    answered: answered.map(toLine),
    excused: excused.map(toLine),
  };
  const troubles = troubleLines(messages, overview);
  const troubledNames = [
    ...(round.trouble === undefined ? [] : [words.toSecretariat]),
    ...troubled.map(({ department }) => department.name),
  ];
  const whole: Shown<Part> = {
    details: 2,
    reasons: 1,
    choices: 1,
    excused: excused.length,
    answered: answered.length,
    outstanding: outstanding.length,
    unreadable: unreadable.length,
    troubled: troubledNames.length,
  };
  const has = {
    hasSaid: said !== undefined,
    hasTroubles: troubles.length > 0,
    hasUnreadable: unreadable.length > 0,
    hasOutstanding: outstanding.length > 0,
    hasAnswered: answered.length > 0,
    hasExcused: excused.length > 0,
  };
  // There is no space between two coloured containers. There is space between plain text and a container.
  const below = (...above: readonly boolean[]) => (above.includes(true) ? 'None' : 'Medium');
  return cardThatFits(ORDER_OF_LOSS, whole, (shown) =>
    render('status', {
      lang: messages.lang,
      fallbackText: `${status.heading}: ${progress}. ${deadline}`,
      labels: {
        troubles: words.heading,
        howToSend: words.howToSend,
        unreadable: status.unreadable,
        unreadableExplained: status.unreadableExplained,
        answered: status.answered,
        outstanding: status.outstanding,
        excused: status.excused,
        choose: status.choose,
        show: status.show,
      },
      progress,
      title: ask.title,
      deadline,
      isReminding,
      nextReminder,
      said: said ?? '',
      ...mention,
      ...has,
      troublesSpacing: below(has.hasSaid),
      unreadableSpacing: below(has.hasSaid, has.hasTroubles),
      outstandingSpacing: below(has.hasSaid, has.hasTroubles, has.hasUnreadable),
      answeredSpacing: below(has.hasSaid, has.hasTroubles, has.hasUnreadable, has.hasOutstanding),
      excusedSpacing: below(has.hasSaid, has.hasTroubles, has.hasUnreadable, has.hasOutstanding, has.hasAnswered),
      troubles: shown.reasons === 1 ? troubles : onlyNames(troubledNames, shown.troubled),
      isSendable: shown.choices === 1 && troubled.length > 0,
      ...shownLines(lines, shown),
      hasChoices: shown.choices === 1 && overview.departments.length > 0,
      choices: overview.departments.map(({ department: { id, name } }) => ({ id, title: literalText(name) })),
      chosen: chosen?.department.id ?? '',
      buttons: ownButtons(messages, overview, nonce),
      // The department's id comes from the list, so it is not in the data.
      showData: { verb: VERBS.showDepartment, roundId: round.id, nonce },
    }),
  ).card;
}

/** How many had answered before the round was called off. Not all departments may have been told yet. */
function answeredIn({ departments, withdrawn }: RoundOverview): number {
  return [...departments, ...withdrawn].filter(({ reply, sentBack }) => reply !== undefined && sentBack === undefined)
    .length;
}

/** What can be done about what has not been delivered to the secretariat itself, and about a trial. */
function ownButtons(messages: Messages, { round }: RoundOverview, nonce: string): readonly object[] {
  const { trouble: words } = messages;
  const button = (title: string, verb: Verb) => ({ title, verb, data: roundPressData(verb, round.id, nonce) });
  return [
    ...(round.trouble === undefined ? [] : [button(words.sendAgainHere, VERBS.sendAgain)]),
    ...(round.trouble?.fate === 'uncertain' ? [button(words.arrivedHere, VERBS.markArrived)] : []),
    ...endTrialButton(messages, round),
  ];
}

/** The lines, reduced to the details or the number of names that `shown` allows. */
function shownLines(lines: StatusLines, shown: Shown<Part>): StatusLines {
  if (shown.details === 2) return lines;
  const short = (group: keyof StatusLines, text: (line: StatusLine) => string) =>
    onlyNames(lines[group].map(text), shown[group]);
  return {
    unreadable: short('unreadable', bareName),
    outstanding: shown.details === 1 ? lines.outstanding : short('outstanding', lineText),
    answered: short('answered', bareName),
    excused: short('excused', bareName),
  };
}

function onlyNames(names: readonly string[], shown: number): readonly StatusLine[] {
  return nameParagraphs(names, shown).map(({ text: name }) => ({ name, details: [] }));
}

function bareName({ name }: StatusLine): string {
  return name;
}

function lineText({ name, details }: StatusLine): string {
  return [name, ...details.map(({ text }) => text)].join(': ');
}
