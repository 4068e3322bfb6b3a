import type { IncomingMessage } from 'node:http';

export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/iu;

/**
 * Who may use the page's server. It has no login, so two things keep other web pages in the same browser out:
 * a name that leads here by another's DNS is not ours (rebinding), and what acts must come from our own page and
 * be JSON, which a page of another origin cannot send without being allowed to (cross-site request forgery).
 *
 * @returns why the request is refused; undefined when it is not
 */
export function refusalOf({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): Refusal | undefined {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  if (!LOOPBACK.test(host)) return { status: 403, reason: `${host} is not this machine` };
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, reason: `${origin} is another origin` };
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, reason: `the request comes from a ${String(site)} page` };
  }
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST') return { status: 405, reason: `${method} is not used here` };
  if (!/^application\/json\s*(?:;|$)/iu.test(headers['content-type'] ?? '')) {
    return { status: 415, reason: 'only JSON is taken' };
  }
  return undefined;
}
