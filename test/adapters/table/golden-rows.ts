import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Properties } from '../../../src/adapters/table/row.js';

/** A file for each kind of row; each row with the commit that wrote the first of its shape. Seen from the compiled file. */
export const GOLDEN_ROWS = new URL('../../../../test/adapters/table/golden-rows/', import.meta.url);

export type GoldenRow = { readonly since: string; readonly shape?: string } & (
  | { readonly body: object }
  | { readonly properties: Properties }
);

export function fileOf(kind: string): string {
  return `${kind.replaceAll(' ', '-')}.json`;
}

export function goldenRows(kind: string): readonly GoldenRow[] {
  const rows: readonly GoldenRow[] = JSON.parse(readFileSync(new URL(fileOf(kind), GOLDEN_ROWS), 'utf8'));
  assert.ok(rows.length > 0);
  return rows;
}

/** As it was before rows carried a schema number, which is as it must always be read. */
export function writtenThen(body: object): Properties {
  return { body0: JSON.stringify(body), bodyParts: 1 };
}
