import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject } from './card-actions.js';
import { type Answer, type Connector, refusal } from './connector-routes.js';
import type { FaultPlan } from './faults.js';
import type { Exchange, Traffic, WireActivity } from './traffic.js';

export interface ConnectorServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** Cuts what is under way. */
  stop(): Promise<void>;
}

export interface ConnectorServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly connector: Connector;
  readonly faults: FaultPlan;
  readonly traffic: Traffic;
  /** Serves whatever is not the connector's (`/v3/`); without it the connector answers that it knows no such place. */
  readonly site?: Site | undefined;
}

/** Answers a request by itself, to its end. */
export type Site = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** In bytes; more than any message the connector takes, so that its own limit is the one that is met. */
const BODY_MAX = 1024 * 1024;

interface Body {
  readonly json: unknown;
  /** In UTF-16 units. */
  readonly length: number;
}

/**
 * Serves a connector on 127.0.0.1, with the faults that are planned for it.
 *
 * Rejects with Node's own error when the port is busy: `code` is EADDRINUSE, and `port` says which.
 */
export async function startConnectorServer(options: ConnectorServerOptions): Promise<ConnectorServer> {
  const { connector, faults, traffic, site } = options;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = new Date();
    const method = request.method ?? '';
    const url = new URL(`http://127.0.0.1${(request.url ?? '/').replace(/^\/+/u, '/')}`);
    const segments = decodePath(url.pathname);
    const body = await readBody(request);
    if (body === 'cut off') return;

    const path = segments === undefined ? url.pathname : `/${segments.join('/')}`;
    const fault = faults.take(method, path);
    const exchange = { direction: 'from bot' as const, at, method, path, activity: activityIn(body) };
    const record = (answer: Pick<Exchange, 'status' | 'body'>) => traffic.record({ ...exchange, ...answer });
    const perform = (): Answer => {
      if (segments === undefined) return refusal(400, 'BadSyntax', 'The address is not well encoded.');
      if ('status' in body) return body;
      return connector({ method, segments, query: url.searchParams, body: body.json, bodyLength: body.length });
    };

    if (fault !== undefined && 'drop' in fault) {
      if (fault.drop === 'after') perform();
      record({ status: undefined, body: undefined });
      response.destroy();
      return;
    }
    if (fault !== undefined && 'delayUntil' in fault) await Promise.allSettled([fault.delayUntil]);
    const answer = fault !== undefined && 'status' in fault ? fault : perform();
    record({ status: answer.status, body: answer.body });
    respond(response, answer);
  }

  const server = createServer((request, response) => {
    const isForConnector = site === undefined || /^\/+v3\//u.test(request.url ?? '');
    (isForConnector ? serve : site)(request, response).catch((error: unknown) => {
      respond(response, refusal(500, 'ServiceError', `The local Teams failed: ${String(error)}`));
    });
  });
  // A connection closed for idleness just as the bot reuses it would look like a fault nobody planned.
  server.keepAliveTimeout = 0;

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function respond(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (body === undefined) {
    // Not chained: restify, once loaded, replaces every server's `writeHead` by one that returns nothing.
    response.writeHead(status, headers);
    response.end();
  } else {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(body));
  }
}

/** @returns undefined when a segment is not valid percent-encoding */
function decodePath(path: string): readonly string[] | undefined {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** @returns the refusal of a body that is not JSON or is too large; `cut off` when the bot gave up sending it */
async function readBody(request: IncomingMessage): Promise<Body | Answer | 'cut off'> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size <= BODY_MAX) chunks.push(chunk);
    }
  } catch (error) {
    if (request.destroyed) return 'cut off';
    throw error;
  }
  if (size > BODY_MAX) return refusal(413, 'MessageSizeTooBig', 'Message size too large.');
  if (size === 0) return { json: undefined, length: 0 };
  const { 'content-type': type = '', 'content-encoding': encoding } = request.headers;
  if (encoding !== undefined || !/^application\/json\b/iu.test(type)) {
    return refusal(415, 'UnsupportedMediaType', 'Only plain JSON is taken.');
  }
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return { json: JSON.parse(text), length: text.length };
  } catch (error) {
    return refusal(400, 'BadSyntax', String(error));
  }
}

function activityIn(body: Body | Answer): WireActivity | undefined {
  if ('status' in body || !isObject(body.json)) return undefined;
  const { type, activity } = body.json;
  if (typeof type === 'string') return body.json;
  return isObject(activity) ? activity : undefined;
}
