import type { FileTransfer } from '../../application/ports.js';
import { readUpTo } from './read-up-to.js';

export interface FileTransferSettings {
  /** Where files may be, as origins; `https://*.example` stands for every host whose name ends in `.example`. */
  readonly origins: readonly string[];
  /** How long one file may take, in milliseconds; `FILE_TIME_LIMIT_MS` unless said. */
  readonly timeLimitMs?: number;
}

/**
 * In milliseconds. The Bot Service waits 15 seconds for a turn (learn.microsoft.com, "Bot Connector: troubleshooting"),
 * and a turn has more to do than to move a file.
 */
const FILE_TIME_LIMIT_MS = 7_000;

/** SharePoint sends some addresses on once; our choice leaves room for another, and for no ring. */
const REDIRECTS_MAX = 2;

/** How many sessions are remembered. Our choice: more than are open at a time, and little to keep. */
const REMEMBERED_UPLOADS = 200;

/** Over HTTP, without a token: the addresses are their own permission, and so are kept out of errors and logs. */
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
        // What the system says names the address.
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
      // One that failed may be tried again: the session still waits.
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

/** @returns undefined when it leads where it may not, or in a ring */
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
    // What the system says names the address.
    return 'failed';
  }
}
