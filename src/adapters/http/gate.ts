import { z } from 'zod';

/** Whom the bot listens to. */
export interface GateRules {
  /** The tenants that the bot serves. */
  readonly tenantIds: readonly string[];
  /** The origins that activities may name as their connector, such as `https://smba.trafficmanager.net`. */
  readonly serviceOrigins: readonly string[];
  /** Who must have issued the bearer token; undefined where nobody is authenticated. */
  readonly tokenIssuer: string | undefined;
}

export type GateVerdict =
  | { readonly pass: true; readonly activity: object }
  | { readonly pass: false; readonly status: number };

const id = z.string().min(1).max(1_024);
const tenant = z.object({ tenantId: id.optional() });

/**
 * What every activity must be before the SDK sees it. Nothing is checked that the SDK checks as well, but for
 * the shape that it trips over.
 */
const ActivityShape = z.looseObject({
  type: z.string().min(1).max(64),
  id: id.optional(),
  channelId: z.literal('msteams'),
  serviceUrl: id,
  from: z.looseObject({ id }).and(tenant),
  recipient: z.looseObject({ id }),
  conversation: z.looseObject({ id }).and(tenant),
  channelData: z.looseObject({ tenant: z.looseObject({ id }).optional() }).optional(),
});

/**
 * Judges a request by what can be known before its signature is verified: the SDK verifies that, but it also
 * takes tokens for emulators, lets any tenant in, and skips its check of `serviceUrl` where there is none.
 */
export function judge(rules: GateRules, authorization: string | undefined, body: unknown): GateVerdict {
  const shape = ActivityShape.safeParse(body);
  if (!shape.success) return { pass: false, status: 400 };
  if (!isConnectorToken(rules, authorization)) return { pass: false, status: 401 };
  const { serviceUrl, from, conversation, channelData } = shape.data;
  if (!isAllowedOrigin(rules.serviceOrigins, serviceUrl)) return { pass: false, status: 403 };
  // The team's tenant, and the person's: they differ where a shared channel has guests from elsewhere.
  const tenants = [conversation.tenantId, channelData?.tenant?.id, from.tenantId].filter((name) => name !== undefined);
  const isServed = tenants.length > 0 && tenants.every((name) => rules.tenantIds.includes(name));
  return isServed ? { pass: true, activity: shape.data } : { pass: false, status: 403 };
}

/**
 * Whether a bearer token says what the Bot Connector's say; who signed it is for the SDK to find out. It keeps
 * out the tokens that the SDK would take for an emulator's, and those with the claim `tid`: before it verifies
 * anything, the SDK puts the issuers of that tenant on a list that it accepts and never shortens. The
 * Connector's tokens have no such claim; if they ever do, it can only name a tenant that is served.
 */
function isConnectorToken({ tokenIssuer, tenantIds }: GateRules, authorization: string | undefined): boolean {
  if (tokenIssuer === undefined) return true;
  const claims = unverifiedClaims(authorization);
  return claims?.iss === tokenIssuer && (claims.tid === undefined || tenantIds.includes(claims.tid));
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
