import {
  type DepartmentId,
  type NotatId,
  parseDepartmentId,
  parseNotatId,
  parseRoundId,
  type RoundId,
} from '../domain/ids.js';
import type { RoundFormValues } from '../domain/round/round-form.js';
import { findingInput } from './buttons.js';
import { choicesField, textField } from './card-fields.js';
import { roundFormValues } from './round/round-form-values.js';

/*
 * What a pressed button sends, read: the other half of what the cards write. Each function gives undefined for what none of
 * our cards can have sent. What it does give is untrusted until a use case has judged it.
 */

/** The button's data with the card's inputs, as the client merged them. */
export type Fields = ReadonlyMap<string, unknown>;

/** @param data of an Action.Execute, or of its Action.Submit fallback */
export function fieldsOf(data: unknown): Fields | undefined {
  return data === null || typeof data !== 'object' ? undefined : new Map(Object.entries(data));
}

export interface AboutRound {
  readonly roundId: RoundId;
  /** Made with the card, so that what one press sent can be told from the next; undefined where the card has none. */
  readonly nonce: string | undefined;
}

export function aboutRound(fields: Fields): AboutRound | undefined {
  const roundId = parseRoundId(fields.get('roundId'));
  return roundId && { roundId, nonce: parseNonce(fields.get('nonce')) };
}

/** Which department a card is about. */
export interface AboutDepartment extends AboutRound {
  readonly departmentId: DepartmentId;
}

export function aboutDepartment(fields: Fields): AboutDepartment | undefined {
  const departmentId = parseDepartmentId(fields.get('departmentId'));
  const about = aboutRound(fields);
  return about && departmentId && { ...about, departmentId };
}

/** What the person had before their eyes: the reply's version, and when draft and proposal were saved (ms); 0 for none. */
export interface SeenOnCard {
  readonly basedOn: number;
  readonly draftSeen: number;
  readonly proposalSeen: number;
}

/** What is about a department, and judged by what its card showed. */
export type SeenDepartment = AboutDepartment & SeenOnCard;

function seenDepartment(fields: Fields): SeenDepartment | undefined {
  const about = aboutDepartment(fields);
  // What a card leaves out, it does not show.
  const [basedOn, draftSeen, proposalSeen] = ['basedOn', 'draftSeen', 'proposalSeen'].map(
    (name) => fields.get(name) ?? 0,
  );
  if (!isCount(basedOn) || !isCount(draftSeen) || !isCount(proposalSeen)) return undefined;
  return about && { ...about, basedOn, draftSeen, proposalSeen };
}

/** What stood in a card's field when one of its buttons was pressed; empty for none. */
export interface Typed {
  readonly typed: string;
}

export function typedReply(fields: Fields): (SeenDepartment & Typed) | undefined {
  const seen = seenDepartment(fields);
  return seen && { ...seen, typed: textField(fields.get('reply')) };
}

/** A reply of someone who has been told of CPR numbers in it, and says why they are to stand. */
export function replyWithReason(fields: Fields): (SeenDepartment & Typed & { readonly reason: string }) | undefined {
  const typed = typedReply(fields);
  return typed && { ...typed, reason: textField(fields.get('reason')) };
}

/** Text that stood in the field before another card takes its place. */
export function carriedText(fields: Fields): (AboutDepartment & Typed) | undefined {
  const about = aboutDepartment(fields);
  return about && { ...about, typed: textField(fields.get('reply')) };
}

export interface DeclineFields extends AboutDepartment, Typed {
  readonly reason: string;
  /** A department's name, or empty. */
  readonly instead: string;
}

export function declineFields(fields: Fields): DeclineFields | undefined {
  const carried = carriedText(fields);
  return carried && { ...carried, reason: textField(fields.get('reason')), instead: textField(fields.get('instead')) };
}

export function sentBackFields(fields: Fields): (SeenDepartment & { readonly comment: string }) | undefined {
  const seen = seenDepartment(fields);
  return seen && { ...seen, comment: textField(fields.get('comment')) };
}

export function acceptedDecline(fields: Fields): (AboutDepartment & { readonly inNotat: boolean }) | undefined {
  const about = aboutDepartment(fields);
  const inNotat = fields.get('inNotat');
  return about && typeof inNotat === 'boolean' ? { ...about, inNotat } : undefined;
}

export interface FilledForm {
  /** Undefined for a round that is not planned yet. */
  readonly roundId: RoundId | undefined;
  readonly values: RoundFormValues;
}

/** A form can be filled in with anything, so there is nothing that it cannot have sent. */
export function filledForm(fields: Fields): FilledForm {
  return { roundId: parseRoundId(fields.get('roundId')), values: roundFormValues(fields) };
}

export interface ClosingFields extends AboutRound {
  /** The departments that the card named as missing. */
  readonly missing: readonly DepartmentId[];
  /** The keys of the findings that are to stand. */
  readonly keep: readonly string[];
}

export function closingFields(fields: Fields): ClosingFields | undefined {
  const about = aboutRound(fields);
  const missing = choicesField(fields.get('missing')).flatMap((id) => parseDepartmentId(id) ?? []);
  const keep = choicesField(fields.get('findings')).filter((_, i) => textField(fields.get(findingInput(i))) === 'keep');
  return about && { ...about, missing, keep };
}

export function reopeningFields(fields: Fields): (AboutRound & { readonly reason: string }) | undefined {
  const about = aboutRound(fields);
  return about && { ...about, reason: textField(fields.get('reason')) };
}

export function aboutNotat(fields: Fields): (AboutRound & { readonly notatId: NotatId }) | undefined {
  const notatId = parseNotatId(fields.get('notatId'));
  const about = aboutRound(fields);
  return about && notatId && { ...about, notatId };
}

/** A value that each field of a button's data can have. */
const READABLE: Readonly<Record<string, unknown>> = {
  roundId: 'x',
  departmentId: 'x',
  notatId: 'x',
  basedOn: 0,
  draftSeen: 0,
  proposalSeen: 0,
  inNotat: true,
};

/**
 * Which field it is for which a button's data could not be read: its name alone, for the log.
 *
 * @param parse the function above that gave undefined for `fields`
 */
export function unreadField(fields: Fields, parse: (fields: Fields) => unknown): string {
  const isUnread = (field: string) =>
    parse(new Map(Object.entries({ ...READABLE, [field]: fields.get(field) }))) === undefined;
  return `data.${Object.keys(READABLE).find(isUnread) ?? 'verb'}`;
}

/** Our nonces are ids; anything else was not made by us, and names nothing. */
function parseNonce(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/u.test(value) ? value : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
