import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject } from './card-actions.js';
import { type Answer, type Connector, isTargeted, refusal } from './connector-routes.js';
import { type DriveRoutes, FRAGMENT_LIMIT } from './drive-routes.js';
import type { FaultPlan } from './faults.js';
import type { Exchange, Traffic, WireActivity } from './traffic.js';

export interface ConnectorServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** Closes the open connections. */
  stop(): Promise<void>;
}

export interface ConnectorServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly connector: Connector;
  /** Serves `/drive/`. */
  readonly drive: DriveRoutes;
  readonly faults: FaultPlan;
  readonly traffic: Traffic;
  /** Serves all paths except `/v3/` and `/drive/`. Without it, the connector answers those with 404. */
  readonly site?: Site | undefined;
}

/** Answers a request completely. */
export type Site = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * In bytes. It is larger than any message that the connector accepts, so that the connector's own limit comes first.
 */
const BODY_MAX = 1024 * 1024;

interface Body {
  readonly json: unknown;
  /** In UTF-16 units. */
  readonly length: number;
}

/** A request that has been read, and not been performed. */
interface Task {
  readonly activity: WireActivity | undefined;
  perform(): Answer;
}

/**
 * Serves a connector and people's drives on 127.0.0.1, with the planned faults.
 *
 * Rejects with Node's own error when the port is in use: its `code` is EADDRINUSE, and it has the `port`.
 */
export async function startConnectorServer(options: ConnectorServerOptions): Promise<ConnectorServer> {
  const { connector, drive, faults, traffic, site } = options;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = new Date();
    const method = request.method ?? '';
    const url = new URL(`http://127.0.0.1${(request.url ?? '/').replace(/^\/+/u, '/')}`);
    const segments = decodePath(url.pathname);
    const isForDrive = segments?.[0] === 'drive';
    const body = await readBytes(request, isForDrive ? FRAGMENT_LIMIT - 1 : BODY_MAX);
    if (body === 'cut off') return;
    const { activity, perform } = isForDrive
      ? driveTask(request, segments, body)
      : connectorTask(request, segments, url.searchParams, body);
    // A browser in which a person opens a file is not traffic of the bot, so planned faults do not apply to it.
    if (isForDrive && request.headers['sec-fetch-site'] !== undefined) return respond(response, perform());

    const path = segments === undefined ? url.pathname : `/${segments.join('/')}`;
    const fault = faults.take(method, path, isTargeted(url.searchParams));
    const exchange = { direction: 'from bot' as const, at, method, path, activity };
    const record = (answer: Pick<Exchange, 'status' | 'body'>) => traffic.record({ ...exchange, ...answer });

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

  function driveTask(request: IncomingMessage, segments: readonly string[], body: Buffer | 'too large'): Task {
    const { method = '', headers } = request;
    const perform = () =>
      body === 'too large'
        ? refusal(413, 'invalidRequest', 'A fragment must be smaller.')
        : drive({ method, segments, headers, body });
    return { activity: undefined, perform };
  }

  function connectorTask(
    request: IncomingMessage,
    segments: readonly string[] | undefined,
    query: URLSearchParams,
    bytes: Buffer | 'too large',
  ): Task {
    const body = parseBody(request, bytes);
    const perform = (): Answer => {
      if (segments === undefined) return refusal(400, 'BadSyntax', 'The address is not well encoded.');
      if ('status' in body) return body;
      const { json, length: bodyLength } = body;
      return connector({ method: request.method ?? '', segments, query, body: json, bodyLength });
    };
    return { activity: activityIn(body), perform };
  }

  const server = createServer((request, response) => {
    const isOurs = site === undefined || /^\/+(?:v3|drive)\//u.test(request.url ?? '');
    (isOurs ? serve : site)(request, response).catch((error: unknown) => {
      respond(response, refusal(500, 'ServiceError', `The local Teams failed: ${String(error)}`));
    });
  });
  // Idle connections are never closed. To close one while the bot begins to use it again would look like a fault.
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

function respond(response: ServerResponse, { status, body, bytes, headers = {} }: Answer): void {
  if (body === undefined) {
    // The calls are not chained, because restify replaces `writeHead` of every server by one that returns nothing.
    response.writeHead(status, headers);
    response.end(bytes);
  } else {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(body));
  }
}

/** @returns undefined where a segment is not valid percent-encoding */
function decodePath(path: string): readonly string[] | undefined {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** @returns `cut off` where the bot did not send the body to its end */
async function readBytes(request: IncomingMessage, max: number): Promise<Buffer | 'too large' | 'cut off'> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size <= max) chunks.push(chunk);
    }
  } catch (error) {
    if (request.destroyed) return 'cut off';
    throw error;
  }
  return size > max ? 'too large' : Buffer.concat(chunks);
}

/** @returns the parsed body, or the refusal of a body that is not JSON or is too large */
function parseBody({ headers }: IncomingMessage, bytes: Buffer | 'too large'): Body | Answer {
  if (bytes === 'too large') return refusal(413, 'MessageSizeTooBig', 'Message size too large.');
  if (bytes.length === 0) return { json: undefined, length: 0 };
  const { 'content-type': type = '', 'content-encoding': encoding } = headers;
  if (encoding !== undefined || !/^application\/json\b/iu.test(type)) {
    return refusal(415, 'UnsupportedMediaType', 'Only plain JSON is taken.');
  }
  const text = bytes.toString('utf8');
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
