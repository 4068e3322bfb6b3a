import { findCprNumbers } from './cpr.js';
import type { DepartmentId } from './ids.js';
import { wordsOf } from './reply.js';
import type { RoundDepartment, RoundOverview } from './round.js';
import { replyThatCounts } from './standing.js';

/** Something in the notat's words that someone should look at before it is final. */
export interface Finding {
  /** Whose reply it is in; undefined for the notat's own title and introduction. */
  readonly departmentId: DepartmentId | undefined;
  /** The version of that reply; 0 for the notat's own words. */
  readonly version: number;
  readonly kind: FindingKind;
  /** Which of that kind it is in those words: 1 for the first. */
  readonly ordinal: number;
  /** The words themselves, with a little of what stands around them. */
  readonly excerpt: string;
}

/** What stands between a round and its final notat. */
export interface BeforeClosing {
  readonly overview: RoundOverview;
  /** Those who have not answered as they should; they are named before anything else. */
  readonly missing: readonly RoundDepartment[];
  /** What has not been let stand already. */
  readonly findings: readonly Finding[];
}

export type FindingKind =
  /** A template's field or a note to oneself that nobody has filled in. */
  | 'leftover field'
  /** A line of dots or underscores to be filled in. */
  | 'blank'
  | 'cpr number'
  /** Ten digits that may be a CPR number, and may be a case's or an invoice's. */
  | 'ten digits'
  | 'e-mail address'
  | 'phone number'
  /** A reply shorter than a sentence. */
  | 'short reply'
  | 'double space'
  | 'straight quote';

const PATTERNS: readonly (readonly [FindingKind, RegExp])[] = [
  [
    'leftover field',
    /\{[^{}\n]{1,60}\}|\[(?:udfyld|indsæt|skriv|navn|dato)[^\]\n]{0,40}\]|<<[^<>\n]{1,60}>>|\b(?:X{3,}|TODO|TBD)\b/giu,
  ],
  ['blank', /(?<!_)_{3,}|(?<!\.)\.{4,}|(?<!…)…{2,}/gu],
  ['e-mail address', /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  // Eight digits as Danes write them, alone or in pairs, with or without the country's code.
  ['phone number', /(?<![\d.-])(?:(?:\+|00)45[ -]?)?(?:\d{8}|\d{2}(?:[ -]\d{2}){3})(?![\d.-]?\d)/gu],
  ['double space', /(?<=\S) {2,}(?=\S)/gu],
  ['straight quote', /"/gu],
];

const TEN_DIGITS = /(?<!\d)\d{10}(?!\d)/gu;

/** Ten digits and the mark between them, in characters. */
const CPR_LENGTH = 11;

/** How many characters stand around what was found, on either side. */
const AROUND = 20;

/** The fewest words of a reply that may be a sentence. Our choice. */
const SENTENCE_WORDS = 3;

/** Everything in a round's notat to look at: its own words first, then the replies in the notat's order. */
export function checkBeforeIssue({ round, departments }: RoundOverview): readonly Finding[] {
  const { ask, introduction } = round.plan;
  const own = numbered([ask.title, introduction].flatMap(findingsIn)).map((found) => ({ ...OWN, ...found }));
  const replies = departments.flatMap((present) => {
    const { department } = present;
    const reply = replyThatCounts(present);
    if (reply === undefined) return [];
    const text = wordsOf(reply.content);
    const short: readonly Found[] =
      reply.content.kind === 'text' && isShort(text) ? [{ kind: 'short reply', excerpt: text }] : [];
    const where = { departmentId: department.id, version: reply.number };
    return numbered([...short, ...findingsIn(text)]).map((found) => ({ ...where, ...found }));
  });
  return [...own, ...replies];
}

/**
 * Names a finding without telling what was found, and is the same whenever the same words are checked: a version's
 * words never change.
 */
export function findingKey({ departmentId, version, kind, ordinal }: Finding): string {
  return [departmentId ?? '', version, kind.replaceAll(' ', '-'), ordinal].join(' ').trim();
}

/** Gives each its number among those of its kind, in their order. */
function numbered(found: readonly Found[]): readonly (Found & Pick<Finding, 'ordinal'>)[] {
  return found.map((each, index) => ({
    ...each,
    ordinal: found.slice(0, index + 1).filter(({ kind }) => kind === each.kind).length,
  }));
}

const OWN = { departmentId: undefined, version: 0 } as const;

type Found = Pick<Finding, 'kind' | 'excerpt'>;

function findingsIn(text: string): readonly Found[] {
  const plain = text.normalize('NFKC');
  const cpr = findCprNumbers(plain);
  const numbers = cpr.map(
    ({ kind, start }): Found => ({
      kind: kind === 'certain' ? 'cpr number' : 'ten digits',
      excerpt: excerptOf(plain, start, start + CPR_LENGTH),
    }),
  );
  const others = [...plain.matchAll(TEN_DIGITS)]
    .filter(({ index }) => cpr.every(({ start }) => start !== index))
    .map(({ index }): Found => ({ kind: 'ten digits', excerpt: excerptOf(plain, index, index + CPR_LENGTH) }));
  // Where something else is found beside a number, its excerpt may be kept, and so must not tell the number.
  const masked = cpr.reduce((rest, { start }) => maskDigits(rest, start, start + CPR_LENGTH), plain);
  const matches = PATTERNS.flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].map(({ 0: found, index }): Found => {
      return { kind, excerpt: excerptOf(masked, index, index + found.length) };
    }),
  );
  return [...numbers, ...others, ...matches];
}

function maskDigits(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}${text.slice(start, end).replace(/\d/gu, '#')}${text.slice(end)}`;
}

function excerptOf(text: string, start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const words = text.slice(from, to).replace(/\n/gu, ' ').trim();
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`.replace(/\p{Surrogate}/gu, '');
}

function isShort(text: string): boolean {
  return text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length < SENTENCE_WORDS;
}
