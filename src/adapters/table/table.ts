import type { RestError as SdkError, TableClient, TransactionAction } from '@azure/data-tables';
import { TABLE_PAGES_MAX } from '../../domain/limits.js';
import { odata, RestError } from './azure-sdk.js';
import { checkTransaction } from './entity-limits.js';
import type { RowKey, RowRange } from './keys.js';
import { keyOf, nameOf, type Row, type RowChange, type StoredRow } from './row.js';
import type { UnreadableRows } from './unreadable-rows.js';

/** The result of a transaction. */
export type TransactionOutcome =
  | {
      readonly kind: 'done';
      /** The new ETag of each changed row, in the order of the changes; undefined where the service did not tell them. */
      readonly etags: readonly string[] | undefined;
    }
  /**
   * A row to insert existed, or a row to replace or delete was changed or gone. It is also the result when a
   * transaction succeeded, its answer was lost, and the request was then sent again.
   */
  | { readonly kind: 'conflict' }
  /** There was no answer, or the answer does not tell. The transaction may have succeeded, or may still succeed. */
  | { readonly kind: 'unknown'; readonly error: Error };

/**
 * The bot's only table. No call takes longer than the time limit; a query may take it once for each page. Errors never
 * contain what was written or read.
 */
export interface Table {
  /** The rows of the table that could not be understood. The code that reads a row notes it here. */
  readonly unreadable: UnreadableRows;
  /** Creates the table unless it exists. */
  create(): Promise<void>;
  read(key: RowKey): Promise<StoredRow | undefined>;
  /**
   * Every row of the range that matches the filter, sorted by key. All pages are read, up to `TABLE_PAGES_MAX`.
   *
   * @param limit how many rows are wanted at most; the service is asked for no more
   */
  query(range: RowRange, filter?: string, limit?: number): Promise<readonly StoredRow[]>;
  /**
   * Makes every change or none, in one request.
   *
   * @throws RangeError when the service could not take the changes; nothing is sent
   */
  transact(changes: readonly RowChange[]): Promise<TransactionOutcome>;
  /** Every row of the table, page by page, for administration. The bot itself never reads all rows. */
  everything(): AsyncIterable<readonly StoredRow[]>;
  /** @returns whether the row existed and had not changed since `etag` */
  delete(key: RowKey, etag: string): Promise<boolean>;
}

type Entity = Record<string, unknown>;

export function createTable(client: TableClient, timeLimitMs: number, unreadable: UnreadableRows): Table {
  const limited = () => ({ abortSignal: AbortSignal.timeout(timeLimitMs) });
  const failed = (doing: string, cause: unknown) => describeFailure(doing, cause, timeLimitMs);

  /** Each page has its own time limit, because the service decides how many pages there are. */
  async function* pages(most: number, filter?: string, size?: number): AsyncGenerator<readonly StoredRow[]> {
    let token: string | undefined;
    for (let number = 1; number <= most; number += 1) {
      const list = client.listEntities<Entity>({
        ...(filter === undefined ? {} : { queryOptions: { filter } }),
        ...limited(),
      });
      const settings = {
        ...(token === undefined ? {} : { continuationToken: token }),
        ...(size === undefined ? {} : { maxPageSize: size }),
      };
      const { value: page } = await list.byPage(settings).next();
      yield page?.map(toStoredRow) ?? [];
      token = page?.continuationToken;
      if (token === undefined) return;
    }
    throw new Error(`Table Storage gave ${most} pages, and there were more.`);
  }

  return {
    unreadable,

    async create() {
      try {
        await client.createTable(limited());
      } catch (cause) {
        throw failed('create the table', cause);
      }
    },

    async read(key) {
      try {
        return toStoredRow(await client.getEntity<Entity>(key.partitionKey, key.rowKey, limited()));
      } catch (cause) {
        if (isAbsentRow(cause)) return undefined;
        throw failed(`read the ${nameOf(key)}`, cause);
      }
    },

    async query(range, filter, limit) {
      const within = odata`PartitionKey eq ${range.partitionKey} and RowKey ge ${range.from} and RowKey lt ${range.to}`;
      const rows: StoredRow[] = [];
      try {
        const whole = filter === undefined ? within : `${within} and (${filter})`;
        for await (const page of pages(TABLE_PAGES_MAX, whole, limit)) {
          rows.push(...page);
          if (limit !== undefined && rows.length >= limit) return rows.slice(0, limit);
        }
      } catch (cause) {
        throw failed(`query partition '${range.partitionKey}'`, cause);
      }
      return rows;
    },

    async transact(changes) {
      checkTransaction(changes);
      if (changes.length === 0) return { kind: 'done', etags: [] };
      try {
        const { subResponses } = await client.submitTransaction(changes.map(toAction), limited());
        return { kind: 'done', etags: etagsOf(changes, subResponses) };
      } catch (cause) {
        if (isConflict(cause)) return { kind: 'conflict' };
        const error = failed('write', cause);
        if (isUnclear(cause)) return { kind: 'unknown', error };
        throw error;
      }
    },

    async *everything() {
      try {
        yield* pages(Number.POSITIVE_INFINITY);
      } catch (cause) {
        throw failed('list the table', cause);
      }
    },

    async delete(key, etag) {
      try {
        await client.deleteEntity(key.partitionKey, key.rowKey, { etag, ...limited() });
        return true;
      } catch (cause) {
        if (isConflict(cause)) return false;
        throw failed(`delete the ${nameOf(key)}`, cause);
      }
    },
  };
}

function toAction(change: RowChange): TransactionAction {
  switch (change.change) {
    case 'insert':
      return ['create', toEntity(change.row)];
    case 'replace':
      return ['update', toEntity(change.row), 'Replace', { etag: change.etag }];
    case 'put':
      return ['upsert', toEntity(change.row), 'Replace'];
    case 'delete':
      return ['delete', { ...change.key }];
  }
}

/**
 * The ETags in the answer to a transaction. Its parts stand in the order of the request, and those about inserted rows
 * name their row. If a name is not the expected one, the order is not the expected one either.
 */
function etagsOf(
  changes: readonly RowChange[],
  parts: readonly { readonly rowKey?: string; readonly etag?: string }[],
): readonly string[] | undefined {
  if (parts.length !== changes.length) return undefined;
  const etags = changes.flatMap((change, index) => {
    const { rowKey, etag } = parts[index] ?? {};
    const isExpected = rowKey === undefined || namesRow(rowKey, keyOf(change));
    return isExpected && etag !== undefined ? [etag.trim()] : [];
  });
  return etags.length === changes.length ? etags : undefined;
}

/** The service may write any character of a key as in an address. No key holds a `%`. */
function namesRow(name: string, { rowKey }: RowKey): boolean {
  try {
    return decodeURIComponent(name) === rowKey;
  } catch {
    return false;
  }
}

function toEntity(row: Row): Entity & RowKey {
  return { ...row.properties, ...row.key };
}

function toStoredRow(entity: Entity): StoredRow {
  // A row that is read alone also comes with the address of its description, which must not be written back.
  const { partitionKey, rowKey, etag, timestamp: _, 'odata.metadata': _description, ...properties } = entity;
  if (typeof partitionKey !== 'string' || typeof rowKey !== 'string' || typeof etag !== 'string') {
    throw new Error('Table Storage gave a row without keys or etag.');
  }
  return { key: { partitionKey, rowKey }, properties, etag };
}

function isAbsentRow(cause: unknown): boolean {
  return cause instanceof RestError && cause.statusCode === 404 && codeOf(cause) === 'ResourceNotFound';
}

/** Other errors with these statuses, such as `TableNotFound` and `TableBeingDeleted`, are not conflicts. */
function isConflict(cause: unknown): boolean {
  if (!(cause instanceof RestError)) return false;
  if (cause.statusCode === 412) return true;
  return isAbsentRow(cause) || (cause.statusCode === 409 && codeOf(cause) === 'EntityAlreadyExists');
}

/** Whether the request may have been carried out in spite of the error. */
function isUnclear(cause: unknown): boolean {
  if (!(cause instanceof RestError)) return isTimeLimit(cause);
  return (
    cause.statusCode === undefined || cause.statusCode < 400 || cause.statusCode === 408 || cause.statusCode >= 500
  );
}

function isTimeLimit(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}

/** The service's error code. Only the error of a transaction has it where the type `RestError` says. */
function codeOf(error: SdkError): string | undefined {
  const details = error.details as { readonly odataError?: { readonly code?: string } } | undefined;
  return details?.odataError?.code ?? error.code;
}

/** Makes an error without content. The SDK's errors contain the request, with people's texts; only codes may leave. */
function describeFailure(doing: string, cause: unknown, timeLimitMs: number): Error {
  if (isTimeLimit(cause)) return new Error(`Table Storage did not ${doing} within ${timeLimitMs} ms.`);
  if (!(cause instanceof RestError)) return cause instanceof Error ? cause : new Error(String(cause));
  const answer = [cause.statusCode, codeOf(cause)].filter((part) => part !== undefined).join(' ');
  return new Error(`Table Storage did not ${doing}: ${answer || 'no answer'}.`);
}
