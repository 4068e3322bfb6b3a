declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type RoundId = Branded<'RoundId'>;
export type DepartmentId = Branded<'DepartmentId'>;
/** Names one compiled notat of a round. */
export type NotatId = Branded<'NotatId'>;
/**
 * Names one intent to change something, and is the same every time that intent is repeated. It is written
 * with each row, so that a change whose confirmation was lost is recognised as made.
 */
export type OperationId = Branded<'OperationId'>;

/** What our own ids look like: safe in a card, a URL and a table key as they are. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** @returns undefined for anything that cannot be one of our ids; card data is untrusted. */
export function parseRoundId(value: unknown): RoundId | undefined {
  return isId(value) ? (value as RoundId) : undefined;
}

/** @returns undefined for anything that cannot be one of our ids. */
export function parseDepartmentId(value: unknown): DepartmentId | undefined {
  return isId(value) ? (value as DepartmentId) : undefined;
}

/** @returns undefined for anything that cannot be one of our ids. */
export function parseNotatId(value: unknown): NotatId | undefined {
  return isId(value) ? (value as NotatId) : undefined;
}

/** Joins the parts that make an intent what it is, for instance a verb and the id of the activity that carried it. */
export function operationId(...parts: readonly (string | number)[]): OperationId {
  return parts.join(' ') as OperationId;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
