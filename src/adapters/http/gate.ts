import { z } from 'zod';
import { comparableId } from '../../domain/guid.js';
import { ATTACHMENTS_MAX, ENTITIES_MAX } from '../../domain/limits.js';
import { presentFields } from './present-fields.js';
import type { RefusalReason } from './refusal-log.js';

/** Whom the bot listens to. */
export interface GateRules {
  /** The tenants that the bot serves, as `comparableId` gives them. */
  readonly tenantIds: readonly string[];
  /** The origins that activities may name as their connector, such as `https://smba.trafficmanager.net`. */
  readonly serviceOrigins: readonly string[];
  /** Who must have issued the bearer token; undefined where nobody is authenticated. */
  readonly tokenIssuer: string | undefined;
}

export interface Refusal {
  readonly status: number;
  readonly reason: RefusalReason;
}

export type GateVerdict = { readonly pass: true; readonly activity: object } | ({ readonly pass: false } & Refusal);

/** Ids go into the address and the headers of what is sent in answer, which take nothing but visible ASCII. */
const id = z
  .string()
  .max(1_024)
  .regex(/^[\u0021-\u007E]+$/u);
/** In the form in which it is compared from here on, by the gate and by everything behind it. */
const tenantId = id.transform(comparableId).optional();

/**
 * What every activity must be before the SDK sees it. Nothing is checked that the SDK checks as well, but for
 * the shape that it trips over. What a client leaves out may also be null.
 */
const ActivityShape = z.looseObject({
  type: z.string().min(1).max(64),
  id: id.optional(),
  channelId: z.literal('msteams'),
  serviceUrl: id,
  from: z.looseObject({ id, tenantId }),
  recipient: z.looseObject({ id: id.optional(), name: z.string().optional() }).optional(),
  conversation: z.looseObject({ id, tenantId }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: tenantId }).optional() }).optional(),
});

/** What of an activity is gone through part by part. Only that its length has an end is judged here. */
const PARTS_MAX = { entities: ENTITIES_MAX, attachments: ATTACHMENTS_MAX };

/**
 * Judges an activity by what can be known before its signature is verified: the SDK verifies that, but it also
 * lets any tenant in, and skips its check of `serviceUrl` where there is none.
 */
export function judgeActivity(rules: GateRules, body: unknown): GateVerdict {
  const shape = ActivityShape.safeParse(presentFields(body));
  if (!shape.success) return refusal(400, 'not an activity');
  const { serviceUrl, from, conversation, channelData, ...rest } = shape.data;
  if (hasTooManyParts(rest)) return refusal(400, 'too many parts');
  if (!isAllowedOrigin(rules.serviceOrigins, serviceUrl)) return refusal(403, 'service url not allowed');
  // The team's tenant, and the person's: they differ where a shared channel has guests from elsewhere.
  const told = [conversation.tenantId, channelData?.tenant?.id, from.tenantId];
  const tenants = told.filter((name) => name !== undefined && name !== null);
  if (tenants.length === 0) return refusal(403, 'tenant not told');
  if (!tenants.every((name) => rules.tenantIds.includes(name))) return refusal(403, 'tenant not served');
  return { pass: true, activity: shape.data };
}

function refusal(status: number, reason: RefusalReason): GateVerdict {
  return { pass: false, status, reason };
}

function hasTooManyParts(activity: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(PARTS_MAX).some(([name, max]) => {
    const parts = activity[name];
    return Array.isArray(parts) && parts.length > max;
  });
}

/**
 * Whether a bearer token says what the Bot Connector's say; who signed it is for the SDK to find out. It keeps
 * out the tokens that the SDK would take for an emulator's, and those with the claim `tid`: before it verifies
 * anything, the SDK puts the issuers of that tenant on a list that it accepts and never shortens. The
 * Connector's tokens have no such claim; if they ever do, it can only name a tenant that is served.
 */
export function isConnectorToken({ tokenIssuer, tenantIds }: GateRules, authorization: string | undefined): boolean {
  if (tokenIssuer === undefined) return true;
  const claims = unverifiedClaims(authorization);
  return claims?.iss === tokenIssuer && (claims.tid === undefined || tenantIds.includes(comparableId(claims.tid)));
}

const Claims = z.object({ iss: z.string(), tid: z.string().optional() });

function unverifiedClaims(authorization: string | undefined): z.infer<typeof Claims> | undefined {
  const payload = /^Bearer [\w-]+\.(?<payload>[\w-]+)\.[\w-]+$/iu.exec(authorization ?? '')?.groups?.['payload'];
  if (payload === undefined) return undefined;
  try {
    return Claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data;
  } catch {
    // Not JSON, so not a token.
    return undefined;
  }
}

function isAllowedOrigin(origins: readonly string[], url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  return origins.includes(origin) && username === '' && password === '';
}
