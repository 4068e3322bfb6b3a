import { lazy } from '../lazy.js';
import { type Deadline, dayOf, timeOf } from '../round/deadline.js';

/**
 * The names that stand in braces in the notat's introduction, and in its sentence about how many have answered: `{frist}`.
 * They are Danish, as the notat is. In the notat, what they name stands in their place.
 */
export const OWN_FIELDS = [
  'titel',
  'rapport',
  'frist',
  'år',
  'antal fagområder',
  'antal svar',
  'antal uden svar',
  'antal uden bemærkninger',
] as const;

export type OwnField = (typeof OWN_FIELDS)[number];

/** What the fields of a notat stand for. */
export interface NamedInNotat {
  readonly title: string;
  readonly report: string;
  readonly deadline: Deadline;
  readonly asked: number;
  readonly answered: number;
  readonly nil: number;
}

/**
 * Words between braces, of at most 50 characters: our choice, as the longest field has half as many. Braces around anything
 * else are what somebody wrote, and so is a lone brace.
 */
const IN_BRACES = /\{(?<name>\p{L}[\p{L}\p{N} _-]{0,49})\}/gu;

/** The most unknown fields that are named. Our choice: whoever reads five sees what is wrong. */
const UNKNOWN_NAMED_MAX = 5;

/** The names in braces that are no field, each once, as they are written. */
export function unknownFieldsIn(text: string): readonly string[] {
  const names = [...text.matchAll(IN_BRACES)].map(({ groups }) => groups?.['name'] ?? '');
  return [...new Set(names.filter((name) => fieldOf(name) === undefined))].slice(0, UNKNOWN_NAMED_MAX);
}

/** The text with what its fields stand for. */
export function withFields(text: string, named: NamedInNotat): string {
  return text.replace(IN_BRACES, (written: string, name: string) => {
    const field = fieldOf(name);
    return field === undefined ? written : meaningOf(field, named);
  });
}

/** Capital letters and spaces do not matter. */
function fieldOf(name: string): OwnField | undefined {
  const wanted = name.trim().replace(/ +/gu, ' ').toLocaleLowerCase('da');
  return OWN_FIELDS.find((field) => field === wanted);
}

function meaningOf(field: OwnField, { title, report, deadline, asked, answered, nil }: NamedInNotat): string {
  switch (field) {
    case 'titel':
      return title;
    case 'rapport':
      return report;
    case 'frist':
      return deadlineInWords(deadline);
    case 'år':
      return String(Number(deadline.slice(0, 4)));
    case 'antal fagområder':
      return String(asked);
    case 'antal svar':
      return String(answered);
    case 'antal uden svar':
      return String(asked - answered);
    case 'antal uden bemærkninger':
      return String(nil);
  }
}

const DAY = lazy(() => new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' }));

/** `den 25. november 2026`, or with a time `den 25. november 2026 kl. 12.00` */
function deadlineInWords(deadline: Deadline): string {
  const day = `den ${DAY().format(new Date(`${dayOf(deadline)}T00:00:00Z`))}`;
  const [hour, minute] = timeOf(deadline)?.split(':') ?? [];
  return hour === undefined ? day : `${day} kl. ${Number(hour)}.${minute}`;
}
