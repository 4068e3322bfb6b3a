import {
  type ComingReminder,
  comingReminders,
  nextReminders,
  remindedIn,
  sparedOf,
} from '../../domain/coming-reminders.js';
import { type Duty, dutiesOf, type RemindDuty } from '../../domain/duties.js';
import { chasesOf, withReminder } from '../../domain/reply/reminder.js';
import { dayOf, hasPassed } from '../../domain/round/deadline.js';
import {
  planName,
  type ReminderPlanProblem,
  type ReminderPlanValues,
  reminderPlanValues,
} from '../../domain/round/reminder-plan.js';
import { nameOfUnreadable, type RoundDepartment, type RoundOverview } from '../../domain/round/round.js';
import { isWorkingHour } from '../../domain/round/working-hours.js';
import type { Messages } from '../../text/messages.js';
import { capitalised } from '../../text/number-words.js';
import type { DueReminder, RemindedWords } from '../../text/round/reminder-plan-words.js';
import { VERBS } from '../buttons.js';
import { cardThatFits } from '../order-of-loss.js';
import type { CardParagraph } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import { ASKS_REMINDERS, reminderFields } from './reminder-fields.js';
import type { StatusLine } from './status-lines.js';

/** The numbers stand above the names, so the names can be left out. Each list keeps its first ones the longest. */
const ORDER_OF_LOSS = [[{ part: 'names', to: 0 }]] as const;

/** How many times of reminding are listed. Our choice: the first reminders, and the one that names the director. */
const COMING_SHOWN = 8;

/** Between the names of departments. */
const BETWEEN = ' · ';

interface Section {
  readonly heading: string;
  readonly lines: readonly StatusLine[];
}

/** What the last press came to. */
export interface PlanPress {
  /** What is wrong with the choice, or has come in between, or what was done. */
  readonly said: string;
  readonly isDone: boolean;
  /** The fields as they were sent, where they are to be shown again. */
  readonly values?: ReminderPlanValues;
}

/**
 * Shows which departments are reminded when, as it is now, and lets the secretariat change the plan. Where the round is
 * not open, nobody is reminded and nothing can be changed.
 */
export function planCard(
  render: CardRenderer,
  messages: Messages,
  overview: RoundOverview,
  now: Date,
  nonce: string,
  press?: PlanPress,
): Card {
  const { reminderPlan: words, status } = messages;
  const { round } = overview;
  const { ask, reminders } = round.plan;
  const isOpen = round.state === 'open';
  const coming = comingReminders(overview, now);
  const lines = [
    status.deadline(ask.deadline, hasPassed(ask.deadline, now)),
    `${words.plan(reminders)}.`,
    ...(isOpen ? (coming.length === 0 ? [words.noneComing] : []) : [words.whyNothing.closed]),
  ];
  const values = press?.values ?? reminderPlanValues(reminders);
  return cardThatFits(ORDER_OF_LOSS, { names: overview.departments.length }, (shown) =>
    render('reminder-plan', {
      lang: messages.lang,
      fallbackText: `${words.heading}: ${words.plan(reminders)}.`,
      heading: words.heading,
      title: ask.title,
      lines: lines.map((text) => ({ text })),
      hasSaid: press !== undefined,
      saidStyle: press?.isDone === true ? 'good' : 'attention',
      said: press === undefined ? [] : [{ text: press.said }],
      sections: [
        ...(isOpen
          ? [comingSection(messages, coming, shown.names), ownDeadlines(messages, overview, shown.names)]
          : []),
        ...(isOpen ? [sparedSection(messages, overview, shown.names), directors(messages, overview, shown.names)] : []),
        sentSection(messages, overview, shown.names),
      ].filter((section) => section.lines.length > 0),
      hasFields: isOpen,
      reminders: reminderFields(messages, values),
      save: words.save,
      saveData: {
        verb: VERBS.savePlan,
        roundId: round.id,
        nonce,
        planSeen: planName(reminders),
        ...ASKS_REMINDERS,
      },
    }),
  ).card;
}

/** The sentence about a choice that is not a plan. */
export function planProblems({ reminderPlan }: Messages, problems: readonly ReminderPlanProblem[]): string {
  return problems.map(reminderPlan.problem).join(' ');
}

/** When who is reminded. Names stand only where they are not the same as in the line before. */
function comingSection({ reminderPlan: words }: Messages, coming: readonly ComingReminder[], names: number): Section {
  const shown = coming.slice(0, COMING_SHOWN);
  const lines = shown.map((each, index): StatusLine => {
    const isSame = sameDepartments(each, shown[index - 1]);
    return {
      name: words.reminded(remindedWords(each, isSame)),
      details: isSame ? [] : [namesIn(each.departments.map(nameOf), names)],
    };
  });
  const rest = coming.slice(COMING_SHOWN);
  const last = rest.at(-1)?.at;
  const more =
    last instanceof Date
      ? [{ name: words.more(new Set(rest.map(({ at }) => at.valueOf())).size, last), details: [] }]
      : [];
  return { heading: words.coming, lines: [...lines, ...more] };
}

function remindedWords({ at, chase, departments }: ComingReminder, isSame: boolean): RemindedWords {
  return { at, chase, count: departments.length, isSame };
}

function sameDepartments({ departments }: ComingReminder, before: ComingReminder | undefined): boolean {
  const ids = (of: readonly RoundDepartment[]) => of.map(({ department }) => department.id).join(' ');
  return before !== undefined && ids(departments) === ids(before.departments);
}

function ownDeadlines(
  { reminderPlan: words, date }: Messages,
  { round, departments }: RoundOverview,
  names: number,
): Section {
  const own = departments.filter(({ ask }) => ask.deadline !== round.plan.ask.deadline);
  return {
    heading: words.ownDeadlines,
    lines: grouped(own, names, ({ ask }) => capitalised(date.deadline(ask.deadline))),
  };
}

function sparedSection({ reminderPlan: words }: Messages, overview: RoundOverview, names: number): Section {
  const { answered, excused, undecided, unreadable } = sparedOf(overview);
  const groups = [
    [words.undecided, undecided.map(nameOf)],
    [words.answered, answered.map(nameOf)],
    [words.excused, excused.map(nameOf)],
    [words.unreadable, unreadable.map(nameOfUnreadable)],
  ] as const;
  return {
    heading: words.spared,
    lines: groups.flatMap(([name, of]) => (of.length === 0 ? [] : [{ name, details: [namesIn(of, names)] }])),
  };
}

function directors({ reminderPlan: words }: Messages, overview: RoundOverview, names: number): Section {
  const { everyAfter } = overview.round.plan.reminders;
  const silent = everyAfter === undefined ? [] : remindedIn(overview);
  const lines = grouped(silent, names, ({ department }) => department.director?.name ?? words.noDirector);
  return {
    heading: words.directors,
    lines: lines.length === 0 ? [] : [{ name: words.escalation, details: [] }, ...lines],
  };
}

function sentSection({ reminderPlan: words }: Messages, { departments }: RoundOverview, names: number): Section {
  const reminded = departments.filter(({ reminders }) => reminders.length > 0);
  const lines = grouped(reminded, names, ({ reminders }) => {
    const last = reminders.at(-1);
    return last === undefined ? '' : words.sentTo(last.number, last.at);
  });
  return { heading: words.sent, lines };
}

/** What would be sent at this moment, and where that is nothing, why, and when something is. */
export function dryRunCard(render: CardRenderer, messages: Messages, overview: RoundOverview, now: Date): Card {
  const { reminderPlan: words } = messages;
  const { round } = overview;
  const due = dutiesOf(overview, now);
  const isAny = due.length > 0;
  const heading = isAny ? words.dryRun : words.nothingNow;
  const lines = isAny
    ? due.flatMap(({ kind }) => (kind === 'digest' ? [`${words.digestNow}.`] : []))
    : [words.whyNothing[whyNothing(overview, now)], nextLine(messages, comingReminders(overview, now))];
  return cardThatFits(ORDER_OF_LOSS, { names: overview.departments.length }, (shown) =>
    render('reminder-plan', {
      lang: messages.lang,
      fallbackText: heading,
      heading,
      title: round.plan.ask.title,
      lines: lines.map((text) => ({ text })),
      hasSaid: false,
      saidStyle: 'good',
      said: [],
      sections: dueSections(messages, overview, due, shown.names),
      hasFields: false,
      reminders: reminderFields(messages, reminderPlanValues(round.plan.reminders)),
      save: words.save,
      saveData: {},
    }),
  ).card;
}

/** The next reminders, in a line: `Næste påmindelse: onsdag den 18. november 2026 kl. 9.00 til tre fagområder.` */
export function nextLine({ reminderPlan: words }: Messages, coming: readonly ComingReminder[]): string {
  const next = nextReminders(coming);
  return next === undefined ? words.noneComing : words.next(next.at, next.departments.length);
}

function whyNothing(overview: RoundOverview, now: Date): keyof Messages['reminderPlan']['whyNothing'] {
  const { round } = overview;
  if (round.state !== 'open') return 'closed';
  if (remindedIn(overview).length === 0) return 'nobody silent';
  return isWorkingHour(now, round.plan.ask.calendar) ? 'nothing due' : 'outside hours';
}

/** The departments to remind now, those together who get the same reminder. */
function dueSections(
  { reminderPlan: words }: Messages,
  { departments }: RoundOverview,
  due: readonly Duty[],
  names: number,
): readonly Section[] {
  const duties = new Map(due.flatMap((duty) => (duty.kind === 'remind' ? [[duty.departmentId, duty] as const] : [])));
  const sections = new Map<string, readonly string[]>();
  for (const department of departments) {
    const duty = duties.get(department.department.id);
    if (duty === undefined) continue;
    const heading = words.due(dueReminder(department, duty));
    sections.set(heading, [...(sections.get(heading) ?? []), nameOf(department)]);
  }
  return [...sections].map(([heading, of]) => ({ heading, lines: [{ name: namesIn(of, names).text, details: [] }] }));
}

/** The reminder as it would stand in the department's row. */
function dueReminder(department: RoundDepartment, { reminder }: RemindDuty): DueReminder {
  const reminders = withReminder(department.reminders, reminder);
  const isChase = reminder.step.startsWith('chase');
  return {
    number: reminders.at(-1)?.number ?? 1,
    chase: isChase ? chasesOf(reminders, dayOf(department.ask.deadline)) : 0,
    step: reminder.step,
    namesDirector: reminder.isEscalated && department.department.director !== undefined,
  };
}

/** A line for each text, with the names of those whom it is about. */
function grouped(
  departments: readonly RoundDepartment[],
  most: number,
  textOf: (department: RoundDepartment) => string,
): readonly StatusLine[] {
  const groups = new Map<string, readonly string[]>();
  for (const department of departments) {
    const text = textOf(department);
    groups.set(text, [...(groups.get(text) ?? []), nameOf(department)]);
  }
  const lines = [...groups].slice(0, most).map(([name, of]) => ({ name, details: [namesIn(of, most)] }));
  return most < groups.size ? [...lines, { name: '…', details: [] }] : lines;
}

function nameOf({ department }: RoundDepartment): string {
  return department.name;
}

function namesIn(names: readonly string[], most: number): CardParagraph {
  return { text: [...names.slice(0, most), ...(most < names.length ? ['…'] : [])].join(BETWEEN) };
}
