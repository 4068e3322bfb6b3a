import type { IncomingMessage } from 'node:http';

export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/iu;

/**
 * Checks who may use the server of the page. It has no login, so it must refuse other web pages in the same browser.
 * Against DNS rebinding, the `Host` header must name this machine. Against cross-site request forgery, a request that
 * changes something must come from our own page and be JSON, which a page of another origin cannot send without
 * permission.
 *
 * @returns why the request is refused; undefined where it is not
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
