import { StoreError } from './store-error.js';

/** A request inside a batch. */
export interface PartRequest {
  readonly method: string;
  readonly url: string;
  readonly ifMatch: string | undefined;
  /** JSON; undefined where there is none. */
  readonly body: string | undefined;
}

/** The answer to a request inside a batch. */
export interface PartAnswer {
  readonly status: number;
  readonly etag: string | undefined;
  /** JSON; undefined where there is none. */
  readonly body: string | undefined;
}

/** The content type of every answer to a batch. */
export const BATCH_TYPE = 'multipart/mixed; boundary=batchresponse_1';

const NEW_LINE = '\r\n';

/** Reads the requests of the one changeset in a batch, in the form that @azure/data-tables writes. */
export function readBatch(body: string): readonly PartRequest[] {
  const boundary = /boundary=(?<name>changeset_[^\s;]+)/u.exec(body)?.groups?.['name'];
  if (boundary === undefined) throw new StoreError(400, 'InvalidInput', 'a batch without a changeset');
  return body.split(`--${boundary}`).slice(1, -1).map(readPart);
}

function readPart(part: string): PartRequest {
  const at = part.search(/^(?:POST|PUT|PATCH|MERGE|DELETE) /mu);
  const lines = part.slice(Math.max(at, 0)).split(/\r?\n/u);
  const [method, url] = lines[0]?.split(' ') ?? [];
  if (at === -1 || method === undefined || url === undefined) {
    throw new StoreError(400, 'InvalidInput', 'a part of a batch without a request');
  }
  const empty = lines.indexOf('');
  const ifMatch = lines.slice(1, empty).find((line) => /^if-match:/iu.test(line));
  const rest = lines.slice(empty).join(NEW_LINE).trim();
  return {
    method,
    url,
    ifMatch: ifMatch?.slice(ifMatch.indexOf(':') + 1).trim(),
    body: rest === '' ? undefined : rest,
  };
}

/** Writes the answers of a changeset. A changeset that is refused has only one answer. */
export function writeBatch(answers: readonly PartAnswer[]): string {
  const parts = answers.map(({ status, etag, body }) => [
    '--changesetresponse_1',
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `HTTP/1.1 ${status} ${status < 300 ? 'OK' : 'Refused'}`,
    'DataServiceVersion: 3.0;',
    ...(body === undefined ? [] : ['Content-Type: application/json;odata=minimalmetadata']),
    ...(etag === undefined ? [] : [`ETag: ${etag}`]),
    '',
    body ?? '',
  ]);
  return [
    '--batchresponse_1',
    'Content-Type: multipart/mixed; boundary=changesetresponse_1',
    '',
    ...parts.flat(),
    '--changesetresponse_1--',
    '--batchresponse_1--',
    '',
  ].join(NEW_LINE);
}
