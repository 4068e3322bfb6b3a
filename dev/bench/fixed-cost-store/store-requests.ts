import { BATCH_TYPE, readBatch, writeBatch } from './batch.js';
import { readFilter } from './filter.js';
import { StoreError } from './store-error.js';
import type { RowChange, StoredTables } from './stored-tables.js';

/** A request to the store. */
export interface StoreRequest {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly ifMatch: string | undefined;
  readonly body: string;
}

export interface StoreAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What was done, for the counts. */
  readonly done: DoneRequest;
}

/** What one request did. */
export interface DoneRequest {
  /** Empty for a request that names no table. */
  readonly table: string;
  /** Of the row that was read, or of the rows that were written; empty for all other requests. */
  readonly partitionKey: string;
  readonly kind: 'create table' | 'read' | 'query' | 'write';
  /** The rows that were read or written; 0 for a request that was refused. */
  readonly rows: number;
}

/** One row in a path: `table(PartitionKey='…',RowKey='…')`, with doubled quotation marks in the keys. */
const ONE_ROW = /^(?<table>\w+)\(PartitionKey='(?<partition>(?:[^']|'')*)',RowKey='(?<row>(?:[^']|'')*)'\)$/u;
const JSON_TYPE = 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8';

/** Answers as the Azure Table REST API does, for the requests that @azure/data-tables sends for the bot. */
export function answerRequest(tables: StoredTables, request: StoreRequest): StoreAnswer {
  const { path, query } = placeOf(request.url);
  const place = targetOf(path);
  const kind = kindOf(request.method, path);
  try {
    if (path === '$batch') return answerBatch(tables, request.body);
    if (path === 'Tables') return createTable(tables, request.body);
    if (kind === 'query') return runQuery(tables, place.table, query);
    if (kind === 'read') {
      const { etag, json } = tables.read(place.table, place.partitionKey, place.rowKey);
      return {
        status: 200,
        headers: { 'content-type': JSON_TYPE, etag },
        body: json,
        done: { ...place, kind, rows: 1 },
      };
    }
    const change = changeOf(request);
    const [etag] = tables.transact(place.table, [change]);
    const { partitionKey } = change;
    const done = { table: place.table, partitionKey, kind, rows: 1 };
    return { status: 204, headers: etag === undefined ? {} : { etag }, body: '', done };
  } catch (error) {
    const { status, code, message } = refusalOf(error);
    const headers = { 'content-type': JSON_TYPE, 'x-ms-error-code': code };
    return { status, headers, body: errorBody(code, message), done: { ...noRow(place.table), kind } };
  }
}

function noRow(table: string): Pick<DoneRequest, 'table' | 'partitionKey' | 'rows'> {
  return { table, partitionKey: '', rows: 0 };
}

function createTable(tables: StoredTables, body: string): StoreAnswer {
  const { TableName: table } = JSON.parse(body) as { readonly TableName: string };
  tables.create(table);
  const headers = { 'content-type': JSON_TYPE };
  return {
    status: 201,
    headers,
    body: JSON.stringify({ TableName: table }),
    done: { ...noRow(table), kind: 'create table' },
  };
}

function runQuery(tables: StoredTables, table: string, query: URLSearchParams): StoreAnswer {
  const filter = query.get('$filter');
  const [partitionKey, rowKey] = [query.get('NextPartitionKey'), query.get('NextRowKey')];
  const { rows, next } = tables.query(
    table,
    filter === null ? undefined : readFilter(filter),
    Number(query.get('$top') ?? Number.POSITIVE_INFINITY),
    partitionKey === null || rowKey === null
      ? undefined
      : { partitionKey: fromToken(partitionKey), rowKey: fromToken(rowKey) },
  );
  const more = next && {
    'x-ms-continuation-nextpartitionkey': toToken(next.partitionKey),
    'x-ms-continuation-nextrowkey': toToken(next.rowKey),
  };
  return {
    status: 200,
    headers: { 'content-type': JSON_TYPE, ...more },
    body: `{"value":[${rows.map(({ json }) => json).join(',')}]}`,
    done: { ...noRow(table), kind: 'query', rows: rows.length },
  };
}

/** A key in a form that a header and a query can carry. */
function toToken(key: string): string {
  return Buffer.from(key).toString('base64url');
}

function fromToken(token: string): string {
  return Buffer.from(token, 'base64url').toString();
}

function answerBatch(tables: StoredTables, body: string): StoreAnswer {
  const parts = readBatch(body);
  const table = targetOf(placeOf(parts[0]?.url ?? '').path).table;
  const answer = (text: string, changes: readonly RowChange[]): StoreAnswer => ({
    status: 202,
    headers: { 'content-type': BATCH_TYPE },
    body: text,
    done: { table, partitionKey: changes[0]?.partitionKey ?? '', kind: 'write', rows: changes.length },
  });
  try {
    const changes = parts.map(({ body: text = '', ...part }) => changeOf({ ...part, body: text }));
    const etags = tables.transact(table, changes);
    return answer(writeBatch(etags.map((etag) => ({ status: 204, etag, body: undefined }))), changes);
  } catch (error) {
    const { status, code, message } = refusalOf(error);
    return answer(writeBatch([{ status, etag: undefined, body: errorBody(code, message) }]), []);
  }
}

function changeOf({ method, url, ifMatch, body }: StoreRequest): RowChange {
  const properties = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
  const target = targetOf(placeOf(url).path);
  switch (method) {
    case 'POST': {
      const { PartitionKey: partitionKey, RowKey: rowKey } = properties;
      if (typeof partitionKey !== 'string' || typeof rowKey !== 'string') {
        throw new StoreError(400, 'PropertiesNeedValue');
      }
      return { change: 'insert', partitionKey, rowKey, properties, ifMatch: undefined };
    }
    case 'PUT':
      return { change: 'replace', ...target, properties, ifMatch };
    case 'PATCH':
    case 'MERGE':
      return { change: 'merge', ...target, properties, ifMatch };
    case 'DELETE':
      return { change: 'delete', ...target, properties, ifMatch: ifMatch ?? '*' };
    default:
      throw new StoreError(405, 'UnsupportedHttpVerb', method);
  }
}

function kindOf(method: string, path: string): DoneRequest['kind'] {
  if (path === 'Tables') return 'create table';
  if (method !== 'GET') return 'write';
  return ONE_ROW.test(path) ? 'read' : 'query';
}

/** The path after the account's name, decoded, and the query. The URL may be whole, as in a batch. */
function placeOf(url: string): { readonly path: string; readonly query: URLSearchParams } {
  const { pathname, searchParams } = new URL(url, 'http://store');
  return { path: decodeURIComponent(pathname.split('/').slice(2).join('/')), query: searchParams };
}

function targetOf(path: string): { readonly table: string; readonly partitionKey: string; readonly rowKey: string } {
  const { table, partition = '', row = '' } = ONE_ROW.exec(path)?.groups ?? {};
  return {
    table: table ?? path.replace(/\(\)$/u, ''),
    partitionKey: partition.replaceAll("''", "'"),
    rowKey: row.replaceAll("''", "'"),
  };
}

function refusalOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  throw error;
}

function errorBody(code: string, message: string): string {
  return JSON.stringify({ 'odata.error': { code, message: { lang: 'en-US', value: message } } });
}
