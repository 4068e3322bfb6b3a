import { idField } from './card-fields.js';

/**
 * Where the pressed card stands, as its button tells; undefined for a card that the bot sent unasked, and for cards of
 * older versions.
 */
export type Spot =
  /** The overview, which is drawn anew by itself, or a card that stands in its place for the person who reads. */
  | { readonly kind: 'overview' }
  /** A card on which something may be typed or ticked that this button does not send. */
  | { readonly kind: 'form' }
  /** A message of its own: one person has opened something, and nothing but a press changes it. */
  | OwnMessage;

export interface OwnMessage {
  readonly kind: 'own message';
  /** The Entra object id of the person who has opened it. */
  readonly openedBy: string;
  /** Set where a department has been looked for in it: a card about one then leads back to the search. */
  readonly isFinding?: true;
}

/** What the data of a button has of it. */
export function spotData(spot: Spot | undefined): object {
  if (spot === undefined) return {};
  if (spot.kind !== 'own message') return { spot: spot.kind };
  return { openedBy: spot.openedBy, ...(spot.isFinding === true ? { finding: true } : {}) };
}

/** Reads it. Whatever cannot be read is none: then a card is shown as it always was. */
export function spotOf(fields: ReadonlyMap<string, unknown>): Spot | undefined {
  const openedBy = idField(fields.get('openedBy'));
  const isFinding = fields.get('finding') === true;
  if (openedBy !== undefined) return { kind: 'own message', openedBy, ...(isFinding ? { isFinding } : {}) };
  const spot = fields.get('spot');
  return spot === 'overview' || spot === 'form' ? { kind: spot } : undefined;
}

/** A message in which a department is looked for. A place that is no message of its own stays as it is. */
export function whileFinding(spot: Spot | undefined): Spot | undefined {
  return spot?.kind === 'own message' ? { ...spot, isFinding: true } : spot;
}

/** The same message once something is done about the department that was found: the search is over then. */
export function whileActing(spot: Spot | undefined): Spot | undefined {
  return spot?.kind === 'own message' ? { kind: spot.kind, openedBy: spot.openedBy } : spot;
}

export const ON_OVERVIEW: Spot = { kind: 'overview' };
export const ON_FORM: Spot = { kind: 'form' };
