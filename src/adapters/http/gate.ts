import { z } from 'zod';
import { comparableId } from '../../domain/guid.js';
import { ATTACHMENTS_MAX, ENTITIES_MAX } from '../../domain/limits.js';
import { presentFields } from './present-fields.js';
import type { RefusalReason } from './refusal-log.js';

/** The rules for which requests the bot accepts. */
export interface GateRules {
  /** The tenants that the bot serves, in the form that `comparableId` gives. */
  readonly tenantIds: readonly string[];
  /** The origins that the `serviceUrl` of an activity may have, such as `https://smba.trafficmanager.net`. */
  readonly serviceOrigins: readonly string[];
  /** The issuer that the bearer token must have; undefined where requests are not authenticated. */
  readonly tokenIssuer: string | undefined;
}

export interface Refusal {
  readonly status: number;
  readonly reason: RefusalReason;
}

export type GateVerdict = { readonly pass: true; readonly activity: object } | ({ readonly pass: false } & Refusal);

/** Ids become a part of the URL and the headers of the answer, which can hold only visible ASCII characters. */
const id = z
  .string()
  .max(1_024)
  .regex(/^[\u0021-\u007E]+$/u);
/** Changed to the form in which the gate, and all the code after it, compares tenant ids. */
const tenantId = id.transform(comparableId).optional();

/**
 * The shape that every activity must have before the SDK gets it. The SDK throws on other shapes. What the SDK checks
 * itself is not checked here. A field that is null counts as left out: see `presentFields`.
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

/** The lists in an activity that later code reads item by item. Only their length is checked here. */
const PARTS_MAX = { entities: ENTITIES_MAX, attachments: ATTACHMENTS_MAX };

/**
 * Checks an activity before its signature is verified. The SDK verifies the signature, but it accepts any tenant, and
 * it does not check the `serviceUrl` if the activity has none.
 */
export function judgeActivity(rules: GateRules, body: unknown): GateVerdict {
  const shape = ActivityShape.safeParse(presentFields(body));
  if (!shape.success) return refusal(400, 'not an activity');
  const { serviceUrl, from, conversation, channelData, ...rest } = shape.data;
  if (hasTooManyParts(rest)) return refusal(400, 'too many parts');
  if (!isAllowedOrigin(rules.serviceOrigins, serviceUrl)) return refusal(403, 'service url not allowed');
  // The conversation's tenant decides. A person of another tenant in it is refused later, in words, because a request
  // that is refused here looks to that person as if the bot had failed.
  const tenant = conversation.tenantId ?? channelData?.tenant?.id ?? from.tenantId;
  if (tenant === undefined) return refusal(403, 'tenant not told');
  if (!rules.tenantIds.includes(tenant)) return refusal(403, 'tenant not served');
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
 * Whether the claims of a bearer token are those of the Bot Connector. The SDK verifies the signature later. This check
 * refuses tokens that the SDK would treat as an emulator's. It also refuses tokens with a claim `tid` of another
 * tenant: before the SDK verifies anything, it adds the issuers of that tenant to a list of accepted issuers, and that
 * list only grows. The Connector's tokens have no `tid` today. If they get one, it must name a tenant that is served.
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
    // The payload is not JSON, so this is not a token.
    return undefined;
  }
}

function isAllowedOrigin(origins: readonly string[], url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  return origins.includes(origin) && username === '' && password === '';
}
