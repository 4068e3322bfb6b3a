import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type FileStore, UnreadableRow } from '../../application/ports.js';
import { FILE_PARTS_MAX } from '../../domain/limits.js';
import { filePartKey, fileRows, type RowKey } from './keys.js';
import { understandEach, understandOne } from './reading.js';
import type { StoredRow } from './row.js';
import { notUnderstood, readBody, writeBody } from './row-body.js';
import { filePartSchema } from './row-schemas.js';
import type { Table } from './table.js';

/**
 * The bytes of a file in one row. Base64 needs four characters for three bytes, and a character takes two bytes of the
 * row's 1 MiB (learn.microsoft.com, "Understanding the Table service data model").
 */
const BYTES_A_ROW = 300_000;

type FilePart = z.infer<typeof filePartSchema>;

/**
 * Keeps files in Azure Table Storage. The hash of a file's content is in the keys of its rows. A row may be written
 * many times and is always the same, so that no transaction is needed: a file exists when all its rows exist. Putting a
 * file again repairs it.
 */
export function createTableFileStore(table: Table): FileStore {
  return {
    async put(tenantId, bytes) {
      const sha256 = digestOf(bytes);
      const parts = Math.max(1, Math.ceil(bytes.length / BYTES_A_ROW));
      if (parts > FILE_PARTS_MAX) throw new RangeError(`A file of ${bytes.length} bytes; the store keeps no such.`);
      for (let part = 0; part < parts; part += 1) {
        const piece = bytes.subarray(part * BYTES_A_ROW, (part + 1) * BYTES_A_ROW);
        await putPart(filePartKey(tenantId, sha256, part), { parts, base64: Buffer.from(piece).toString('base64') });
      }
      return sha256;
    },

    async get(tenantId, sha256) {
      const range = fileRows(tenantId, sha256);
      const rows = await table.query(range);
      const [first] = rows;
      if (first === undefined) return undefined;
      const { values, unreadable } = understandEach(table, range, rows, understandPart);
      if (unreadable[0] !== undefined) throw unreadable[0].error;
      const whole = Buffer.concat(values.map(({ base64 }) => Buffer.from(base64, 'base64')));
      if (digestOf(whole) === sha256) return new Uint8Array(whole);
      return understandOne(table, first, (row) => {
        throw notUnderstood(row, 'the file that begins with it is not what was put, or not all of it');
      });
    },
  };

  /** Writes a part unless it exists. An existing part is replaced only if its content is not what it should be. */
  async function putPart(key: RowKey, value: FilePart): Promise<void> {
    const row = { key, properties: writeBody(value) };
    const outcome = await table.transact([{ change: 'insert', row }]);
    if (outcome.kind === 'unknown') throw outcome.error;
    if (outcome.kind === 'done') return;
    const present = await table.read(key);
    if (present !== undefined && holds(present, value)) return;
    const repaired = await table.transact([{ change: 'put', row }]);
    if (repaired.kind === 'unknown') throw repaired.error;
  }
}

function understandPart(row: StoredRow): FilePart {
  return readBody(row, filePartSchema);
}

function holds(row: StoredRow, { parts, base64 }: FilePart): boolean {
  try {
    const present = understandPart(row);
    return present.parts === parts && present.base64 === base64;
  } catch (error) {
    if (error instanceof UnreadableRow) return false;
    throw error;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
