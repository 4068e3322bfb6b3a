import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FileStore } from '../../application/ports.js';
import { filePartKey, fileRows } from './keys.js';
import { readBody, writeBody } from './row-body.js';
import type { Table } from './table.js';

/**
 * Bytes of a file in one row. Base64 takes four characters for three bytes, and a character two bytes of the row's
 * 1 MiB (learn.microsoft.com, "Understanding the Table service data model").
 */
const BYTES_A_ROW = 300_000;

const partSchema = z.object({ parts: z.number(), base64: z.string() });

/**
 * Keeps files in Azure Table Storage, in rows named by what the file holds. A row is written as often as one likes
 * and is always the same, so nothing needs a transaction: a file is there when all its rows are.
 */
export function createTableFileStore(table: Table): FileStore {
  return {
    async put(tenantId, bytes) {
      const sha256 = digestOf(bytes);
      const parts = Math.max(1, Math.ceil(bytes.length / BYTES_A_ROW));
      for (let part = 0; part < parts; part += 1) {
        const piece = bytes.subarray(part * BYTES_A_ROW, (part + 1) * BYTES_A_ROW);
        const properties = writeBody({ parts, base64: Buffer.from(piece).toString('base64') });
        const row = { key: filePartKey(tenantId, sha256, part), properties };
        const outcome = await table.transact([{ change: 'put', row }]);
        if (outcome.kind === 'unknown') throw outcome.error;
      }
      return sha256;
    },

    async get(tenantId, sha256) {
      const rows = await table.query(fileRows(tenantId, sha256));
      const pieces = rows.map((row) => readBody(row, partSchema));
      if (pieces.length === 0 || pieces.length < (pieces[0]?.parts ?? 0)) return undefined;
      const bytes = Buffer.concat(pieces.map(({ base64 }) => Buffer.from(base64, 'base64')));
      if (digestOf(bytes) !== sha256) throw new Error(`The file ${sha256} is not what was put.`);
      return new Uint8Array(bytes);
    },
  };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
