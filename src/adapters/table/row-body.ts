import type { z } from 'zod';
import { UnreadableRow } from '../../application/ports.js';
import { JSON_DEPTH_MAX } from '../../domain/limits.js';
import { kindOf } from './keys.js';
import { isPartOf, joinText, splitText } from './long-text.js';
import { nameOf, type Properties, type StoredRow } from './row.js';

const BODY = 'body';

/**
 * The number of the present format of rows, which every row has beside its body. It grows with every change of the
 * format. A higher number alone does not make a row unreadable: properties that were added are kept (docs/adr/0012).
 */
const SCHEMA = 1;
const SCHEMA_PROPERTY = 'schema';

/**
 * Stands beside the body of a row that earlier versions of the bot would misread. It is the lowest schema number of a
 * version that reads the row correctly. Nothing writes it yet.
 */
const READABLE_FROM = 'readableFrom';

/** Marks a row as written in the present format. */
export const OF_THIS_SCHEMA: Properties = { [SCHEMA_PROPERTY]: SCHEMA };

/** Writes a value as properties of a row. Dates become ISO strings, and undefined becomes null. */
export function writeBody(value: object): Properties {
  const text = JSON.stringify(value, (_, part: unknown) => (part === undefined ? null : part));
  return { ...splitText(BODY, text), ...OF_THIS_SCHEMA };
}

/**
 * Reads a value that `writeBody` wrote.
 *
 * @throws UnreadableRow, which names the row and the place of the problem, and never the row's content
 */
export function readBody<Value>(row: StoredRow, schema: z.ZodType<Value>): Value {
  refuseNewer(row);
  const text = joinText(BODY, row.properties);
  if (text === undefined) throw notUnderstood(row, 'its text is missing or incomplete');
  if (isDeep(text)) throw notUnderstood(row, `its text is nested more than ${JSON_DEPTH_MAX} deep`);
  const parsed = schema.safeParse(parseJson(row, text));
  if (parsed.success) return parsed.data;
  throw notUnderstood(
    row,
    `trouble at ${parsed.error.issues.map(({ path }) => path.join('.') || 'the top').join(', ')}`,
  );
}

/** @throws UnreadableRow for a row that says that this version of the bot would misread it */
export function refuseNewer(row: StoredRow): void {
  const from = row.properties[READABLE_FROM];
  if (from === undefined || (typeof from === 'number' && from <= SCHEMA)) return;
  throw notUnderstood(row, `it takes a newer version of the bot (schema ${String(from)})`);
}

/** Whether a newer version of the bot wrote the row. A version that cannot read it must not overwrite it. */
export function isOfNewer({ properties }: StoredRow): boolean {
  const schema = properties[SCHEMA_PROPERTY];
  return properties[READABLE_FROM] !== undefined || (typeof schema === 'number' && schema > SCHEMA);
}

/** Whether a row has a body, or a part of one. */
export function hasBody({ properties }: StoredRow): boolean {
  return Object.keys(properties).some((name) => isPartOf(BODY, name));
}

/** The properties beside the body of a row. They are kept when the row is written again. */
export function besideBody({ properties }: Pick<StoredRow, 'properties'>): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !isPartOf(BODY, name)));
}

/**
 * The properties of a row that is written again: the written ones, and those properties beside the body that this
 * version of the bot does not know. The schema number of a newer version stays, because its additions stay too.
 */
export function writtenOver(kept: Properties, written: Properties): Properties {
  const schema = Number(kept[SCHEMA_PROPERTY]);
  return { ...kept, ...written, ...(schema > SCHEMA ? { [SCHEMA_PROPERTY]: schema } : {}) };
}

export function notUnderstood(row: StoredRow, why: string): UnreadableRow {
  return new UnreadableRow(kindOf(row.key), nameOf(row.key), why);
}

function parseJson(row: StoredRow, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // biome-ignore lint/style/useErrorCause: the parser's message quotes the text, so it must go no further.
    throw notUnderstood(row, 'its text is not JSON');
  }
}

/**
 * Whether a JSON text is nested deeper than any row of the bot. Parts that are kept unread are written by recursion, so
 * their depth must be bounded.
 */
function isDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index];
    if (isInString) {
      if (unit === '\\') index += 1;
      else if (unit === '"') isInString = false;
    } else if (unit === '"') isInString = true;
    else if (unit === '{' || unit === '[') {
      depth += 1;
      if (depth > JSON_DEPTH_MAX) return true;
    } else if (unit === '}' || unit === ']') depth -= 1;
  }
  return false;
}
