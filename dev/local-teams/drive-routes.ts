import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, refusal } from './connector-routes.js';
import type { DriveFile, DriveItem, Drives, Fragment, Upload } from './drives.js';
import { refusalOf } from './page-guard.js';

export interface DriveRequest {
  readonly method: string;
  /** The segments of the path, decoded. The first is `drive`. */
  readonly segments: readonly string[];
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/**
 * Serves the addresses of files. `drive/download/<token>` gives a file to anyone who has the token.
 * `drive/upload/<token>` accepts a file, whole or in fragments, as an upload session of OneDrive does:
 * https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession.
 * At `drive/items/<id>/<name>` the owner opens the file. In Microsoft 365 that needs a login. Here a browser on this
 * machine counts as logged in, and a bot does not.
 */
export type DriveRoutes = (request: DriveRequest) => Answer;

/** In bytes. OneDrive accepts less than this in one request. */
export const FRAGMENT_LIMIT = 60 * 1024 * 1024;

/** In bytes. The length of each fragment except the last must be a multiple of this, or OneDrive refuses the file. */
const FRAGMENT_UNIT = 320 * 1024;

const CONTENT_RANGE = /^bytes (?<first>\d{1,15})-(?<last>\d{1,15})\/(?<total>\d{1,15})$/u;

/** With these headers, no file that people send can run in the origin of the page or be shown as another type. */
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
    // The address alone gives the permission, and the bot must not send its token to OneDrive.
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

/** The path at which the owner opens a file, on the server of the local Teams. */
export function contentPath({ uniqueId, name }: DriveItem): string {
  return `/drive/items/${uniqueId}/${encodeURIComponent(name)}`;
}

export function downloadPath(token: string): string {
  return `/drive/download/${token}`;
}

export function uploadPath({ token }: Upload): string {
  return `/drive/upload/${token}`;
}

/**
 * Whether a person on this machine has followed a link. Browsers say where a request comes from; other programs do not.
 */
function isFromOwnBrowser({ method, headers }: DriveRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && refusalOf({ method, headers }) === undefined;
}

/** @returns the fragment, or what is wrong with the header or the length */
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
  // RFC 8187 requires these four characters to be encoded too.
  const encoded = encodeURIComponent(name).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const headers = { ...FILE_HEADERS, 'content-disposition': `attachment; filename*=UTF-8''${encoded}` };
  return { status: 200, bytes, headers };
}

function notAllowed(method: string): Answer {
  return refusal(405, 'invalidRequest', `${method} is not used here.`);
}
