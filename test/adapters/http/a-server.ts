import { type IncomingHttpHeaders, request } from 'node:http';
import type { GateRules } from '../../../src/adapters/http/gate.js';
import {
  type RunningServer,
  type ServerDependencies,
  type ServerPlace,
  startServer,
} from '../../../src/adapters/http/server.js';
import type { RateLimit } from '../../../src/application/ports.js';
import { da } from '../../../src/text/messages.js';
import { TENANT } from '../../support/builders.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';

export const ISSUER = 'https://api.botframework.com';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

const GATE: GateRules = {
  tenantIds: [TENANT],
  serviceOrigins: ['https://smba.trafficmanager.net'],
  tokenIssuer: ISSUER,
};

/** Counts nothing. */
export const NO_LIMIT: RateLimit = { count: async () => undefined };

/** The server on a port of its own, whose turns are recorded and answered with 200. */
export interface TestServer extends RunningServer {
  /** The bodies of the turns so far. */
  readonly turns: readonly object[];
  readonly log: RecordingLog;
}

export async function startTestServer(
  changes: Partial<ServerDependencies> = {},
  at: Partial<ServerPlace> = {},
): Promise<TestServer> {
  const turns: object[] = [];
  const log = createRecordingLog();
  const server = await startServer(
    {
      gate: GATE,
      turn: async ({ body }) => {
        turns.push(body);
        return { status: 200, body: undefined };
      },
      download: async () => ({ kind: 'invalid' }),
      checkLink: () => 'valid',
      checkReady: async () => ({ unreadableRows: 0 }),
      limits: { refusals: NO_LIMIT, healthChecks: NO_LIMIT, downloads: NO_LIMIT },
      trustedProxies: [],
      messages: da,
      log,
      ...changes,
    },
    { host: '127.0.0.1', port: 0, ...at },
  );
  return { ...server, turns, log };
}

/** What Teams sends when someone writes to the bot in a channel. */
export function anActivity(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: '1700000000001',
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    from: { id: '29:anne', aadObjectId: '0b8f2f4e-5a3d-4c1b-8a57-2f9f1f0e6d21', name: 'Anne Jensen' },
    recipient: { id: '28:notatbot', name: 'Notatbot' },
    conversation: {
      id: '19:boern@thread.tacv2;messageid=1700000000001',
      conversationType: 'channel',
      isGroup: true,
      tenantId: TENANT,
    },
    channelData: { tenant: { id: TENANT }, team: { id: '19:forvaltningen@thread.tacv2' } },
    text: '<at>Notatbot</at> hjælp',
    ...changes,
  };
}

/** A token that nobody has signed. */
export function unsignedToken(claims: unknown, header: unknown = { alg: 'RS256', typ: 'JWT' }): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.c2lnbmF0dXI`;
}

export interface Call {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | Iterable<Buffer>;
}

export interface CallAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * One HTTP request on a connection of its own, with exactly the headers that are named. A body in pieces is sent
 * until an answer comes, and no faster than it is taken. Rejects when the connection ends without an answer.
 */
export function call(port: number, { method = 'POST', path = '/api/messages', headers = {}, body = '' }: Call) {
  return new Promise<CallAnswer>((resolve, reject) => {
    const pieces = typeof body === 'string' || Buffer.isBuffer(body) ? [Buffer.from(body)] : body;
    const rest = pieces[Symbol.iterator]();
    let isAnswered = false;
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      isAnswered = true;
      const received: Buffer[] = [];
      response.on('data', (chunk: Buffer) => received.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        outgoing.destroy();
        const { statusCode = 0, headers: answered } = response;
        resolve({ status: statusCode, headers: answered, body: Buffer.concat(received).toString() });
      });
    });
    outgoing.on('error', reject);
    const sendMore = () => {
      while (!isAnswered) {
        const { value, done } = rest.next();
        if (done === true) {
          outgoing.end();
          return;
        }
        if (!outgoing.write(value)) {
          outgoing.once('drain', sendMore);
          return;
        }
      }
    };
    outgoing.flushHeaders();
    sendMore();
  });
}

/** The headers of a request that gets through the gate. */
export function jsonHeaders(token = unsignedToken({ iss: ISSUER })): Record<string, string> {
  return { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` };
}

/** The status of a request that gets through the gate; 200 from a server that is well. */
export async function goodRequestStatus({ port }: RunningServer): Promise<number> {
  const { status } = await call(port, { headers: jsonHeaders(), body: JSON.stringify(anActivity()) });
  return status;
}
