import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** The one style sheet that a page of ours has; the policy below names it by its digest. */
export const PAGE_STYLE =
  'body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }';

const STYLE_DIGEST = createHash('sha256').update(PAGE_STYLE).digest('base64');

/**
 * What every answer says, whatever its status. The bot is reached through https alone; a browser passes over
 * `Strict-Transport-Security` where it is not, as on the machine of whoever develops.
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
