import { createHmac } from 'node:crypto';

/** A row of the table, as the service gives it. */
export interface TableRow {
  readonly partitionKey: string;
  readonly rowKey: string;
  /** All its text properties, joined in the order of their names. */
  readonly text: string;
}

/**
 * Reads a whole table over the service's own HTTP interface. It shares no code with the bot, because it judges what the
 * bot has stored.
 *
 * https://learn.microsoft.com/rest/api/storageservices/query-entities
 */
export async function readTable(connectionString: string, tableName: string): Promise<readonly TableRow[]> {
  const endpoint = settingIn(connectionString, /TableEndpoint=([^;]+)/u).replace(/\/$/u, '');
  const account = settingIn(connectionString, /AccountName=([^;]+)/u);
  const key = Buffer.from(settingIn(connectionString, /AccountKey=([^;]+)/u), 'base64');
  const rows: TableRow[] = [];
  let next = new URLSearchParams();
  do {
    const url = new URL(`${endpoint}/${tableName}()`);
    url.search = next.toString();
    const date = new Date().toUTCString();
    const signed = createHmac('sha256', key).update(`${date}\n/${account}${url.pathname}`).digest('base64');
    const response = await fetch(url, {
      headers: {
        authorization: `SharedKeyLite ${account}:${signed}`,
        'x-ms-date': date,
        'x-ms-version': '2019-02-02',
        accept: 'application/json;odata=nometadata',
      },
    });
    if (!response.ok) throw new Error(`the table was not read: ${response.status} ${await response.text()}`);
    const { value } = (await response.json()) as { value: readonly Record<string, unknown>[] };
    rows.push(...value.map(rowOf));
    next = continuation(response.headers);
  } while (next.size > 0);
  return rows;
}

function rowOf({ PartitionKey, RowKey, ...properties }: Record<string, unknown>): TableRow {
  const texts = Object.entries(properties)
    .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
    .map(([, value]) => String(value));
  return { partitionKey: String(PartitionKey), rowKey: String(RowKey), text: texts.join('') };
}

function continuation(headers: Headers): URLSearchParams {
  const next = new URLSearchParams();
  for (const name of ['NextPartitionKey', 'NextRowKey']) {
    const value = headers.get(`x-ms-continuation-${name}`);
    if (value !== null) next.set(name, value);
  }
  return next;
}

function settingIn(connectionString: string, pattern: RegExp): string {
  const value = pattern.exec(connectionString)?.[1];
  if (value === undefined) throw new Error('the connection string lacks a setting');
  return value;
}
