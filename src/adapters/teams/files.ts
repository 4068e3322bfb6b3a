import type { FileTransfer } from '../../application/ports.js';
import { readUpTo } from './read-up-to.js';

export interface FileTransferSettings {
  /** The origins that files may have. `https://*.example` allows every host whose name ends in `.example`. */
  readonly origins: readonly string[];
  /** How long one file may take, in milliseconds. The default is `FILE_TIME_LIMIT_MS`. */
  readonly timeLimitMs?: number;
}

/**
 * In milliseconds. The Bot Service waits 15 seconds for a turn (learn.microsoft.com, "Bot Connector: troubleshooting"),
 * and a turn has more to do than to move a file.
 */
const FILE_TIME_LIMIT_MS = 7_000;

/** SharePoint redirects some addresses once. Our choice allows one more, and prevents an endless loop. */
const REDIRECTS_MAX = 2;

/** How many upload sessions are remembered. Our choice: more than are open at the same time, and little memory. */
const REMEMBERED_UPLOADS = 200;

/** Moves files over HTTP without a token. The URL itself is the permission, so it must not be in errors or logs. */
export function createFileTransfer({ origins, timeLimitMs = FILE_TIME_LIMIT_MS }: FileTransferSettings): FileTransfer {
  const uploads = new Map<string, Promise<'uploaded' | 'failed'>>();
  const isAllowed = (url: string) => isAllowedAddress(origins, url);
  return {
    async fetch(url, maxBytes) {
      try {
        const response = await followAllowed(url, isAllowed, AbortSignal.timeout(timeLimitMs));
        if (response?.ok !== true) return { kind: 'failed' };
        const bytes = await readUpTo(response, maxBytes);
        return bytes === undefined ? { kind: 'too large' } : { kind: 'file', bytes };
      } catch {
        // The error is not logged, because it contains the URL.
        return { kind: 'failed' };
      }
    },

    async upload(url, bytes) {
      if (!isAllowed(url)) return 'failed';
      const sameBefore = uploads.get(url);
      if (sameBefore !== undefined) return sameBefore;
      const upload = put(url, bytes, timeLimitMs);
      uploads.set(url, upload);
      const [oldest] = uploads.keys();
      if (uploads.size > REMEMBERED_UPLOADS && oldest !== undefined) uploads.delete(oldest);
      const outcome = await upload;
      // A failed upload may be tried again, because the upload session is still open.
      if (outcome === 'failed') uploads.delete(url);
      return outcome;
    },
  };
}

function isAllowedAddress(origins: readonly string[], address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, protocol, host, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return origins.some((allowed) => {
    const [scheme, suffix] = allowed.split('//*');
    return suffix === undefined ? origin === allowed : protocol === scheme && host.endsWith(suffix);
  });
}

/** @returns undefined where an address is not allowed, or where there are too many redirects */
async function followAllowed(
  url: string,
  isAllowed: (url: string) => boolean,
  signal: AbortSignal,
  redirectsLeft = REDIRECTS_MAX,
): Promise<Response | undefined> {
  if (!isAllowed(url)) return undefined;
  const response = await fetch(url, { redirect: 'manual', signal });
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || location === null) return response;
  await response.body?.cancel();
  if (redirectsLeft === 0 || !URL.canParse(location, url)) return undefined;
  return followAllowed(new URL(location, url).href, isAllowed, signal, redirectsLeft - 1);
}

async function put(url: string, bytes: Uint8Array, timeLimitMs: number): Promise<'uploaded' | 'failed'> {
  try {
    const { length } = bytes;
    const response = await fetch(url, {
      method: 'PUT',
      redirect: 'error',
      signal: AbortSignal.timeout(timeLimitMs),
      headers: { 'content-range': `bytes 0-${length - 1}/${length}`, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
    await response.body?.cancel();
    return response.ok ? 'uploaded' : 'failed';
  } catch {
    // The error is not logged, because it contains the URL.
    return 'failed';
  }
}
