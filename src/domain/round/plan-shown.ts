import { comparable } from './form-differences.js';
import { savingOf } from './plan-saved.js';
import type { Round } from './round.js';
import { formValuesOf, type RoundFormField, type RoundFormValues } from './round-form.js';

/*
 * What a card showed of a plan, so that a form can tell what its person has changed on it, and a card what has been changed
 * since. A mark stands for a field with its content. Marks of fields that one version of the bot has and another has not
 * say nothing.
 */

/** The marks of a plan's fields, as a card carries them: `MARK_LENGTH` characters each. Their order means nothing. */
export type PlanShown = string;

/** The length of a mark in characters: 32 bits in base 36. */
const MARK_LENGTH = 7;

/** The longest `PlanShown` that is read, in characters. Our choice: some three times the fields that there are. */
export const PLAN_SHOWN_MAX = 490;

export function planShown(values: RoundFormValues): PlanShown {
  return fieldsOf(values)
    .map((field) => markOf(field, values))
    .join('');
}

/** @returns undefined for what no card carries */
export function parsePlanShown(sent: unknown): PlanShown | undefined {
  const isOurs = typeof sent === 'string' && sent !== '' && sent.length <= PLAN_SHOWN_MAX && /^[0-9a-z]+$/u.test(sent);
  return isOurs && sent.length % MARK_LENGTH === 0 ? sent : undefined;
}

/** Whether a plan says all that the card showed. */
export function isAsShown(shown: PlanShown, present: RoundFormValues): boolean {
  const marks = marksIn(planShown(present));
  return [...marksIn(shown)].every((mark) => marks.has(mark));
}

/** What a card that shows a plan carries of it. Cards of older versions carry less. */
export interface SeenPlan {
  /** The saving of the plan that the card showed (`savingOf`). */
  readonly savedSeen?: number | undefined;
  /** What that saving said. */
  readonly planShown?: PlanShown | undefined;
}

type PlannedRound = Pick<Round, 'plan' | 'planSaved'>;

export function seenIn(round: PlannedRound): { readonly savedSeen: number; readonly planShown: PlanShown } {
  return { savedSeen: savingOf(round), planShown: planShown(formValuesOf(round.plan)) };
}

/** Whether somebody has changed a plan since a card showed it. An older version of the bot does not tell of its savings. */
export function isChangedSince(round: PlannedRound, { savedSeen = 0, planShown: shown }: SeenPlan): boolean {
  const isUnseen = shown !== undefined && !isAsShown(shown, formValuesOf(round.plan));
  return isUnseen || savingOf(round) > savedSeen;
}

/** The fields of a form that say what the card showed. */
export function untouchedFields(shown: PlanShown, values: RoundFormValues): ReadonlySet<RoundFormField> {
  const marks = marksIn(shown);
  return new Set(fieldsOf(values).filter((field) => marks.has(markOf(field, values))));
}

function fieldsOf(values: RoundFormValues): readonly RoundFormField[] {
  return (Object.keys(values) as RoundFormField[]).toSorted();
}

function marksIn(shown: PlanShown): ReadonlySet<string> {
  const count = Math.ceil(shown.length / MARK_LENGTH);
  return new Set(Array.from({ length: count }, (_, at) => shown.slice(at * MARK_LENGTH, (at + 1) * MARK_LENGTH)));
}

/** FNV-1a with 32 bits. Nobody gains by two contents with one mark: it hides a change from whoever makes it. */
function markOf(field: RoundFormField, values: RoundFormValues): string {
  let hash = 0x81_1c_9d_c5;
  for (const unit of `${field}=${comparable(values[field])}`) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  }
  return hash.toString(36).padStart(MARK_LENGTH, '0');
}
