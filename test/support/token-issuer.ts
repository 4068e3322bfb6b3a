import { createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** The keys there are. */
export type KeyName =
  /** Published, and endorsed for Teams. */
  | 'teams'
  /** Published, and endorsed for another channel. */
  | 'webchat'
  /** Not published. */
  | 'stranger';

/** The Bot Connector as a signer of tokens: OpenID metadata and keys over HTTP, on a port of its own. */
export interface TokenIssuer {
  readonly metadataUrl: string;
  /** @param kid the id of the key that the token names; the signing key's own unless said */
  sign(claims: JWTPayload, key?: KeyName, kid?: string): Promise<string>;
  /** Signs with HS256, its secret being the public key that everyone can read. */
  signWithPublicKey(claims: JWTPayload): Promise<string>;
  stop(): Promise<void>;
}

const ENDORSEMENTS = { teams: ['msteams'], webchat: ['webchat'] } as const;

export async function startTokenIssuer(): Promise<TokenIssuer> {
  const [teams, webchat, stranger] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
  ]);
  const pairs: Readonly<Record<KeyName, typeof teams>> = { teams, webchat, stranger };
  const publish = async (kid: keyof typeof ENDORSEMENTS) => ({
    ...(await exportJWK(pairs[kid].publicKey)),
    kid,
    use: 'sig',
    endorsements: ENDORSEMENTS[kid],
  });
  const teamsJwk = await publish('teams');
  const keys = [teamsJwk, await publish('webchat')];

  const server = createServer((request, response) => {
    const body =
      request.url === '/keys' ? { keys } : { issuer: 'https://api.botframework.com', jwks_uri: `${url()}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    metadataUrl: `${url()}/.well-known/openidconfiguration`,
    sign: (claims, key = 'teams', kid = key) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(pairs[key].privateKey),
    signWithPublicKey: (claims) => {
      const pem = createPublicKey({ key: teamsJwk, format: 'jwk' }).export({ type: 'pkcs1', format: 'pem' });
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'teams' }).sign(Buffer.from(pem));
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
