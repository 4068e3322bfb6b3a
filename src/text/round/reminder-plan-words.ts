import type { Language } from '../../domain/language.js';
import type { Reminder, ReminderStep } from '../../domain/reply/reminder.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import {
  BEFORE_MAX,
  DAYS_BEFORE_MAX,
  EVERY_AFTER_MAX,
  type ReminderPlan,
  type ReminderPlanProblem,
} from '../../domain/round/reminder-plan.js';
import {
  danishDateTime,
  danishTime,
  danishWeekdayDate,
  englishDateTime,
  englishTime,
  englishWeekdayDate,
} from '../date-words.js';
import type { Notice } from '../notice.js';
import { capitalised, danishCount, danishDepartments, englishCount, englishDepartments } from '../number-words.js';

/** When reminders go out: `now`, or a moment. */
export type When = Date | 'now';

/** Some departments that are reminded at the same time. */
export interface RemindedWords {
  readonly at: When;
  /** The number among the reminders after the deadline; 0 before it. */
  readonly chase: number;
  readonly count: number;
  /** Whether they are the same departments as in the line above. */
  readonly isSame: boolean;
}

/** A reminder that is due to a department. */
export interface DueReminder extends Pick<Reminder, 'number' | 'step'> {
  /** The number among the reminders after the deadline; 0 before it. */
  readonly chase: number;
  readonly namesDirector: boolean;
}

/** The plan of a round's reminders: its fields, the card that shows it, and what would be sent now. */
export interface ReminderPlanWords {
  readonly heading: string;
  /** The whole plan in a line. */
  plan(plan: ReminderPlan): string;
  /** The button that shows and hides the fields in the form for a round. */
  readonly open: string;
  readonly before: string;
  daysBefore(days: number): string;
  readonly onTheDay: string;
  readonly after: string;
  readonly never: string;
  every(days: number): string;
  readonly save: string;
  readonly saved: string;
  readonly overtaken: string;
  problem(problem: ReminderPlanProblem): string;
  /** The next reminders, in a line of the status. */
  next(at: When, count: number): string;
  readonly noneComing: string;
  readonly coming: string;
  reminded(reminded: RemindedWords): string;
  /** How many times more there are reminders, after those in the list. */
  more(times: number, last: Date): string;
  readonly ownDeadlines: string;
  readonly spared: string;
  readonly answered: string;
  readonly excused: string;
  readonly undecided: string;
  readonly unreadable: string;
  readonly sent: string;
  sentTo(count: number, last: Date): string;
  readonly directors: string;
  readonly escalation: string;
  readonly noDirector: string;
  /** What would be sent now. */
  readonly dryRun: string;
  readonly nothingNow: string;
  readonly digestNow: string;
  due(reminder: DueReminder): string;
  readonly whyNothing: Readonly<Record<'closed' | 'outside hours' | 'nobody silent' | 'nothing due', string>>;
  /** The answer to *ryk*. @param next what `next` says, or `noneComing` */
  byThemselves(next: string): Notice;
}

const DANISH_EVERY = [
  '',
  '',
  'anden ',
  'tredje ',
  'fjerde ',
  'femte ',
  'sjette ',
  'syvende ',
  'ottende ',
  'niende ',
  'tiende ',
];
const ENGLISH_EVERY = [
  '',
  '',
  'second ',
  'third ',
  'fourth ',
  'fifth ',
  'sixth ',
  'seventh ',
  'eighth ',
  'ninth ',
  'tenth ',
];

const danishEvery = (days: number) =>
  DANISH_EVERY[days] === undefined ? `hver ${days}. arbejdsdag` : `hver ${DANISH_EVERY[days]}arbejdsdag`;
const englishEvery = (days: number) =>
  ENGLISH_EVERY[days] === undefined ? `every ${days} working days` : `every ${ENGLISH_EVERY[days]}working day`;

/** `onsdag den 18. november 2026 kl. 9.00` */
const danishMoment = (at: Date) => `${danishWeekdayDate(danishDayOf(at))} kl. ${danishTime(at)}`;
const englishMoment = (at: Date) => `${englishWeekdayDate(danishDayOf(at))} at ${englishTime(at)}`;

export const reminderPlanWords: Readonly<Record<Language, ReminderPlanWords>> = {
  da: {
    heading: 'Plan for påmindelser',
    plan: ({ daysBefore, onTheDay, everyAfter }) => {
      const before =
        daysBefore.length === 0
          ? []
          : [
              `${danishList(daysBefore)} ${daysBefore.at(-1) === 1 && daysBefore.length === 1 ? 'arbejdsdag' : 'arbejdsdage'} før`,
            ];
      const until = [...before, ...(onTheDay ? ['på fristdagen'] : [])];
      if (until.length === 0) {
        return everyAfter === undefined
          ? 'Ingen påmindelser og ingen rykkere'
          : `Ingen påmindelser før fristen; derefter rykkere ${danishEvery(everyAfter)}`;
      }
      const after = everyAfter === undefined ? 'ingen rykkere' : `derefter rykkere ${danishEvery(everyAfter)}`;
      return `Påmindelse ${until.join(' og ')}; ${after}`;
    },
    open: 'Påmindelser og rykkere',
    before: 'Påmind før fristen',
    daysBefore: (days) => `${days} ${days === 1 ? 'arbejdsdag' : 'arbejdsdage'} før`,
    onTheDay: 'Påmind om morgenen på fristdagen',
    after: 'Ryk efter fristen',
    never: 'Aldrig',
    every: (days) => capitalised(danishEvery(days)),
    save: 'Gem planen',
    saved: 'Planen er gemt.',
    overtaken: 'Planen er ændret i mellemtiden, og valget er ikke gemt. Her er planen, som den er nu.',
    problem: ({ field }) =>
      field === 'remindBefore'
        ? `Vælg højst ${danishCount(BEFORE_MAX, 'common')} påmindelser før fristen, hver fra 1 til ${DAYS_BEFORE_MAX} arbejdsdage før.`
        : `Vælg, hvor tit der skal rykkes efter fristen: aldrig, eller med 1 til ${EVERY_AFTER_MAX} arbejdsdages mellemrum.`,
    next: (at, count) =>
      at === 'now'
        ? `Næste påmindelse: nu til ${danishDepartments(count)}.`
        : `Næste påmindelse: ${danishMoment(at)} til ${danishDepartments(count)}.`,
    noneComing: 'Der sendes ikke flere påmindelser.',
    coming: 'Det sendes, så længe der mangler svar',
    reminded: ({ at, chase, count, isSame }) => {
      const what = chase === 0 ? 'påmindelse' : `rykker nr. ${chase}`;
      const who = `${isSame ? 'de samme ' : ''}${danishDepartments(count)}`;
      const when = at === 'now' ? 'Nu' : capitalised(danishMoment(at));
      return `${when}: ${what} til ${isSame && count === 1 ? 'det samme fagområde' : who}`;
    },
    more: (times, last) =>
      times === 1
        ? `Derefter påmindes der én gang mere, ${danishMoment(last)}.`
        : `Derefter påmindes der ${danishCount(times)} gange mere, sidste gang ${danishMoment(last)}.`,
    ownDeadlines: 'Har deres egen frist',
    spared: 'Får ingen påmindelser',
    answered: 'Har svaret',
    excused: 'Skal ikke svare',
    undecided: 'Venter på jeres afgørelse',
    unreadable: 'Kan ikke læses',
    sent: 'Er påmindet',
    sentTo: (count, last) =>
      count === 1
        ? `Én gang, ${danishDateTime(last)}`
        : `${capitalised(danishCount(count))} gange, senest ${danishDateTime(last)}`,
    directors: 'Direktører',
    escalation: 'Fra tredje rykker nævnes fagområdets direktør, hvis der er valgt en.',
    noDirector: 'Ingen direktør',
    dryRun: 'Det ville blive sendt nu',
    nothingNow: 'Intet nu',
    digestNow: 'Morgenbesked til sekretariatet',
    due: ({ number, chase, step, namesDirector }) => {
      if (chase > 0) return `Rykker nr. ${chase}${namesDirector ? ', som nævner direktøren' : ''}`;
      const days = daysOf(step);
      const when =
        days === undefined ? 'til fristdagen' : `til ${days} ${days === 1 ? 'arbejdsdag' : 'arbejdsdage'} før fristen`;
      return `Påmindelse nr. ${number}, planlagt ${when}`;
    },
    whyNothing: {
      closed: 'Runden er ikke åben, så der sendes ingen påmindelser.',
      'outside hours': 'Der sendes kun påmindelser på arbejdsdage mellem kl. 8.00 og 16.00.',
      'nobody silent': 'Der er ingen at påminde: Alle har svaret, skal ikke svare eller venter på jeres afgørelse.',
      'nothing due': 'Ingen påmindelse er nået sin dag, eller den er allerede sendt.',
    },
    byThemselves: (next) => ({
      heading: 'Påmindelser går ud af sig selv',
      text: `${next} Et enkelt fagområde påmindes med det samme med Send påmindelse: Skriv @Notatbot status, og vælg fagområdet. Skriv @Notatbot vis plan for at se og ændre planen.`,
    }),
  },

  en: {
    heading: 'Plan of reminders',
    plan: ({ daysBefore, onTheDay, everyAfter }) => {
      const before =
        daysBefore.length === 0
          ? []
          : [
              `${englishList(daysBefore)} ${daysBefore.at(-1) === 1 && daysBefore.length === 1 ? 'working day' : 'working days'} before`,
            ];
      const until = [...before, ...(onTheDay ? ['on the day of the deadline'] : [])];
      if (until.length === 0) {
        return everyAfter === undefined
          ? 'No reminders, neither before nor after the deadline'
          : `No reminders before the deadline; after it, one ${englishEvery(everyAfter)}`;
      }
      const after =
        everyAfter === undefined ? 'none after the deadline' : `after the deadline, one ${englishEvery(everyAfter)}`;
      return `Reminder ${until.join(' and ')}; ${after}`;
    },
    open: 'Reminders',
    before: 'Remind before the deadline',
    daysBefore: (days) => `${days} ${days === 1 ? 'working day' : 'working days'} before`,
    onTheDay: 'Remind on the morning of the deadline',
    after: 'Remind after the deadline',
    never: 'Never',
    every: (days) => capitalised(englishEvery(days)),
    save: 'Save the plan',
    saved: 'The plan has been saved.',
    overtaken:
      'The plan has been changed in the meantime, and the choice has not been saved. This is the plan as it is now.',
    problem: ({ field }) =>
      field === 'remindBefore'
        ? `Choose at most ${englishCount(BEFORE_MAX)} reminders before the deadline, each from 1 to ${DAYS_BEFORE_MAX} working days before.`
        : `Choose how often to remind after the deadline: never, or with 1 to ${EVERY_AFTER_MAX} working days between.`,
    next: (at, count) =>
      at === 'now'
        ? `Next reminder: now to ${englishDepartments(count)}.`
        : `Next reminder: ${englishMoment(at)} to ${englishDepartments(count)}.`,
    noneComing: 'No more reminders will be sent.',
    coming: 'What is sent as long as replies are missing',
    reminded: ({ at, chase, count, isSame }) => {
      const what = chase === 0 ? 'reminder' : `overdue reminder no. ${chase}`;
      const who = isSame
        ? `the same ${count === 1 ? 'department' : englishDepartments(count)}`
        : englishDepartments(count);
      return `${at === 'now' ? 'Now' : englishMoment(at)}: ${what} to ${who}`;
    },
    more: (times, last) =>
      times === 1
        ? `After that, there are reminders once more, ${englishMoment(last)}.`
        : `After that, there are reminders ${englishCount(times)} more times, the last time ${englishMoment(last)}.`,
    ownDeadlines: 'Have a deadline of their own',
    spared: 'Get no reminders',
    answered: 'Have replied',
    excused: 'Need not reply',
    undecided: 'Wait for your decision',
    unreadable: 'Cannot be read',
    sent: 'Have been reminded',
    sentTo: (count, last) =>
      count === 1
        ? `Once, ${englishDateTime(last)}`
        : `${capitalised(englishCount(count))} times, last ${englishDateTime(last)}`,
    directors: 'Directors',
    escalation: 'From the third overdue reminder on, the department’s director is named, if one is set.',
    noDirector: 'No director',
    dryRun: 'This would be sent now',
    nothingNow: 'Nothing now',
    digestNow: 'Morning message to the secretariat',
    due: ({ number, chase, step, namesDirector }) => {
      if (chase > 0) return `Overdue reminder no. ${chase}${namesDirector ? ', which names the director' : ''}`;
      const days = daysOf(step);
      const when =
        days === undefined
          ? 'the day of the deadline'
          : `${days} ${days === 1 ? 'working day' : 'working days'} before the deadline`;
      return `Reminder no. ${number}, planned for ${when}`;
    },
    whyNothing: {
      closed: 'The round is not open, so no reminders are sent.',
      'outside hours': 'Reminders are sent only on working days between 8:00 and 16:00.',
      'nobody silent': 'There is nobody to remind: all have replied, need not reply or wait for your decision.',
      'nothing due': 'The day of the next reminder has not come, or it has been sent already.',
    },
    byThemselves: (next) => ({
      heading: 'Reminders go out by themselves',
      text: `${next} A single department is reminded at once with Send a reminder: write @Notatbot status, and choose the department. Write @Notatbot show plan to see and change the plan.`,
    }),
  },
};

/** How many days before the deadline such a reminder is; undefined for one on the day itself. */
function daysOf(step: ReminderStep): number | undefined {
  return step.startsWith('before ') ? Number(step.slice('before '.length)) : undefined;
}

/** `10, 5 og 3` */
function danishList(days: readonly number[]): string {
  return listed(days, ' og ');
}

/** `10, 5 and 3` */
function englishList(days: readonly number[]): string {
  return listed(days, ' and ');
}

function listed(days: readonly number[], last: string): string {
  return days.length < 2 ? days.join('') : `${days.slice(0, -1).join(', ')}${last}${days.at(-1)}`;
}
