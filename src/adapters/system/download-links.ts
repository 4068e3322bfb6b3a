import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { DownloadLinks, LinkedNotat, LinkedTemplate } from '../../application/ports.js';
import { parseNotatId, parseRoundId } from '../../domain/ids.js';
import { DOWNLOAD_LINK_MINUTES } from '../../domain/notat/notat.js';

/**
 * Links that are signed with HMAC-SHA256. A link names one document of one tenant and the time when it expires. Anyone
 * who has the link of a notat can use it; one of a template names the person too. All have the same path, so that
 * firewalls need no other rule.
 *
 * @param secret signs new links; at least 32 characters
 * @param publicUrl the address of the bot, without a slash at its end
 * @param previousSecret links signed with it are valid too, so that the secret can be replaced while people have links
 */
export function createDownloadLinks(secret: string, publicUrl: string, previousSecret?: string): DownloadLinks {
  const secrets = previousSecret === undefined ? [secret] : [secret, previousSecret];
  return {
    create: (document, now) => {
      const expires = now.getTime() + DOWNLOAD_LINK_MINUTES * 60_000;
      const payload = Buffer.from(JSON.stringify([...namesOf(document), expires])).toString('base64url');
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

/** The payload without the time. A notat's has fewer values, so that neither can be taken for the other. */
function namesOf(document: LinkedNotat | LinkedTemplate): readonly (string | number)[] {
  if (!('template' in document)) return [document.tenantId, document.roundId, document.notatId];
  const { tenantId, of, template, personId, memberId } = document;
  return [tenantId, of, template, personId, memberId];
}

const NotatPayload = z.tuple([z.string(), z.unknown(), z.unknown(), z.number()]);
const TemplatePayload = z.tuple([
  z.string(),
  z.enum(['template', 'example']),
  z.int().min(0),
  z.string(),
  z.string(),
  z.number(),
]);

/** Reads a payload whose signature has been verified. */
function read(payload: string, now: Date): ReturnType<DownloadLinks['open']> {
  const values: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const opened = templateIn(values) ?? notatIn(values);
  if (opened === undefined) return { kind: 'invalid' };
  return now.getTime() < opened.expires ? { kind: 'valid', ...opened.document } : { kind: 'expired' };
}

function templateIn(values: unknown) {
  const { data } = TemplatePayload.safeParse(values);
  if (data === undefined) return undefined;
  const [tenantId, of, template, personId, memberId, expires] = data;
  return { document: { tenantId, of, template, personId, memberId }, expires };
}

function notatIn(values: unknown) {
  const { data } = NotatPayload.safeParse(values);
  if (data === undefined) return undefined;
  const [tenantId, round, notat, expires] = data;
  const [roundId, notatId] = [parseRoundId(round), parseNotatId(notat)];
  if (roundId === undefined || notatId === undefined) return undefined;
  return { document: { tenantId, roundId, notatId }, expires };
}
