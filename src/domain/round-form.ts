import { cleanLine, cleanText } from './clean-text.js';
import { type Deadline, dayOf, hasPassed, parseDeadline, timeOf } from './deadline.js';
import { inRoundOrder, type RegisteredDepartment } from './department.js';
import { ROUND_FORM_MAX } from './limits.js';
import { accepted, type Result, refused } from './result.js';
import type { RoundPlan } from './round.js';

/** The round form as it was sent: whatever a client put in its fields. */
export interface RoundFormValues {
  readonly title: string;
  readonly report: string;
  readonly reportLink: string;
  readonly question: string;
  readonly introduction: string;
  /** `YYYY-MM-DD` if the person chose a day. */
  readonly deadline: string;
  /** `HH:MM` if the person chose a time; empty where the whole day counts. */
  readonly deadlineTime: string;
  /** The notat's header, see `NotatHeader`. */
  readonly caseNumber: string;
  readonly to: string;
  readonly from: string;
  readonly regarding: string;
  readonly kle: string;
  /** `true` for a last page that says who answered; what `Input.Toggle` sends. */
  readonly showOrigins: string;
  /** Department ids. */
  readonly departments: readonly string[];
}

export type RoundFormField = keyof RoundFormValues;

export interface RoundFormProblem {
  readonly field: RoundFormField;
  readonly kind: 'missing' | 'too long' | 'not a link' | 'in the past' | 'unknown department';
  /** For `too long`: the most characters the field takes. */
  readonly max?: number;
}

type TextField = keyof typeof ROUND_FORM_MAX;

/** Judges a round form; every problem is told at once. The round that comes before it is not for the form to say. */
export function parseRoundForm(
  values: RoundFormValues,
  registered: readonly RegisteredDepartment[],
  now: Date,
): Result<Omit<RoundPlan, 'previousRound'>, readonly RoundFormProblem[]> {
  const text = {
    title: cleanLine(values.title),
    report: cleanLine(values.report),
    reportLink: cleanLine(values.reportLink),
    question: cleanText(values.question),
    introduction: cleanText(values.introduction),
    caseNumber: cleanLine(values.caseNumber),
    to: cleanLine(values.to),
    from: cleanLine(values.from),
    regarding: cleanLine(values.regarding),
    kle: cleanLine(values.kle),
  };
  const deadline = parseDeadline(
    values.deadlineTime === '' ? values.deadline : `${values.deadline}T${values.deadlineTime}`,
  );
  const chosen = inRoundOrder(registered.filter(({ department }) => values.departments.includes(department.id)));
  const problems = [
    ...textProblems(text),
    ...deadlineProblems(deadline, now),
    ...departmentProblems(values.departments, chosen),
  ];
  if (problems.length > 0 || deadline === undefined) return refused(problems);
  const { title, report, reportLink, question, introduction, ...header } = text;
  return accepted({
    ask: { title, report, reportLink: reportLink === '' ? undefined : reportLink, question, deadline },
    introduction,
    header,
    showOrigins: values.showOrigins === 'true',
    invitations: chosen.map(({ department, address }) => ({ department, address })),
  });
}

/** The form that a plan came from, for changing it. */
export function formValuesOf({ ask, introduction, header, showOrigins, invitations }: RoundPlan): RoundFormValues {
  return {
    title: ask.title,
    report: ask.report,
    reportLink: ask.reportLink ?? '',
    question: ask.question,
    introduction,
    deadline: dayOf(ask.deadline),
    deadlineTime: timeOf(ask.deadline) ?? '',
    ...header,
    showOrigins: String(showOrigins),
    departments: invitations.map(({ department }) => department.id),
  };
}

function textProblems(text: Readonly<Record<TextField, string>>): readonly RoundFormProblem[] {
  const missing = (['title', 'report', 'question'] as const)
    .filter((field) => text[field] === '')
    .map((field): RoundFormProblem => ({ field, kind: 'missing' }));
  const tooLong = (Object.keys(ROUND_FORM_MAX) as TextField[])
    .filter((field) => text[field].length > ROUND_FORM_MAX[field])
    .map((field): RoundFormProblem => ({ field, kind: 'too long', max: ROUND_FORM_MAX[field] }));
  const link: readonly RoundFormProblem[] =
    text.reportLink === '' || isHttpsLink(text.reportLink) ? [] : [{ field: 'reportLink', kind: 'not a link' }];
  return [...missing, ...tooLong, ...link];
}

function deadlineProblems(deadline: Deadline | undefined, now: Date): readonly RoundFormProblem[] {
  if (deadline === undefined) return [{ field: 'deadline', kind: 'missing' }];
  return hasPassed(deadline, now) ? [{ field: 'deadline', kind: 'in the past' }] : [];
}

function departmentProblems(
  asked: readonly string[],
  chosen: readonly RegisteredDepartment[],
): readonly RoundFormProblem[] {
  if (asked.length === 0) return [{ field: 'departments', kind: 'missing' }];
  return chosen.length < new Set(asked).size ? [{ field: 'departments', kind: 'unknown department' }] : [];
}

function isHttpsLink(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
