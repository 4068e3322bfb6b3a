import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DownloadLinks } from '../../application/ports.js';
import { parseNotatId, parseRoundId } from '../../domain/ids.js';
import { DOWNLOAD_LINK_MINUTES } from '../../domain/notat/notat.js';

/**
 * Links that are signed with HMAC-SHA256. A link names one document of one tenant and the time when it expires. Anyone
 * who has the link can use it.
 *
 * @param secret signs new links; at least 32 characters
 * @param publicUrl the address of the bot, without a slash at its end
 * @param previousSecret links signed with it are valid too, so that the secret can be replaced while people have links
 */
export function createDownloadLinks(secret: string, publicUrl: string, previousSecret?: string): DownloadLinks {
  const secrets = previousSecret === undefined ? [secret] : [secret, previousSecret];
  return {
    create: ({ tenantId, roundId, notatId }, now) => {
      const expires = now.getTime() + DOWNLOAD_LINK_MINUTES * 60_000;
      const payload = Buffer.from(JSON.stringify([tenantId, roundId, notatId, expires])).toString('base64url');
      return `${publicUrl}/notat/${payload}.${signatureOf(secret, payload)}`;
    },
    open: (token, now) => {
      const [payload = '', signature = '', ...rest] = token.split('.');
      const isOurs = rest.length === 0 && secrets.some((one) => isSame(signature, signatureOf(one, payload)));
      return isOurs ? read(payload, now) : { kind: 'invalid' };
    },
  };
}

function signatureOf(secret: string, payload: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}

/**
 * Compares the text and not the decoded bytes: a base64url decoder ignores wrong characters and unused bits at the end.
 */
function isSame(signature: string, expected: string): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(expected)];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Reads a payload whose signature has been verified. */
function read(payload: string, now: Date): ReturnType<DownloadLinks['open']> {
  const [tenantId, round, notat, expires] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[];
  const roundId = parseRoundId(round);
  const notatId = parseNotatId(notat);
  if (typeof tenantId !== 'string' || typeof expires !== 'number') return { kind: 'invalid' };
  if (roundId === undefined || notatId === undefined) return { kind: 'invalid' };
  return now.getTime() < expires ? { kind: 'valid', tenantId, roundId, notatId } : { kind: 'expired' };
}
