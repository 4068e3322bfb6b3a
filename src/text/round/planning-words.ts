import type { Language } from '../../domain/language.js';
import { OWN_FIELDS } from '../../domain/notat/own-fields.js';
import { type Deadline, dayOf, type LocalDate } from '../../domain/round/deadline.js';
import { type DeadlineWarning, WORKING_DAYS_WANTED } from '../../domain/round/deadline-warnings.js';
import type { LaterStartProblem } from '../../domain/round/later-start.js';
import type { RoundFormField } from '../../domain/round/round-form.js';
import {
  danishDate,
  danishDateTime,
  danishDeadline,
  danishWeekdayDate,
  englishDate,
  englishDateTime,
  englishDeadline,
  englishWeekdayDate,
} from '../date-words.js';
import { danishCount, danishDepartments, englishCount, englishDepartments } from '../number-words.js';
import { DANISH_FORM_FIELDS, ENGLISH_FORM_FIELDS } from './round-form-fields.js';

/** How a round is planned from an earlier one, left, taken up again and started later. */
export interface PlanningWords {
  /** Stands over the plans that have not been started. */
  plansHeading(count: number): string;
  /** One of them. @param startAt when it starts by itself */
  plan(title: string, deadline: Deadline, startAt: Date | undefined): string;
  readonly continuePlan: string;
  readonly discardPlan: string;
  readonly discarded: string;
  /** The button that keeps what stands in the form for a new round, and what is said then. */
  readonly keepForm: string;
  readonly formKept: string;

  /** The field for the earlier round that is last year's. */
  readonly previousRound: string;
  readonly previousByTitle: string;
  readonly noPrevious: string;
  /** An earlier round in that field. */
  earlier(title: string, deadline: Deadline): string;
  readonly rollForward: string;
  readonly nothingEarlier: string;
  readonly rolledHeading: string;
  rolledFrom(title: string): string;
  /** The years that were moved in a field. */
  rolledYears(field: RoundFormField, years: readonly { readonly from: string; readonly to: string }[]): string;
  rolledDeadline(day: LocalDate): string;
  rolledGone(names: string): string;
  rolledAdded(names: string): string;
  rolledCheck(fields: readonly RoundFormField[]): string;
  /** After the names that are shown of a longer list. */
  andMore(count: number): string;

  /** Stands over the problems, where the button is. */
  readonly problemsHeading: string;
  /** What a client says of a day that has passed. */
  readonly pastDay: string;
  /** The button that shows and hides the list of departments. */
  showDepartments(chosen: number, all: number): string;
  readonly teams: string;
  team(name: string | undefined, departments: number): string;
  readonly departmentsWithoutTeam: string;
  /** The button that shows and hides the fields of the notat. */
  readonly notatFields: string;
  readonly showCounts: string;
  readonly countsSentence: string;
  readonly countsPlaceholder: string;
  unknownField(name: string): string;

  readonly warningsHeading: string;
  warning(warning: DeadlineWarning): string;

  /** Says whose replies the departments can see. */
  previousShown(title: string): string;
  readonly showStartLater: string;
  readonly startDay: string;
  readonly startTime: string;
  readonly startLater: string;
  startsAt(at: Date): string;
  decidedBy(name: string): string;
  readonly startNow: string;
  readonly cancelStart: string;
  readonly startCancelled: string;
  laterProblem(problem: LaterStartProblem): string;

  readonly buttonsHere: string;
  readonly notatHeading: string;
}

const ALL_FIELDS = OWN_FIELDS.map((field) => `{${field}}`).join(', ');

export const planningWords: Readonly<Record<Language, PlanningWords>> = {
  da: {
    plansHeading: (count) =>
      count === 1 ? 'Du har en plan, der ikke er startet' : `Du har ${danishCount(count)} planer, der ikke er startet`,
    plan: (title, deadline, startAt) =>
      `”${title}”, frist ${danishDeadline(deadline)}.${startAt === undefined ? '' : ` Starter af sig selv ${danishDateTime(startAt)}.`}`,
    continuePlan: 'Fortsæt',
    discardPlan: 'Kassér',
    discarded: 'Planen er kasseret. Den står ikke længere her og starter ikke af sig selv.',
    keepForm: 'Gem kladde',
    formKept: 'Kladden er gemt her på kortet. Alle sekretærer kan se den og arbejde videre på den. Intet er sendt.',

    previousRound: 'Sidste års runde (fagområderne kan se deres svar fra den)',
    previousByTitle: 'Find den efter titlen',
    noPrevious: 'Ingen',
    earlier: (title, deadline) => `${title}, frist den ${danishDate(dayOf(deadline))}`,
    rollForward: 'Udfyld som sidste år',
    nothingEarlier: 'Der er ingen tidligere runde at udfylde efter. Det, du har skrevet, er uændret.',
    rolledHeading: 'Udfyldt som sidste år. Se felterne igennem',
    rolledFrom: (title) => `Efter runden ”${title}”. Det, du selv har skrevet, er uændret.`,
    rolledYears: (field, years) =>
      `Årstal i ${DANISH_FORM_FIELDS[field]}: ${years.map(({ from, to }) => `${from} er blevet til ${to}`).join(', ')}.`,
    rolledDeadline: (day) => `Frist: foreslået til ${danishWeekdayDate(day)}.`,
    rolledGone: (names) => `Ikke længere tilknyttet, og derfor ikke med: ${names}.`,
    rolledAdded: (names) => `Kommet til siden sidst, og valgt: ${names}.`,
    rolledCheck: (fields) =>
      `Uændret, og hører måske til sidste år: ${fields.map((field) => DANISH_FORM_FIELDS[field]).join(' og ')}.`,
    andMore: (count) => `og ${danishCount(count)} til`,

    problemsHeading: 'Ret dette, og tryk igen',
    pastDay: 'Dagen ligger tilbage i tiden. Vælg en senere dag.',
    showDepartments: (chosen, all) => `Vælg fagområder (${chosen} af ${all} er valgt)`,
    teams: 'Teams, hvis fagområder skal svare',
    team: (name, departments) => `${name ?? 'Team uden navn'}: ${danishDepartments(departments)}`,
    departmentsWithoutTeam: 'Fagområder uden kendt team',
    notatFields: 'Notatet: indledning, modtager m.m.',
    showCounts: 'Notatet siger, hvor mange der har svaret',
    countsSentence: 'Sætningen om, hvor mange der har svaret, med egne ord (kan udelades)',
    countsPlaceholder: '{antal svar} af {antal fagområder} fagområder har svaret.',
    unknownField: (name) => `Feltet {${name}} findes ikke. Brug et af disse: ${ALL_FIELDS}.`,

    warningsHeading: 'Se på fristen en gang til',
    warning: (warning) => {
      switch (warning.kind) {
        case 'weekend':
          return `Fristen ligger i en weekend. Den næste arbejdsdag er ${danishWeekdayDate(warning.next)}.`;
        case 'holiday':
          return `Fristen er en helligdag. Den næste arbejdsdag er ${danishWeekdayDate(warning.next)}.`;
        case 'closed day':
          return `Fristen er en dag, hvor kommunen holder lukket. Den næste arbejdsdag er ${danishWeekdayDate(warning.next)}.`;
        case 'same day':
          return 'Fristen er samme dag, som fagområderne bliver spurgt. Vælg en senere dag, hvis de skal kunne nå at svare.';
        case 'passed':
          return 'Fristen er passeret, når fagområderne bliver spurgt. Tryk på Ret, og vælg en senere frist.';
        case 'few working days': {
          const days = warning.days === 0 ? 'ingen arbejdsdage' : danishWorkingDays(warning.days);
          return `Der er ${warning.days === 0 ? days : `kun ${days}`} til fristen. Et svar skal både skrives og godkendes: Med ${danishWorkingDays(WORKING_DAYS_WANTED)} er fristen ${danishWeekdayDate(warning.enough)}.`;
        }
      }
    },

    previousShown: (title) => `Fagområderne kan se deres svar fra ”${title}” på kortet.`,
    showStartLater: 'Start senere …',
    startDay: 'Dag',
    startTime: 'Klokkeslæt',
    startLater: 'Start på det tidspunkt',
    startsAt: (at) => `Runden starter af sig selv ${danishDateTime(at)}`,
    decidedBy: (name) => `Bestemt af ${name}. Indtil da bliver der intet sendt, og runden kan rettes.`,
    startNow: 'Start nu',
    cancelStart: 'Fortryd',
    startCancelled: 'Runden starter ikke længere af sig selv.',
    laterProblem: (problem) => {
      switch (problem.kind) {
        case 'missing':
          return 'Vælg en dag, hvor runden skal starte.';
        case 'no time':
          return 'Vælg et klokkeslæt, hvor runden skal starte.';
        case 'in the past':
          return 'Tidspunktet ligger tilbage i tiden. Vælg et senere.';
        case 'after the deadline':
          return `Runden skal starte før fristen, ${danishDeadline(problem.deadline)}.`;
        case 'too far ahead':
          return `Dagen ligger for langt ude i fremtiden. Vælg en dag senest den ${danishDate(problem.last)}.`;
        case 'not read':
          return problem.field === 'deadlineTime'
            ? `Klokkeslættet ”${problem.sent}” kan ikke læses. Skriv det for eksempel som 9:00.`
            : `Dagen ”${problem.sent}” kan ikke læses som en dato. Skriv den for eksempel som 25.11.2026.`;
        case 'cpr number':
        case 'possible cpr number':
          return 'Tidspunktet kan ikke læses. Det ligner et CPR-nummer.';
      }
    },

    buttonsHere: 'Knapper:',
    notatHeading: 'Notatet, før nogen har svaret',
  },

  en: {
    plansHeading: (count) =>
      count === 1
        ? 'You have a plan that has not been started'
        : `You have ${englishCount(count)} plans that have not been started`,
    plan: (title, deadline, startAt) =>
      `“${title}”, deadline ${englishDeadline(deadline)}.${startAt === undefined ? '' : ` Starts by itself on ${englishDateTime(startAt)}.`}`,
    continuePlan: 'Continue',
    discardPlan: 'Discard',
    discarded: 'The plan has been discarded. It is no longer listed, and does not start by itself.',
    keepForm: 'Save draft',
    formKept:
      'The draft is kept here on the card. All secretaries can see it and go on with it. Nothing has been sent.',

    previousRound: 'Last year’s round (the departments can see their replies from it)',
    previousByTitle: 'Find it by the title',
    noPrevious: 'None',
    earlier: (title, deadline) => `${title}, deadline ${englishDate(dayOf(deadline))}`,
    rollForward: 'Fill in as last year',
    nothingEarlier: 'There is no earlier round to fill in from. What you have written is unchanged.',
    rolledHeading: 'Filled in as last year. Look through the fields',
    rolledFrom: (title) => `From the round “${title}”. What you have written yourself is unchanged.`,
    rolledYears: (field, years) =>
      `Years in ${ENGLISH_FORM_FIELDS[field]}: ${years.map(({ from, to }) => `${from} is now ${to}`).join(', ')}.`,
    rolledDeadline: (day) => `Deadline: proposed as ${englishWeekdayDate(day)}.`,
    rolledGone: (names) => `No longer registered, and so left out: ${names}.`,
    rolledAdded: (names) => `New since last time, and chosen: ${names}.`,
    rolledCheck: (fields) =>
      `Unchanged, and may belong to last year: ${fields.map((field) => ENGLISH_FORM_FIELDS[field]).join(' and ')}.`,
    andMore: (count) => `and ${englishCount(count)} more`,

    problemsHeading: 'Put this right, and press again',
    pastDay: 'The day lies in the past. Choose a later day.',
    showDepartments: (chosen, all) => `Choose departments (${chosen} of ${all} are chosen)`,
    teams: 'Teams whose departments are asked to reply',
    team: (name, departments) => `${name ?? 'Team without a name'}: ${englishDepartments(departments)}`,
    departmentsWithoutTeam: 'Departments without a known team',
    notatFields: 'The notat: introduction, recipient etc.',
    showCounts: 'The notat says how many have replied',
    countsSentence: 'The sentence about how many have replied, in other words (optional)',
    countsPlaceholder: 'In Danish: {antal svar} af {antal fagområder} fagområder har svaret.',
    unknownField: (name) => `There is no field {${name}}. Use one of these: ${ALL_FIELDS}.`,

    warningsHeading: 'Look at the deadline once more',
    warning: (warning) => {
      switch (warning.kind) {
        case 'weekend':
          return `The deadline is on a weekend. The next working day is ${englishWeekdayDate(warning.next)}.`;
        case 'holiday':
          return `The deadline is a public holiday. The next working day is ${englishWeekdayDate(warning.next)}.`;
        case 'closed day':
          return `The municipality is closed on the day of the deadline. The next working day is ${englishWeekdayDate(warning.next)}.`;
        case 'same day':
          return 'The deadline is on the day on which the departments are asked. Choose a later day if they are to have time to reply.';
        case 'passed':
          return 'The deadline has passed when the departments are asked. Press Change, and choose a later deadline.';
        case 'few working days': {
          const days =
            warning.days === 0
              ? 'There are no working days'
              : warning.days === 1
                ? 'There is only one working day'
                : `There are only ${englishCount(warning.days)} working days`;
          return `${days} until the deadline. A reply must be both written and approved: with ${englishCount(WORKING_DAYS_WANTED)} working days, the deadline is ${englishWeekdayDate(warning.enough)}.`;
        }
      }
    },

    previousShown: (title) => `The departments can see their replies from “${title}” on the card.`,
    showStartLater: 'Start later …',
    startDay: 'Day',
    startTime: 'Time',
    startLater: 'Start at that time',
    startsAt: (at) => `The round starts by itself on ${englishDateTime(at)}`,
    decidedBy: (name) => `Decided by ${name}. Until then nothing is sent, and the round can be changed.`,
    startNow: 'Start now',
    cancelStart: 'Cancel the start',
    startCancelled: 'The round no longer starts by itself.',
    laterProblem: (problem) => {
      switch (problem.kind) {
        case 'missing':
          return 'Choose the day on which the round is to start.';
        case 'no time':
          return 'Choose the time at which the round is to start.';
        case 'in the past':
          return 'That time lies in the past. Choose a later one.';
        case 'after the deadline':
          return `The round must start before the deadline, ${englishDeadline(problem.deadline)}.`;
        case 'too far ahead':
          return `The day lies too far ahead. Choose a day no later than ${englishDate(problem.last)}.`;
        case 'not read':
          return problem.field === 'deadlineTime'
            ? `The time “${problem.sent}” cannot be read. Write it as 9:00, for example.`
            : `The day “${problem.sent}” cannot be read as a date. Write it as 25.11.2026, for example.`;
        case 'cpr number':
        case 'possible cpr number':
          return 'The time cannot be read. It looks like a CPR number.';
      }
    },

    buttonsHere: 'Buttons:',
    notatHeading: 'The notat before anyone has replied',
  },
};

function danishWorkingDays(count: number): string {
  return `${danishCount(count, 'common')} ${count === 1 ? 'arbejdsdag' : 'arbejdsdage'}`;
}
