import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DownloadLinks } from '../../application/ports.js';
import { parseNotatId, parseRoundId } from '../../domain/ids.js';
import { DOWNLOAD_LINK_MINUTES } from '../../domain/notat.js';

/**
 * Links signed with HMAC-SHA256. A link names one document of one tenant and when it expires, and holds for
 * whoever has it.
 *
 * @param secret at least 32 characters; links made with another secret are invalid
 * @param publicUrl where the bot is reached, without a slash at its end
 */
export function createDownloadLinks(secret: string, publicUrl: string): DownloadLinks {
  const signatureOf = (payload: string) => createHmac('sha256', secret).update(payload).digest('base64url');
  return {
    create: ({ tenantId, roundId, notatId }, now) => {
      const expires = now.getTime() + DOWNLOAD_LINK_MINUTES * 60_000;
      const payload = Buffer.from(JSON.stringify([tenantId, roundId, notatId, expires])).toString('base64url');
      return `${publicUrl}/notat/${payload}.${signatureOf(payload)}`;
    },
    open: (token, now) => {
      const [payload = '', signature = '', ...rest] = token.split('.');
      // Compared as written: a decoder passes over stray characters and the last one's spare bits.
      const given = Buffer.from(signature);
      const expected = Buffer.from(signatureOf(payload));
      const isSigned = rest.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
      if (!isSigned) return { kind: 'invalid' };
      return read(payload, now);
    },
  };
}

/** Reads a payload whose signature has been found to be ours. */
function read(payload: string, now: Date): ReturnType<DownloadLinks['open']> {
  const [tenantId, round, notat, expires] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[];
  const roundId = parseRoundId(round);
  const notatId = parseNotatId(notat);
  if (typeof tenantId !== 'string' || typeof expires !== 'number') return { kind: 'invalid' };
  if (roundId === undefined || notatId === undefined) return { kind: 'invalid' };
  return now.getTime() < expires ? { kind: 'valid', tenantId, roundId, notatId } : { kind: 'expired' };
}
