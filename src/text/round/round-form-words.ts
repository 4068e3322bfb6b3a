import type { Language } from '../../domain/language.js';
import { DEADLINE_MAX_YEARS } from '../../domain/limits.js';
import type { HeaderFieldName } from '../../domain/notat/notat-header.js';
import type { RoundFormProblem } from '../../domain/round/round-form.js';
import { danishDate, danishDateTime, englishDate, englishDateTime } from '../date-words.js';
import { danishTooLong, englishTooLong } from '../text-problems.js';
import { planningWords } from './planning-words.js';
import { reminderPlanWords } from './reminder-plan-words.js';

/** The form in which the secretariat plans a round. */
export interface RoundFormWords extends Readonly<Record<HeaderFieldName, string>> {
  readonly heading: string;
  readonly intro: string;
  readonly title: string;
  readonly titlePlaceholder: string;
  readonly report: string;
  readonly reportPlaceholder: string;
  readonly reportLink: string;
  readonly question: string;
  readonly defaultQuestion: string;
  readonly introduction: string;
  readonly introductionPlaceholder: string;
  readonly deadline: string;
  readonly deadlineTime: string;
  readonly showOrigins: string;
  readonly departments: string;
  readonly preview: string;
  problem(problem: RoundFormProblem): string;
}

/** The name of each field in a sentence about it. */
const FIELD_NAMES: Readonly<Record<Language, Readonly<Record<RoundFormProblem['field'], string>>>> = {
  da: {
    title: 'Notatets titel',
    report: 'Rapportens navn',
    reportLink: 'Linket til rapporten',
    question: 'Spørgsmålet',
    introduction: 'Notatets indledning',
    countsSentence: 'Sætningen om, hvor mange der har svaret,',
    showCounts: 'Sætningen om, hvor mange der har svaret,',
    previousRound: 'Sidste års runde',
    deadline: 'Fristen',
    deadlineTime: 'Klokkeslættet',
    caseNumber: 'Sagsnummeret',
    to: 'Feltet Til',
    from: 'Feltet Fra',
    regarding: 'Feltet Vedrørende',
    kle: 'KLE-nummeret',
    showOrigins: 'Sidste side',
    remindBefore: 'Påmindelser før fristen',
    remindOnDay: 'Påmindelse på fristdagen',
    remindAfter: 'Rykkere efter fristen',
    departments: 'Fagområderne',
  },
  en: {
    title: 'The notat’s title',
    report: 'The report’s name',
    reportLink: 'The link to the report',
    question: 'The question',
    introduction: 'The notat’s introduction',
    countsSentence: 'The sentence about how many have replied',
    showCounts: 'The sentence about how many have replied',
    previousRound: 'Last year’s round',
    deadline: 'The deadline',
    deadlineTime: 'The time',
    caseNumber: 'The case number',
    to: 'The field To',
    from: 'The field From',
    regarding: 'The field Regarding',
    kle: 'The KLE number',
    showOrigins: 'The last page',
    remindBefore: 'Reminders before the deadline',
    remindOnDay: 'Reminder on the day of the deadline',
    remindAfter: 'Reminders after the deadline',
    departments: 'The departments',
  },
};

export const roundFormWords: Readonly<Record<Language, RoundFormWords>> = {
  da: {
    heading: 'Ny runde',
    intro: 'Udfyld felterne. Du kan se alt igennem, før det bliver sendt.',
    title: 'Notatets titel',
    titlePlaceholder: 'Opfølgning på …',
    report: 'Rapportens navn',
    reportPlaceholder: 'Borgerrådgiverens beretning …',
    reportLink: 'Link til rapporten (kan udelades)',
    question: 'Spørgsmål til fagområderne',
    defaultQuestion: 'Hvilke eksempler på læring og opfølgning giver rapporten anledning til på jeres fagområde?',
    introduction: 'Notatets indledning (kan udelades)',
    introductionPlaceholder:
      'Står før tabellen. En tom linje giver et nyt afsnit. Felter som {rapport}, {frist} og {antal fagområder} udfyldes af sig selv.',
    deadline: 'Frist',
    deadlineTime: 'Klokkeslæt (kan udelades)',
    caseNumber: 'Sagsnummer',
    to: 'Til',
    from: 'Fra',
    regarding: 'Vedrørende',
    kle: 'KLE-nummer',
    showOrigins: 'Notatets sidste side viser, hvem der har svaret, og hvornår',
    departments: 'Fagområder, der skal svare',
    preview: 'Se, hvad der sendes ud',
    problem: (problem) => {
      const { field } = problem;
      switch (problem.kind) {
        case 'missing':
          return field === 'departments'
            ? 'Vælg mindst ét fagområde.'
            : field === 'deadline'
              ? 'Vælg en dato som frist.'
              : `${FIELD_NAMES.da[field]} mangler.`;
        case 'too long':
          return danishTooLong(FIELD_NAMES.da[field], problem);
        case 'not a link':
          return 'Linket til rapporten skal begynde med https:// og være en hel adresse.';
        case 'in the past':
          return 'Fristen ligger tilbage i tiden. Vælg et senere tidspunkt.';
        case 'before the start':
          return `Fristen ligger, før runden starter, og den starter af sig selv ${danishDateTime(problem.startsAt)}. Vælg en senere frist, eller tryk på Fortryd på det kort, hvor starten blev bestemt.`;
        case 'too far ahead':
          return `Fristen ligger for langt ude i fremtiden. Vælg en dag senest den ${danishDate(problem.last)}, som er ${DEADLINE_MAX_YEARS} år fra nu.`;
        case 'not read':
          return field === 'deadlineTime'
            ? `Klokkeslættet ”${problem.sent}” kan ikke læses. Skriv det for eksempel som 12:00, eller lad feltet stå tomt.`
            : `Fristen ”${problem.sent}” kan ikke læses som en dato. Vælg en dag i kalenderen, eller skriv den for eksempel som 25.11.2026.`;
        case 'out of bounds':
          return reminderPlanWords.da.problem(problem);
        case 'unknown department':
          return 'Et af fagområderne er ikke længere tilknyttet en kanal. Se listen igennem, og vælg igen.';
        case 'unknown field':
          return planningWords.da.unknownField(problem.sent);
        case 'cpr number':
          return `${FIELD_NAMES.da[field]} rummer et CPR-nummer. Slet nummeret.`;
        case 'possible cpr number':
          return `${FIELD_NAMES.da[field]} rummer et tal, som kan være et CPR-nummer. Slet tallet, eller skriv det på en anden måde.`;
      }
    },
  },

  en: {
    heading: 'New round',
    intro: 'Fill in the fields. You can look it all through before it is sent.',
    title: 'The notat’s title',
    titlePlaceholder: 'Follow-up on …',
    report: 'The report’s name',
    reportPlaceholder: 'The ombudsman’s report …',
    reportLink: 'Link to the report (optional)',
    question: 'Question to the departments',
    defaultQuestion: 'Which examples of learning and follow-up does the report give rise to in your department?',
    introduction: 'The notat’s introduction (optional)',
    introductionPlaceholder:
      'Comes before the table. An empty line makes a new paragraph. Fields such as {rapport}, {frist} and {antal fagområder} are filled in by themselves.',
    deadline: 'Deadline',
    deadlineTime: 'Time (optional)',
    caseNumber: 'Case number',
    to: 'To',
    from: 'From',
    regarding: 'Regarding',
    kle: 'KLE number',
    showOrigins: 'The notat’s last page says who replied, and when',
    departments: 'Departments asked to reply',
    preview: 'See what will be sent',
    problem: (problem) => {
      const { field } = problem;
      switch (problem.kind) {
        case 'missing':
          return field === 'departments'
            ? 'Choose at least one department.'
            : field === 'deadline'
              ? 'Choose a date as the deadline.'
              : `${FIELD_NAMES.en[field]} is missing.`;
        case 'too long':
          return englishTooLong(FIELD_NAMES.en[field], problem);
        case 'not a link':
          return 'The link to the report must begin with https:// and be a complete address.';
        case 'in the past':
          return 'The deadline lies in the past. Choose a later time.';
        case 'before the start':
          return `The deadline comes before the round starts, and it starts by itself on ${englishDateTime(problem.startsAt)}. Choose a later deadline, or press Cancel the start on the card on which the start was decided.`;
        case 'too far ahead':
          return `The deadline lies too far ahead. Choose a day no later than ${englishDate(problem.last)}, which is ${DEADLINE_MAX_YEARS} years from now.`;
        case 'not read':
          return field === 'deadlineTime'
            ? `The time “${problem.sent}” cannot be read. Write it as 12:00, for example, or leave the field empty.`
            : `The deadline “${problem.sent}” cannot be read as a date. Choose a day in the calendar, or write it as 25.11.2026, for example.`;
        case 'out of bounds':
          return reminderPlanWords.en.problem(problem);
        case 'unknown department':
          return 'One of the departments no longer has a channel. Look through the list and choose again.';
        case 'unknown field':
          return planningWords.en.unknownField(problem.sent);
        case 'cpr number':
          return `${FIELD_NAMES.en[field]} holds a CPR number. Delete the number.`;
        case 'possible cpr number':
          return `${FIELD_NAMES.en[field]} holds a number that may be a CPR number. Delete the number, or write it in another way.`;
      }
    },
  },
};
