import type { z } from 'zod';
import { joinText, splitText } from './long-text.js';
import { nameOf, type Properties, type StoredRow } from './row.js';

const BODY = 'body';

/** Writes a value as properties of a row. Dates become ISO strings, and what is undefined becomes null. */
export function writeBody(value: object): Properties {
  return splitText(
    BODY,
    JSON.stringify(value, (_, part: unknown) => (part === undefined ? null : part)),
  );
}

/**
 * Reads a value that `writeBody` wrote.
 *
 * @throws Error that names the row and where in it the trouble is, never what it holds
 */
export function readBody<Value>(row: StoredRow, schema: z.ZodType<Value>): Value {
  const text = joinText(BODY, row.properties);
  if (text === undefined) throw notUnderstood(row, 'its text is missing or incomplete');
  const parsed = schema.safeParse(parseJson(row, text));
  if (parsed.success) return parsed.data;
  throw notUnderstood(
    row,
    `trouble at ${parsed.error.issues.map(({ path }) => path.join('.') || 'the top').join(', ')}`,
  );
}

function parseJson(row: StoredRow, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // biome-ignore lint/style/useErrorCause: the parser's message quotes the text, so it must go no further.
    throw notUnderstood(row, 'its text is not JSON');
  }
}

function notUnderstood(row: StoredRow, why: string): Error {
  return new Error(`The ${nameOf(row.key)} cannot be understood: ${why}.`);
}
