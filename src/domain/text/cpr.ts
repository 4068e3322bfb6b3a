import { lineBefore } from './line-before.js';

/**
 * A certain or possible Danish personal identification number (CPR number) in a text. It holds the place and never the
 * number, so that a finding can be logged and stored.
 */
export interface CprFinding {
  /**
   * `certain`: written as CPR numbers are written (`010203-1234`), labelled as a CPR number, or ten digits with the
   * check digit that was used before 2007. `possible`: ten digits that begin with a date; or a date and four digits
   * that can as well be a year, a time of day or a part of another number.
   */
  readonly kind: 'certain' | 'possible';
  /** `start` and `end` are in UTF-16 units of the text. `end` is the place after the last digit. */
  readonly start: number;
  readonly end: number;
}

/** Digits with nothing between them except invisible characters. */
interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** The characters between two groups that may be one number. */
interface Gap {
  readonly mark: '' | '-' | '.' | '/' | 'other' | 'wide';
  readonly isSpaced: boolean;
  readonly isTab: boolean;
}

/** Groups that are written in a way in which a CPR number can be written. */
interface Spelling {
  readonly count: number;
  readonly serial: string;
  /** The gap between the date and the last four digits; undefined for ten digits without a gap. */
  readonly gap: Gap | undefined;
  readonly hasCentury: boolean;
  /** Whether all digits stand in pairs. Telephone numbers and counts are written in pairs too. */
  readonly isInPairs: boolean;
  /** Whether the day or the month has one digit. Dates and numbers of other kinds are written so too. */
  readonly isShort: boolean;
}

const DIGIT = /\p{Nd}/gu;
const GROUP = /\d(?:[\p{Cf}\p{M}]*\d)*/gu;
const UNSEEN = /[\p{Cf}\p{M}]/gu;

/** Spaces of any width but no line break, and at most one mark; a dash may be repeated. */
const GAP = /^[\p{Zs}\t]{0,2}(?<mark>(?:[\p{Pd}\u2212\u02D7]{1,3}|[./_:+·•\\|~])?)[\p{Zs}\t]{0,2}$/u;

/** Other gaps before the last four digits: a bracket, a column's width, or a mark that also separates other numbers. */
const WIDE_GAP = /^(?:\p{Zs}?[([]|[=*'’→,;]|[\p{Zs}\t]{3,11}|\p{Zs}{0,4}[\p{Pd}\u2212]\p{Zs}{0,4})$/u;

/** The longest gap, in UTF-16 units, with its invisible characters. Our choice: GAP matches up to seven visible. */
const GAP_MAX = 12;

/** How many UTF-16 units of the line before a number are searched for a label. Our choice: a label and its colon. */
const LABEL_MAX = 30;

const CPR_LABEL = /(?:cpr|c\.p\.r|person[- ]?(?:nummer|nr))[^\d\n]{0,16}$/iu;
const OTHER_LABEL =
  /(?<!\p{L})(?:sag\p{L}*|j\.? ?nr|journal\p{L}*|faktura\p{L}*|ordre\p{L}*|(?:reg|konto)\p{L}*|bilag|ean|iban|cvr|p-?nr|p-?nummer|tlf|telefon\p{L}*|kle|dok\p{L}*|id)(?:[- .]?n(?:umme)?r)?[^\p{L}\d\n]{0,4}$/iu;
const DATE_WORD = /(?<!\p{L})(?:d\.|den|dato|pr\.|fra|til|siden)[: ]{0,2}$/iu;

/** Authorities give replacement numbers to people without a CPR number. In those the day is 60 higher. */
const REPLACEMENT = 60;

/** The weight of each digit in the check that all CPR numbers passed until 2007 (cpr.dk, "modulus 11-kontrol"). */
const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Every CPR number in a text, in every spelling that people use, for every century, with or without a correct check
 * digit. Since 2007 there are numbers that fail the check. So the check can make a suspicion certain, but a failed
 * check proves nothing. A number never continues over a line break. The time is linear in the length of the text.
 */
export function findCprNumbers(text: string): readonly CprFinding[] {
  const folded = text.replace(DIGIT, asciiDigit);
  const groups = groupsIn(folded);
  const found: CprFinding[] = [];
  /** The index of the first group that is not part of a number already found. */
  let free = 0;
  for (let index = 0; index < groups.length; index += 1) {
    const isNamed = CPR_LABEL.test(lineBefore(folded, groups[index]?.start ?? 0, LABEL_MAX));
    const spelling = spellingAt(folded, groups, index, isNamed);
    const kind = spelling && certaintyOf(folded, groups, index, spelling, free === index);
    const first = groups[index];
    const last = groups[index + (spelling?.count ?? 0) - 1];
    if (kind === undefined || first === undefined || last === undefined) continue;
    found.push({ kind, start: first.start, end: last.end });
    index += (spelling?.count ?? 1) - 1;
    free = index + 1;
  }
  return found;
}

/** The certainty of the most certain CPR number in a text; undefined where there is none. */
export function cprCertaintyIn(text: string): CprFinding['kind'] | undefined {
  const found = findCprNumbers(text);
  if (found.length === 0) return undefined;
  return found.some(({ kind }) => kind === 'certain') ? 'certain' : 'possible';
}

/** The same digit in ASCII, padded to the same length so that places stay. Digits of other scripts stay as they are. */
function asciiDigit(digit: string): string {
  const ascii = digit.normalize('NFKC');
  return /^\d$/u.test(ascii) ? ascii + '\u200B'.repeat(digit.length - 1) : digit;
}

function groupsIn(folded: string): readonly Group[] {
  return [...folded.matchAll(GROUP)].map(({ 0: written, index }) => ({
    digits: written.replace(UNSEEN, ''),
    start: index,
    end: index + written.length,
  }));
}

function gapBetween(folded: string, one: Group | undefined, other: Group | undefined): Gap | undefined {
  if (one === undefined || other === undefined || other.start - one.end > GAP_MAX) return undefined;
  const between = folded.slice(one.end, other.start).replace(UNSEEN, '');
  const mark = GAP.exec(between)?.groups?.['mark'];
  const isTab = between.includes('\t');
  if (mark !== undefined) return { mark: markOf(mark), isSpaced: between !== mark, isTab };
  return WIDE_GAP.test(between) ? { mark: 'wide', isSpaced: true, isTab } : undefined;
}

/** The gap to a neighbouring number; undefined where the gap is wide, because a wide gap separates two numbers. */
function narrowGap(folded: string, one: Group | undefined, other: Group | undefined): Gap | undefined {
  const gap = gapBetween(folded, one, other);
  return gap?.mark === 'wide' ? undefined : gap;
}

function markOf(mark: string): Gap['mark'] {
  if (mark === '' || mark === '.' || mark === '/') return mark;
  return /^[\p{Pd}\u2212\u02D7]+$/u.test(mark) ? '-' : 'other';
}

/**
 * Reads the groups from `index` on as a CPR number: a day, a month, a year and four digits.
 *
 * @param isNamed whether a label says that it is a CPR number; then the gaps may stand anywhere
 * @returns undefined when they cannot be read so
 */
function spellingAt(folded: string, groups: readonly Group[], index: number, isNamed: boolean): Spelling | undefined {
  /** The key is the number of digits before the gap. */
  const gaps = new Map<number, Gap>();
  let digits = '';
  let isShort = false;
  for (let next = index; next < groups.length && digits.length < 12; next += 1) {
    const group = groups[next];
    if (group === undefined) return undefined;
    if (next > index) {
      const gap = gapBetween(folded, groups[next - 1], group);
      if (gap === undefined) return undefined;
      gaps.set(digits.length, gap);
    }
    const isOneDigit = group.digits.length === 1 && next < index + 2 && isMarked(folded, group, groups[next + 1]);
    isShort ||= isOneDigit;
    digits += isOneDigit ? `0${group.digits}` : group.digits;
    const dateLength = digits.length - 4;
    if (!isDateWithSerial(digits) || !(isNamed || isGrouped(gaps, dateLength))) continue;
    return {
      count: next - index + 1,
      serial: digits.slice(-4),
      gap: gaps.get(dateLength),
      hasCentury: dateLength === 8,
      isInPairs: gaps.size === 4,
      isShort,
    };
  }
  return undefined;
}

/** Whether the mark after a day or a month is one that dates have. */
function isMarked(folded: string, one: Group, other: Group | undefined): boolean {
  return ['-', '.', '/'].includes(gapBetween(folded, one, other)?.mark ?? '');
}

function isDateWithSerial(digits: string): boolean {
  if (!isDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)))) return false;
  if (digits.length === 10) return true;
  const year = Number(digits.slice(4, 8));
  return digits.length === 12 && year >= 1850 && year <= 2057;
}

/** Whether the gaps stand where people put them: similar ones between day, month and year, one before the last four. */
function isGrouped(gaps: ReadonlyMap<number, Gap>, dateLength: number): boolean {
  if (gaps.size === 0) return dateLength === 6;
  if (!gaps.has(dateLength)) return false;
  const [day, month, serial] = [gaps.get(2), gaps.get(4), gaps.get(8)];
  if ([...gaps.keys()].some((place) => ![2, 4, dateLength, 8].includes(place))) return false;
  if ([...gaps].some(([place, { mark }]) => mark === 'wide' && place !== dateLength)) return false;
  // "2012 2013 2014" are years.
  if (dateLength === 8 && day === undefined && month?.mark === '' && serial?.mark === '') return false;
  // The last four digits may be divided in two by a space, as in "01 02 03 - 12 34".
  if (dateLength === 6 && serial !== undefined && serial.mark !== '') return false;
  if (day === undefined && month === undefined) return true;
  return day === undefined || month === undefined ? (day ?? month)?.mark === '' : isDateIn(day, month);
}

/** Danes write `01.02.03`, `01-02-03`, `01/02/03` and `01/02-03`. */
function isDateIn(day: Gap, month: Gap): boolean {
  return day.mark === month.mark || (day.mark === '/' && month.mark === '-');
}

function isDay(written: number, month: number): boolean {
  const day = written > REPLACEMENT ? written - REPLACEMENT : written;
  // The two digits of the year do not tell the century, so the 29th of February is always accepted.
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/**
 * @param isAfterNumber whether a CPR number, or nothing, stands directly before
 * @returns undefined for digits that are more likely a part of something else
 */
function certaintyOf(
  folded: string,
  groups: readonly Group[],
  index: number,
  spelling: Spelling,
  isAfterNumber: boolean,
): CprFinding['kind'] | undefined {
  const { count, gap } = spelling;
  const start = groups[index]?.start ?? 0;
  const label = lineBefore(folded, start, LABEL_MAX);
  if (CPR_LABEL.test(label)) return 'certain';
  const before = isAfterNumber ? undefined : narrowGap(folded, groups[index - 1], groups[index]);
  const after = narrowGap(folded, groups[index + count - 1], groups[index + count]);
  if (gap === undefined) return certaintyOfTen(groups, index, before, label);
  const isOnlyPairs = spelling.isInPairs && [before, after].some((each) => each?.mark === '');
  if (isOnlyPairs || (isGlued(before) && isYear(spelling.serial))) return undefined;
  const isBeforeMore = isGlued(after) && spellingAt(folded, groups, index + count, false) === undefined;
  if (isGlued(before) || isBeforeMore || gap.isTab || spelling.isShort || isOdd(gap)) return 'possible';
  return isSomethingElse(spelling, gap, label) ? 'possible' : 'certain';
}

/** For ten digits without a gap. A Danish account number has ten digits, after the four digits of its bank. */
function certaintyOfTen(
  groups: readonly Group[],
  index: number,
  before: Gap | undefined,
  label: string,
): CprFinding['kind'] | undefined {
  const bank = groups[index - 1]?.digits ?? '';
  if (before !== undefined && bank.length === 4 && (isGlued(before) || !isYear(bank))) return undefined;
  return hasCheckDigit(groups[index]?.digits ?? '') && !OTHER_LABEL.test(label) ? 'certain' : 'possible';
}

/** Whether a date and four digits can as well be a date with a year, a time of day, a count or a case number. */
function isSomethingElse({ serial, hasCentury, isInPairs }: Spelling, gap: Gap, label: string): boolean {
  if (gap.mark === '-' && !gap.isSpaced) return isYear(serial) && (hasCentury || OTHER_LABEL.test(label));
  const isAfterDateWord = DATE_WORD.test(label);
  if (isYear(serial) || isTime(serial, isAfterDateWord)) return true;
  return gap.mark === '' && (isAfterDateWord || hasCentury || isInPairs);
}

function isOdd({ mark }: Gap): boolean {
  return mark === 'other' || mark === 'wide';
}

/** Whether a mark without spaces joins a group to the next, as in the number of a case. */
function isGlued(gap: Gap | undefined): boolean {
  return gap !== undefined && gap.mark !== '' && !gap.isSpaced;
}

function isYear(digits: string): boolean {
  return /^(?:19|20)/u.test(digits);
}

/**
 * Whether four digits are a time of day as people write it: a multiple of five minutes, or any time after a word for
 * it.
 *
 * @param isSaid whether such a word stands before
 */
function isTime(digits: string, isSaid: boolean): boolean {
  const minutes = Number(digits.slice(2));
  return Number(digits.slice(0, 2)) < 24 && minutes < 60 && (isSaid || minutes % 5 === 0);
}

function hasCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}
