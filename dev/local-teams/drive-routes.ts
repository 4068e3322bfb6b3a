import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, refusal } from './connector-routes.js';
import type { DriveFile, DriveItem, Drives, Fragment, Upload } from './drives.js';
import { refusalOf } from './page-guard.js';

export interface DriveRequest {
  readonly method: string;
  /** Decoded, from `drive` on. */
  readonly segments: readonly string[];
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/**
 * Serves what Teams' file addresses lead to. `drive/download/<token>` gives a file to whoever has the token.
 * `drive/upload/<token>` takes one, whole or in fragments, as an upload session of OneDrive does:
 * https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession.
 * `drive/items/<id>/<name>` is where the owner opens it, which in Microsoft 365 takes a login: here a browser on this
 * machine has it, and a bot has not.
 */
export type DriveRoutes = (request: DriveRequest) => Answer;

/** In bytes: OneDrive takes less than this in one request. */
export const FRAGMENT_LIMIT = 60 * 1024 * 1024;

/** Every fragment but the last is a whole number of these, in bytes; OneDrive fails to commit other files. */
const FRAGMENT_UNIT = 320 * 1024;

const CONTENT_RANGE = /^bytes (?<first>\d{1,15})-(?<last>\d{1,15})\/(?<total>\d{1,15})$/u;

/** Nothing that people send runs in the page's origin, or is taken for something else. */
const FILE_HEADERS = {
  'content-type': 'application/octet-stream',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

export function createDriveRoutes(drives: Drives): DriveRoutes {
  function download({ method, segments: [, , token = ''] }: DriveRequest): Answer {
    if (method !== 'GET') return notAllowed(method);
    const file = drives.lent(token);
    return file === undefined ? refusal(404, 'itemNotFound', 'The address is unknown, or too old.') : contentOf(file);
  }

  function open(request: DriveRequest): Answer {
    if (request.method !== 'GET') return notAllowed(request.method);
    if (!isFromOwnBrowser(request)) return refusal(401, 'unauthenticated', 'This address is for people with a login.');
    const file = drives.find(request.segments[2] ?? '');
    return file === undefined ? refusal(404, 'itemNotFound', 'The file is not here.') : contentOf(file);
  }

  function upload({ method, segments: [, , token = ''], headers, body }: DriveRequest): Answer {
    if (method !== 'PUT') return notAllowed(method);
    // The address is its own permission, and the bot's token is none of OneDrive's business.
    if (headers.authorization !== undefined) return refusal(401, 'unauthenticated', 'Send no Authorization here.');
    const session = drives.upload(token);
    if (session === undefined) return refusal(404, 'itemNotFound', 'The upload session was not found.');
    const fragment = fragmentOf(headers['content-range'], body.length);
    if (typeof fragment === 'string') return refusal(400, 'invalidRequest', fragment);
    return refusalOfFragment(session, fragment) ?? receive(session, fragment, body);
  }

  function receive(session: Upload, fragment: Fragment, body: Uint8Array): Answer {
    const file = drives.receive(session, fragment, body);
    if (file !== undefined) {
      const { uniqueId: id, name, bytes } = file;
      return { status: 201, body: { id, name, size: bytes.length, file: {} } };
    }
    const expirationDateTime = new Date(session.expires).toISOString();
    return { status: 202, body: { expirationDateTime, nextExpectedRanges: [`${fragment.last + 1}-`] } };
  }

  const routes: Readonly<Record<string, DriveRoutes>> = { download, items: open, upload };
  return (request) => {
    const route = routes[request.segments[1] ?? ''];
    return route === undefined ? refusal(404, 'itemNotFound', 'There is nothing here.') : route(request);
  };
}

/** Where the owner opens a file, as the address on the local Teams' server. */
export function contentPath({ uniqueId, name }: DriveItem): string {
  return `/drive/items/${uniqueId}/${encodeURIComponent(name)}`;
}

export function downloadPath(token: string): string {
  return `/drive/download/${token}`;
}

export function uploadPath({ token }: Upload): string {
  return `/drive/upload/${token}`;
}

/** Whether someone on this machine has followed a link: other programs, and other web pages, say otherwise or nothing. */
function isFromOwnBrowser({ method, headers }: DriveRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && refusalOf({ method, headers }) === undefined;
}

/** @returns what is wrong with the header, or with the length that it says */
function fragmentOf(header: string | undefined, length: number): Fragment | string {
  const groups = CONTENT_RANGE.exec(header ?? '')?.groups;
  if (groups === undefined) return 'Content-Range must be: bytes <first>-<last>/<total>';
  const { first, last, total } = {
    first: Number(groups['first']),
    last: Number(groups['last']),
    total: Number(groups['total']),
  };
  if (last < first || last >= total) return 'Content-Range is outside the file.';
  return last - first + 1 === length ? { first, last, total } : 'The body is not as long as Content-Range says.';
}

function refusalOfFragment({ received, total }: Upload, fragment: Fragment): Answer | undefined {
  const { first, last } = fragment;
  if (total !== undefined && total !== fragment.total) {
    return refusal(400, 'invalidRequest', 'The file’s length is not what it was.');
  }
  if (first !== received) return refusal(416, 'invalidRange', `The next byte that is expected is ${received}.`);
  const isLast = last + 1 === fragment.total;
  if (isLast || (last - first + 1) % FRAGMENT_UNIT === 0) return undefined;
  return refusal(400, 'invalidRequest', `A fragment must be a multiple of ${FRAGMENT_UNIT} bytes.`);
}

function contentOf({ name, bytes }: DriveFile): Answer {
  // RFC 8187 leaves these four out of what need not be encoded.
  const encoded = encodeURIComponent(name).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const headers = { ...FILE_HEADERS, 'content-disposition': `attachment; filename*=UTF-8''${encoded}` };
  return { status: 200, bytes, headers };
}

function notAllowed(method: string): Answer {
  return refusal(405, 'invalidRequest', `${method} is not used here.`);
}
