import { inRoundOrder, type PlacedDepartment } from '../channel/department.js';
import type { DepartmentId, RoundId } from '../ids.js';
import { HEADER_FIELD_NAMES, holdsWords } from '../notat/notat-header.js';
import { danishDayOf, dayOf, hasPassed, type LocalDate, timeOf } from './deadline.js';
import { sameDayYearsOn } from './deadline-warnings.js';
import { type MovedYears, moveYears, type YearsToMove } from './moved-years.js';
import type { Round } from './round.js';
import { formValuesOf, type RoundFormValues } from './round-form.js';
import type { WorkCalendar } from './working-days.js';

/** The fields whose years are moved. */
const WITH_YEARS = [
  'title',
  'report',
  'question',
  'introduction',
  ...HEADER_FIELD_NAMES.filter(holdsWords),
] as const satisfies readonly (keyof RoundFormValues)[];

type FieldWithYears = (typeof WITH_YEARS)[number];

/** The fields that are taken over as they are, and most likely belong to the earlier round alone. */
const TO_CHECK = ['reportLink', 'caseNumber'] as const satisfies readonly (keyof RoundFormValues)[];

/** An earlier round as the form for a new one, and what the secretariat must see of how it was made. */
export interface RolledForward {
  /** The earlier round. It is the one whose replies the departments see. */
  readonly from: { readonly id: RoundId; readonly title: string };
  readonly values: RoundFormValues;
  /** The years that were moved, by field. */
  readonly changed: readonly { readonly field: FieldWithYears; readonly years: MovedYears['changed'] }[];
  /** The names of the departments of the earlier round that are no longer registered. */
  readonly gone: readonly string[];
  /** The names of those that have been registered since the earlier round was planned. They are chosen too. */
  readonly added: readonly string[];
  /** The fields that hold something that most likely belongs to the earlier round alone. */
  readonly toCheck: readonly (typeof TO_CHECK)[number][];
}

/**
 * Makes the form for a new round from an earlier one. Everything is a proposal: the form is checked, and can be changed,
 * as any other.
 *
 * Texts and deadline are moved by so many years that the deadline has not passed, and by at least one. Where the earlier
 * round's deadline has not passed, as in a round that was withdrawn, they stay as they are. Only years near the earlier
 * deadline are moved: a law of 1997 stays one.
 *
 * @param registered every registered department
 */
export function rollForward(
  { id, plan, createdAt }: Pick<Round, 'id' | 'plan' | 'createdAt'>,
  registered: readonly PlacedDepartment[],
  now: Date,
  calendar: WorkCalendar,
): RolledForward {
  const { ask } = plan;
  const before = formValuesOf(plan);
  const years = yearsToMove(dayOf(ask.deadline), hasPassed(ask.deadline, now), danishDayOf(now), calendar);
  const texts = WITH_YEARS.map((field) => [field, moveYears(before[field], years)] as const);
  const present = new Set(registered.map(({ department }) => department.id));
  const asked = new Set(plan.invitations.map(({ department }) => department.id));
  const isNew = ({ department, registeredAt }: PlacedDepartment) =>
    !asked.has(department.id) && registeredAt > createdAt;
  const chosen = inRoundOrder(registered.filter((each) => asked.has(each.department.id) || isNew(each)));
  const day = years.by === 0 ? dayOf(ask.deadline) : sameDayYearsOn(dayOf(ask.deadline), years.by, calendar);
  return {
    from: { id, title: ask.title },
    values: {
      ...before,
      ...Object.fromEntries(texts.map(([field, { text }]) => [field, text])),
      deadline: day,
      deadlineTime: timeOf(ask.deadline) ?? '',
      previousRound: id,
      departments: chosen.map(({ department }): DepartmentId => department.id),
    },
    changed: texts.flatMap(([field, { changed }]) => (changed.length === 0 ? [] : [{ field, years: changed }])),
    gone: plan.invitations.flatMap(({ department }) => (present.has(department.id) ? [] : [department.name])),
    added: chosen.filter(isNew).map(({ department }) => department.name),
    toCheck: TO_CHECK.filter((field) => before[field] !== ''),
  };
}

/** How many years before its deadline, and after it, a round's texts may speak of. */
const YEARS_BEFORE = 2;
const YEARS_AFTER = 1;

function yearsToMove(day: LocalDate, isPassed: boolean, today: LocalDate, calendar: WorkCalendar): YearsToMove {
  const year = Number(day.slice(0, 4));
  const near = { first: year - YEARS_BEFORE, last: year + YEARS_AFTER };
  if (!isPassed) return { ...near, by: 0 };
  const least = Math.max(1, Number(today.slice(0, 4)) - year);
  return { ...near, by: sameDayYearsOn(day, least, calendar) > today ? least : least + 1 };
}

/**
 * Fills in a form without overwriting what a person has typed or chosen in it: a field is filled in where it is empty, or
 * still as it was when the form was drawn.
 *
 * @param typed the form as it was sent
 * @param drawn as it was drawn for the person
 */
export function fillIn(typed: RoundFormValues, drawn: RoundFormValues, wanted: RoundFormValues): RoundFormValues {
  const fields = Object.keys(wanted) as (keyof RoundFormValues)[]; // TypeScript takes keys for any string.
  const kept = fields.filter((field) => !isUntouched(typed[field], drawn[field]));
  return { ...wanted, ...Object.fromEntries(kept.map((field) => [field, typed[field]])) };
}

type Value = RoundFormValues[keyof RoundFormValues];

function isUntouched(typed: Value, drawn: Value): boolean {
  if (typeof typed === 'string') return typed.trim() === '' || typed === drawn;
  const asSet = (ids: Value) => [...new Set(typeof ids === 'string' ? [ids] : ids)].toSorted().join(' ');
  return typed === undefined || asSet(typed) === asSet(drawn);
}
