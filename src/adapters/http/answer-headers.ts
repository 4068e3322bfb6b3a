import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** The only style sheet of our pages. The Content-Security-Policy below allows it by its SHA-256 digest. */
export const PAGE_STYLE =
  'body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }';

const STYLE_DIGEST = createHash('sha256').update(PAGE_STYLE).digest('base64');

/**
 * The headers of every response, with any status. The bot is reached only over HTTPS. On a developer's machine it is
 * reached over HTTP, and there browsers ignore `Strict-Transport-Security`.
 */
const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

export function setAnswerHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(ANSWER_HEADERS)) response.setHeader(name, value);
}
