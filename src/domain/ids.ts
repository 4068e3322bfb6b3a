declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type RoundId = Branded<'RoundId'>;
export type DepartmentId = Branded<'DepartmentId'>;
/** Names one compiled notat of a round. */
export type NotatId = Branded<'NotatId'>;
/**
 * Names one intent to change something. It is the same every time that the intent is repeated. It is written with each
 * row, so that the bot can see that a change was made even when the answer to the write was lost.
 */
export type OperationId = Branded<'OperationId'>;

/** The form of the bot's own ids. Such an id is safe in a card, in a URL and in a table key without any encoding. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** @returns undefined for anything that cannot be one of the bot's own ids; data from a card is untrusted */
export function parseRoundId(value: unknown): RoundId | undefined {
  return isId(value) ? (value as RoundId) : undefined;
}

/** @returns undefined for anything that cannot be one of the bot's own ids */
export function parseDepartmentId(value: unknown): DepartmentId | undefined {
  return isId(value) ? (value as DepartmentId) : undefined;
}

/** @returns undefined for anything that cannot be one of the bot's own ids */
export function parseNotatId(value: unknown): NotatId | undefined {
  return isId(value) ? (value as NotatId) : undefined;
}

/** Joins the parts that identify an intent, for instance a verb and the id of the activity that carried it. */
export function operationId(...parts: readonly (string | number)[]): OperationId {
  return parts.join(' ') as OperationId;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
