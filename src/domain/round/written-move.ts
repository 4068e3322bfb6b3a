import type { DepartmentId } from '../ids.js';
import { type LocalDate, parseLocalDate, readTimeOfDay } from './deadline.js';

/**
 * What somebody wrote after `frist`, as far as it is understood: `1.12.2026 kl. 12 fordi mødet er flyttet`. It only
 * fills in a form, which the person then reads.
 */
export interface WrittenMove {
  readonly day: LocalDate | undefined;
  /** `HH:MM`; undefined where no time is written. */
  readonly time: string | undefined;
  /** The department that is named; undefined where none is. */
  readonly departmentId: DepartmentId | undefined;
  readonly reason: string;
  /** The beginning of the text where no day is found in it; empty where it says no day at all. */
  readonly unread: string;
}

interface Named {
  readonly id: DepartmentId;
  readonly name: string;
}

/** Longer than a day that is written in words. A longer text without a day that can be read is about something else. */
const UNREAD_MAX = 30;

/** In Danish and in English. The names that both have stand once. */
const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'january'],
  ['februar', 'february'],
  ['marts', 'march'],
  ['april'],
  ['maj', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
];

/** `2026-12-01` */
const ISO = /(?<![\d.])\d{4}-\d{2}-\d{2}(?!\d)/gu;

/** `1.12.2026`, `1-12-2026` and `1.12`. A year of two digits could be a day, so it is not read. */
const NUMBERS = /(?<![\d.])(?<day>\d{1,2})(?<mark>[.-])\s?(?<month>\d{1,2})(?:\k<mark>\s?(?<year>\d{4}))?(?![.-]?\d)/gu;

/** `1. december 2026` and `1 December` */
const NAMED = /(?<![\d.])(?<day>\d{1,2})\.?\s(?<name>\p{L}{3,9})(?!\p{L})(?:\s(?<year>\d{4})(?!\d))?/gu;

/** `kl. 12`, `kl. 12.30`, `at 12:00` */
const TIME = /^[.,]?\s?(?:kl\.?|klokken|at)\s?(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?(?!\d)/iu;

/** What may stand before the day: `til den`, `mandag den`, `for Kultur til den`. */
const BEFORE = /(?:^|\s)(?:til|to|until|den|the)$/iu;

/** What begins a reason. */
const BECAUSE = /^[\s,:;.–-]*(?:(?:fordi|because|da)\s)?/iu;

/**
 * Reads what somebody wrote.
 *
 * @param named the departments that may be named
 * @returns undefined for a text that is not about a deadline
 */
export function readWrittenMove(text: string, today: LocalDate, named: readonly Named[] = []): WrittenMove | undefined {
  const found = dayIn(text, today);
  if (found === undefined) return withoutDay(text);
  const before = withoutEnd(text.slice(0, found.start));
  const rest = text.slice(found.end);
  const { time, length } = timeIn(rest);
  const after = rest.slice(length).trimStart();
  const [first, second] = [nameAtStart(before, named), nameAtStart(after, named)];
  const why = second === undefined ? after : after.slice(second.length);
  return { day: found.day, time, departmentId: (second ?? first)?.id, reason: reasonIn(why), unread: '' };
}

function withoutDay(text: string): WrittenMove | undefined {
  const because = /\s(?:fordi|because)\s/iu.exec(text);
  const unread = because === null ? text : text.slice(0, because.index);
  const reason = because === null ? '' : reasonIn(text.slice(because.index));
  if (unread.length > UNREAD_MAX) return undefined;
  return { day: undefined, time: undefined, departmentId: undefined, reason, unread };
}

interface FoundDay {
  readonly day: LocalDate;
  readonly start: number;
  readonly end: number;
}

/** The first day that the text names. */
function dayIn(text: string, today: LocalDate): FoundDay | undefined {
  const found = [ISO, NUMBERS, NAMED].flatMap((pattern) => [...text.matchAll(pattern)].flatMap(toDay));
  return found.toSorted((one, other) => one.start - other.start)[0];

  function toDay(match: RegExpExecArray): readonly FoundDay[] {
    const { day: date, month, name, year } = match.groups ?? {};
    const number = month ?? String(MONTHS.findIndex((names) => names.includes(name?.toLowerCase() ?? '')) + 1);
    const rest = `${number.padStart(2, '0')}-${date?.padStart(2, '0')}`;
    const isWhole = date === undefined || year !== undefined;
    const day = isWhole ? parseLocalDate(date === undefined ? match[0] : `${year}-${rest}`) : nextSuch(rest, today);
    return day === undefined ? [] : [{ day, start: match.index, end: match.index + match[0].length }];
  }
}

/** What a text is does not depend on today. */
const ANY_DAY = '2026-01-01' as LocalDate;

/** How many years are looked at for a date without a year: the 29th of February may be eight years away. */
const YEARS_LOOKED_AT = 9;

/** The next day with that date, which may be today. @param monthAndDay `MM-DD` */
function nextSuch(monthAndDay: string, today: LocalDate): LocalDate | undefined {
  const years = Array.from({ length: YEARS_LOOKED_AT }, (_, index) => Number(today.slice(0, 4)) + index);
  return years
    .flatMap((year) => parseLocalDate(`${String(year).padStart(4, '0')}-${monthAndDay}`) ?? [])
    .find((day) => day >= today);
}

function timeIn(rest: string): { readonly time: string | undefined; readonly length: number } {
  const found = TIME.exec(rest);
  const { hour, minute = '00' } = found?.groups ?? {};
  const time = hour === undefined ? undefined : readTimeOfDay(`${hour}:${minute}`);
  return { time, length: time === undefined ? 0 : (found?.[0].length ?? 0) };
}

/** The text without `til den` and the like at its end, and without `for` at its beginning. */
function withoutEnd(text: string): string {
  let left = text.trimEnd();
  for (let word = BEFORE.exec(left); word !== null && left !== ''; word = BEFORE.exec(left)) {
    left = left.slice(0, word.index).trimEnd();
  }
  return left.replace(/[:,]$/u, '');
}

/** The longest name that the text begins with. */
function nameAtStart(text: string, named: readonly Named[]): { id: DepartmentId; length: number } | undefined {
  const lead = /^for\s/iu.exec(text)?.[0].length ?? 0;
  const said = text.slice(lead).toLowerCase();
  const [longest] = named
    .filter(({ name }) => said.startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(said.slice(name.length)))
    .toSorted((one, other) => other.name.length - one.name.length);
  return longest && { id: longest.id, length: lead + longest.name.length };
}

function reasonIn(text: string): string {
  const lead = BECAUSE.exec(text)?.[0] ?? '';
  const reason = text.slice(lead.length).trim();
  return reason.slice(0, 1).toUpperCase() + reason.slice(1);
}

/** Whether a text is about a deadline. @param text what somebody wrote after `frist` */
export function isWrittenMove(text: string): boolean {
  return readWrittenMove(text, ANY_DAY) !== undefined;
}
