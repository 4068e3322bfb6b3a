import { isDeepStrictEqual } from 'node:util';
import type { RowTag, SetupRequests } from '../../application/ports.js';
import type { SetupRequest } from '../../domain/channel/setup-request.js';
import { setupRequestKey } from './keys.js';
import { readStored, readTag } from './reading.js';
import type { RowChange } from './row.js';
import { writeBody, writtenOver } from './row-body.js';
import { setupRequestSchema } from './row-schemas.js';
import type { Table } from './table.js';

/** Keeps the setup requests of each tenant beside its channels. */
export function createTableSetupRequests(table: Table): SetupRequests {
  const find = (tenantId: string, channelId: string) =>
    readStored(table, setupRequestKey(tenantId, channelId), setupRequestSchema);

  return {
    find,

    async put(request, etag) {
      const outcome = await table.transact([toChange(request, etag)]);
      if (outcome.kind === 'done') return 'stored';
      // When a request was sent twice, its answer is about the second. Only the row shows whether the first succeeded.
      const { tenantId, channelId } = request.address;
      if (outcome.kind === 'conflict') {
        return isDeepStrictEqual((await find(tenantId, channelId))?.value, request) ? 'stored' : 'conflict';
      }
      const stored = await find(tenantId, channelId).catch(() => undefined);
      if (isDeepStrictEqual(stored?.value, request)) return 'stored';
      throw outcome.error;
    },

    async remove(tenantId, channelId, etag) {
      const isRemoved = await table.delete(setupRequestKey(tenantId, channelId), readTag(etag).etag);
      return isRemoved ? 'removed' : 'conflict';
    },
  };
}

function toChange(request: SetupRequest, tag: RowTag | undefined): RowChange {
  const key = setupRequestKey(request.address.tenantId, request.address.channelId);
  const properties = writeBody(request);
  if (tag === undefined) return { change: 'insert', row: { key, properties } };
  const { etag, kept } = readTag(tag);
  return { change: 'replace', row: { key, properties: writtenOver(kept, properties) }, etag };
}
