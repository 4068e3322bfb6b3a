import { inRoundOrder, type PlacedDepartment } from '../channel/department.js';
import { RAW_TEXT_MAX, ROUND_FORM_MAX } from '../limits.js';
import { eachHeaderField, HEADER_FIELD_NAMES, holdsWords, type NotatHeader } from '../notat/notat-header.js';
import { unknownFieldsIn } from '../notat/own-fields.js';
import { accepted, type Result, refused } from '../result.js';
import { cleanLine, cleanText } from '../text/clean-text.js';
import { cprCertaintyIn } from '../text/cpr.js';
import { cleanedIfShort } from '../text/raw-text.js';
import { dayOf, timeOf } from './deadline.js';
import { type DeadlineProblem, type DeadlineValues, readDeadline } from './deadline-values.js';
import {
  parseReminderPlan,
  type ReminderPlanProblem,
  type ReminderPlanValues,
  reminderPlanValues,
} from './reminder-plan.js';
import type { Ask, RoundPlan } from './round.js';

/** The round form as it was sent: the raw content of its fields. */
export interface RoundFormValues extends NotatHeader, DeadlineValues, ReminderPlanValues {
  readonly title: string;
  readonly report: string;
  readonly reportLink: string;
  readonly question: string;
  readonly introduction: string;
  /** `true` asks for a last page that says who answered. This is the value that `Input.Toggle` sends. */
  readonly showOrigins: string;
  /** `false` leaves out the notat's sentence about how many have answered. */
  readonly showCounts: string;
  /** That sentence in the secretariat's own words; empty for the usual one. */
  readonly countsSentence: string;
  /** The id of the earlier round that is last year's, `NO_PREVIOUS_ROUND`, or `BY_TITLE`; empty as `BY_TITLE`. */
  readonly previousRound: string;
  /** Department ids. */
  readonly departments: readonly string[];
}

/** The value of `previousRound` where the departments are to see no earlier replies. */
export const NO_PREVIOUS_ROUND = 'none';

/** The value of `previousRound` where it is found by the title. No round has such an id. */
export const BY_TITLE = '*';

export type RoundFormField = keyof RoundFormValues;

export type RoundFormProblem =
  | DeadlineProblem
  /** The round starts by itself, and its deadline would pass before that. */
  | { readonly field: 'deadline'; readonly kind: 'before the start'; readonly startsAt: Date }
  | ReminderPlanProblem
  | ({ readonly field: RoundFormField } & (
      | {
          readonly kind: 'missing' | 'not a link' | 'unknown department' | 'cpr number' | 'possible cpr number';
        }
      /** `sent` is the name of a field in braces that does not exist. */
      | { readonly kind: 'unknown field'; readonly sent: string }
      /** `length` is the number of characters, and `max` is the most that the field accepts. */
      | { readonly kind: 'too long'; readonly length: number; readonly max: number }
    ));

type TextField = keyof typeof ROUND_FORM_MAX;

/** The texts of a form, cleaned. */
export type FormTexts = Readonly<Record<TextField, string>>;

/** What the form sets of a plan: all of it but the calendar, `isTrial`, `previousRound` and `startAt`. */
export type FormPlan = Omit<RoundPlan, 'ask' | 'previousRound' | 'startAt'> & {
  readonly ask: Omit<Ask, 'calendar' | 'isTrial'>;
};

/** Checks a round form and reports every problem at once. */
export function parseRoundForm(
  values: RoundFormValues,
  registered: readonly PlacedDepartment[],
  now: Date,
): Result<FormPlan, readonly RoundFormProblem[]> {
  const text = readTexts(values);
  const deadline = readDeadline(values, now);
  const reminders = parseReminderPlan(values);
  const asked = new Set(values.departments);
  const chosen = inRoundOrder(registered.filter(({ department }) => asked.has(department.id)));
  const problems = [
    ...textProblems(text),
    ...(deadline.ok ? [] : deadline.problem),
    ...(reminders.ok ? [] : reminders.problem),
    ...departmentProblems(asked.size, chosen.length),
  ];
  if (problems.length > 0 || !deadline.ok || !reminders.ok) return refused(problems);
  const { title, report, reportLink, question, introduction, countsSentence, ...header } = text;
  return accepted({
    ask: { title, report, reportLink: reportLink === '' ? undefined : reportLink, question, deadline: deadline.value },
    introduction,
    header,
    showOrigins: values.showOrigins === 'true',
    reminders: reminders.value,
    countsSentence: values.showCounts === 'false' ? '' : countsSentence === '' ? undefined : countsSentence,
    invitations: chosen.map(({ department, address }) => ({ department, address })),
  });
}

/** The CPR numbers in a form, whatever else is wrong with it. */
export function cprProblemsIn(values: RoundFormValues): readonly RoundFormProblem[] {
  const text = readTexts(values);
  return (Object.keys(text) as TextField[]).flatMap((field) => cprProblem(field, text[field]));
}

/** Cleans the texts of a form. */
export function readTexts(values: FormTexts): FormTexts {
  return {
    title: cleanedIfShort(values.title, cleanLine),
    report: cleanedIfShort(values.report, cleanLine),
    reportLink: cleanedIfShort(values.reportLink, cleanLine),
    question: cleanedIfShort(values.question, cleanText),
    introduction: cleanedIfShort(values.introduction, cleanText),
    countsSentence: cleanedIfShort(values.countsSentence, cleanLine),
    ...eachHeaderField((field) => cleanedIfShort(values[field], cleanLine)),
  };
}

/** Makes the form for a plan again, so that the plan can be changed. */
export function formValuesOf(plan: RoundPlan): RoundFormValues {
  const { ask, reminders, countsSentence, previousRound } = plan;
  return {
    ...sharedValuesOf(plan),
    deadline: dayOf(ask.deadline),
    deadlineTime: timeOf(ask.deadline) ?? '',
    ...reminderPlanValues(reminders),
    showCounts: String(countsSentence !== ''),
    countsSentence: countsSentence ?? '',
    previousRound: previousRound ?? NO_PREVIOUS_ROUND,
  };
}

/** What the form for a round has in common with the form for changing one that is sent. */
export function sharedValuesOf({ ask, introduction, header, showOrigins, invitations }: RoundPlan) {
  return {
    title: ask.title,
    report: ask.report,
    reportLink: ask.reportLink ?? '',
    question: ask.question,
    introduction,
    ...header,
    showOrigins: String(showOrigins),
    departments: invitations.map(({ department }) => department.id),
  };
}

/** Every problem of the texts of a form, which have been cleaned. */
export function textProblems(text: FormTexts): readonly RoundFormProblem[] {
  const missing = (['title', 'report', 'question'] as const)
    .filter((field) => text[field] === '')
    .map((field): RoundFormProblem => ({ field, kind: 'missing' }));
  const tooLong = (Object.keys(ROUND_FORM_MAX) as TextField[])
    .filter((field) => text[field].length > ROUND_FORM_MAX[field])
    .map((field): RoundFormProblem => {
      return { field, kind: 'too long', length: text[field].length, max: ROUND_FORM_MAX[field] };
    });
  const { reportLink } = text;
  const isLink = reportLink === '' || reportLink.length > ROUND_FORM_MAX.reportLink || isHttpsLink(reportLink);
  const link: readonly RoundFormProblem[] = isLink ? [] : [{ field: 'reportLink', kind: 'not a link' }];
  return [
    ...missing,
    ...tooLong,
    ...link,
    ...fieldProblems('introduction', text.introduction),
    ...fieldProblems('countsSentence', text.countsSentence),
    ...(Object.keys(text) as TextField[]).flatMap((field) => cprProblem(field, text[field])),
  ];
}

/** A field in braces that nobody knows would stand in the notat as it was typed. */
function fieldProblems(field: 'introduction' | 'countsSentence', text: string): readonly RoundFormProblem[] {
  const unknown = unknownFieldsIn(text.slice(0, ROUND_FORM_MAX[field]));
  return unknown.map((sent): RoundFormProblem => ({ field, kind: 'unknown field', sent }));
}

/** Fields for numbers and addresses of other kinds. Ten digits that may be a CPR number are hardly one there. */
const OF_OTHER_NUMBERS: ReadonlySet<TextField> = new Set([
  'reportLink',
  ...HEADER_FIELD_NAMES.filter((field) => !holdsWords(field)),
]);

function cprProblem(field: TextField, text: string): readonly RoundFormProblem[] {
  const certainty = cprCertaintyIn(text.slice(0, RAW_TEXT_MAX));
  if (certainty === undefined || (certainty === 'possible' && OF_OTHER_NUMBERS.has(field))) return [];
  return [{ field, kind: certainty === 'certain' ? 'cpr number' : 'possible cpr number' }];
}

/** @param chosen how many of those that were asked for there are */
export function departmentProblems(asked: number, chosen: number): readonly RoundFormProblem[] {
  if (asked === 0) return [{ field: 'departments', kind: 'missing' }];
  return chosen < asked ? [{ field: 'departments', kind: 'unknown department' }] : [];
}

function isHttpsLink(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
