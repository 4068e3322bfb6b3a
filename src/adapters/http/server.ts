import { createServer, type Server as NodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request, Response, Server } from 'restify';
import type { NotatFormat } from '../../application/notat/fetch-notat.js';
import type { FollowLinkOutcome } from '../../application/notat/follow-link.js';
import { type Excess, type Log, type RateLimit, UnfitTemplate, UnreadableRow } from '../../application/ports.js';
import {
  BODY_MAX_BYTES,
  CONNECTIONS_MAX,
  HEADERS_MAX_BYTES,
  KEEP_ALIVE_MS,
  LINK_TOKEN_MAX,
  REQUEST_CHECK_MS,
  REQUEST_TIME_LIMIT_MS,
  SILENT_ANSWER_MS,
} from '../../domain/limits.js';
import type { Messages } from '../../text/messages.js';
import { notatFileName } from '../../text/notat/notat-file-name.js';
import { fileNameOf } from '../../text/notat/template-file-name.js';
import { setAnswerHeaders } from './answer-headers.js';
import { createClientAddresses } from './client-address.js';
import { downloadPage } from './download-page.js';
import { createDraining, type Draining } from './draining.js';
import { type GateRules, isConnectorToken, judgeActivity, type Refusal } from './gate.js';
import { createReadiness, type Readiness, type ReadinessDetails } from './readiness.js';
import { createRefusalLog, type RefusalLog, type RefusalReason } from './refusal-log.js';
import { answerUnread, readJsonBody } from './request-body.js';
import { createRestifyServer } from './restify-server.js';

export interface ServerDependencies {
  readonly gate: GateRules;
  /** Runs one turn; never rejects. */
  readonly turn: (request: { readonly authorization: string | undefined; readonly body: object }) => Promise<{
    readonly status: number;
    readonly body: unknown;
    readonly refused?: RefusalReason | undefined;
    /** Done once the response has been sent. */
    readonly afterwards?: (() => Promise<void>) | undefined;
  }>;
  /** Checks the signature and the time of a link, which is fast. It does not check that the document exists. */
  readonly checkLink: (token: string) => 'valid' | 'expired' | 'invalid';
  readonly download: (token: string, format: NotatFormat) => Promise<FollowLinkOutcome>;
  /** Rejects while the store cannot be reached. The result is told together with "ready". */
  readonly checkReady: () => Promise<ReadinessDetails>;
  readonly limits: {
    /** Counts the refused requests of each client that is not known to be the Bot Connector. */
    readonly refusals: RateLimit;
    readonly healthChecks: RateLimit;
    readonly downloads: RateLimit;
  };
  /** The proxies whose `X-Forwarded-For` is trusted: addresses, or networks such as `10.0.0.0/8`. */
  readonly trustedProxies: readonly string[];
  readonly messages: Messages;
  readonly log: Log;
}

export interface RunningServer {
  readonly port: number;
  /** Answers new requests with 503 from now on, and resolves when those that were being answered have been. */
  drain(): Promise<void>;
  /**
   * Accepts no new connections, and resolves when the open requests have been answered. After `stopWithinMs` all
   * connections that are still open are closed.
   */
  stop(): Promise<void>;
}

export interface ServerPlace {
  readonly host: string;
  readonly port: number;
  readonly stopWithinMs?: number;
  /** The default is `CONNECTION_LIMITS`. */
  readonly connections?: ConnectionLimits;
}

/** The limits on connections, with the names that Node uses. Times are in milliseconds, and sizes in bytes. */
export interface ConnectionLimits {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
  readonly keepAliveTimeout: number;
  readonly maxHeaderSize: number;
  /** Node's `timeout`: how long a connection may be silent while a request on it is being answered. */
  readonly silentAnswerTimeout: number;
  readonly maxConnections: number;
}

/**
 * Node checks the two time limits only every `connectionsCheckingInterval`, so they are shorter by that time than what
 * docs/architecture.md promises. Node would swap the two if the limit for the headers were the longer one. There is no
 * limit on the number of headers, because their size has one. There is none on the requests of one connection, because
 * load balancers send all their requests on a few connections.
 */
export const CONNECTION_LIMITS: ConnectionLimits = {
  headersTimeout: REQUEST_TIME_LIMIT_MS - REQUEST_CHECK_MS,
  requestTimeout: REQUEST_TIME_LIMIT_MS - REQUEST_CHECK_MS,
  connectionsCheckingInterval: REQUEST_CHECK_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  maxHeaderSize: HEADERS_MAX_BYTES,
  silentAnswerTimeout: SILENT_ANSWER_MS,
  maxConnections: CONNECTIONS_MAX,
};

/**
 * In milliseconds. It is longer than a turn may take, and shorter than the time that a host gives a process to stop.
 */
const STOP_WITHIN_MS = 10_000;

const CONTENT_TYPES: Readonly<Record<NotatFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
};

/** What all handlers of requests use. */
interface Door extends ServerDependencies {
  readonly draining: Draining;
  readonly refusals: RefusalLog;
  /** The name of the client that a request counts for. */
  readonly clientOf: (request: Request) => string;
  readonly readiness: () => Promise<Readiness>;
}

/**
 * Serves the messaging endpoint, the download of notats and the two health checks. Rejects with the error of the system
 * if it cannot listen.
 */
export async function startServer(deps: ServerDependencies, at: ServerPlace): Promise<RunningServer> {
  const door: Door = {
    ...deps,
    draining: createDraining(),
    refusals: createRefusalLog(deps.log),
    clientOf: createClientAddresses(deps.trustedProxies),
    readiness: createReadiness({ ask: deps.checkReady, log: deps.log }),
  };
  // With an empty name, restify sends no `Server` header.
  const server = createRestifyServer({ name: '', handleUncaughtExceptions: false, maxParamLength: LINK_TOKEN_MAX });
  answerErrorsBriefly(server, door);
  server.post('/api/messages', answeredBy(door, receive));
  const readable: readonly (readonly [path: string, answer: Answer])[] = [
    ['/notat/:token', sendDocument],
    ['/healthz', sendLiveness],
    ['/readyz', sendReadiness],
  ];
  for (const [path, answer] of readable) {
    server.get(path, answeredBy(door, answer));
    server.head(path, answeredBy(door, answer));
  }
  return listen(server, door, at);
}

type Answer = (door: Door, req: Request, res: Response) => Promise<void>;

/** A handler for which every error is 500 and a line in the log. A status in the error itself is not used. */
function answeredBy(door: Door, answer: Answer): (req: Request, res: Response) => Promise<void> {
  return async (req, res) => {
    const ended = door.draining.begin();
    if (ended === undefined) return refuseWhileStopping(req, res);
    try {
      await answer(door, req, res);
    } catch (error) {
      door.log.error('request failed', error);
      if (!res.headersSent) res.send(500);
    } finally {
      ended();
    }
  };
}

/** The Bot Connector delivers a refused activity again, and then another process answers it. */
function refuseWhileStopping(req: Request, res: Response): void {
  res.setHeader('Connection', 'close');
  if (req.method === 'POST' && !req.complete) answerUnread(req, res, 503);
  else res.send(503);
}

/** Answers the errors of restify itself with only a status. Internal errors are described in the log. */
function answerErrorsBriefly(server: Server, door: Door): void {
  const answer = async (req: Request, res: Response, error: Error & { statusCode?: number }) => {
    const status = error.statusCode ?? 500;
    if (status < 500)
      return refuse(door, req, res, { status, reason: status === 405 ? 'method not allowed' : 'no such address' });
    door.log.error('request failed', error);
    if (!res.headersSent) res.send(status);
  };
  server.on('restifyError', (req: Request, res: Response, error: Error & { statusCode?: number }, done: () => void) => {
    void answer(req, res, error).then(done, done);
  });
}

/**
 * Refuses a request of a client that is not the Bot Connector. The status is that of the reason, or 429 if the client
 * has been refused too often. The rest of the body is not read.
 */
async function refuse(door: Door, req: Request, res: Response, { status, reason }: Refusal): Promise<void> {
  const excess = await door.limits.refusals.count(door.clientOf(req));
  if (excess === undefined) answerRefused(door, req, res, { status, reason });
  else refuseForNow(door, req, res, excess);
}

function refuseForNow(door: Door, req: Request, res: Response, excess: Excess): void {
  res.setHeader('Retry-After', String(excess.retryAfterS));
  answerRefused(door, req, res, { status: 429, reason: 'rate limited' });
}

function answerRefused({ refusals }: Door, req: Request, res: Response, { status, reason }: Refusal): void {
  refusals.refused(reason, status);
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (hasBody && !req.complete) answerUnread(req, res, status);
  else res.send(status);
}

/**
 * The Bot Connector sends the activities of all people from a few addresses, and delivers an activity again after a
 * 429. So a request that may be the Connector's never gets a 429, and does not count for the client of its address.
 */
async function receive(door: Door, req: Request, res: Response): Promise<void> {
  const { authorization } = req.headers;
  const mayBeConnector = isConnectorToken(door.gate, authorization);
  const refuseUnread = (refusal: Refusal) =>
    mayBeConnector ? answerRefused(door, req, res, refusal) : refuse(door, req, res, refusal);
  const unreadable = unreadableBecause(req);
  if (unreadable !== undefined) return refuseUnread(unreadable);
  if (!mayBeConnector) return refuseUnread({ status: 401, reason: 'not the connector’s token' });
  const read = await readJsonBody(req);
  if (read.kind === 'broken off') return door.refusals.refused('broken off', 400);
  if (read.kind === 'too large') return refuseUnread({ status: 413, reason: 'body too large' });
  if (read.kind === 'not json') return refuseUnread({ status: 400, reason: 'not json' });
  const verdict = judgeActivity(door.gate, read.value);
  if (!verdict.pass) return refuseUnread(verdict);
  const { status, body, refused, afterwards } = await door.turn({ authorization, body: verdict.activity });
  // The signature has been checked now: after a 401 it is certain that the sender was not the Bot Connector.
  if (refused !== undefined && status === 401) return refuse(door, req, res, { status, reason: refused });
  if (refused !== undefined) return answerRefused(door, req, res, { status, reason: refused });
  res.send(status, body);
  // A process that stops waits for this too.
  await afterwards?.();
}

/**
 * Headers that the Bot Connector never sends. Bodies are not decompressed, because a small one can become very large.
 */
function unreadableBecause({ headers }: Request): Refusal | undefined {
  if (headers['content-encoding'] !== undefined) return { status: 415, reason: 'content encoding' };
  if (!/^application\/json\s*(?:;|$)/iu.test(headers['content-type'] ?? ''))
    return { status: 415, reason: 'content type' };
  return Number(headers['content-length'] ?? 0) > BODY_MAX_BYTES
    ? { status: 413, reason: 'body too large' }
    : undefined;
}

/**
 * Sends the document of a link. Links that are not valid count as refusals. Valid links have a limit of their own, so
 * refused requests from the same address do not block them. HEAD does not write the document, so it has no file name
 * and no length.
 */
async function sendDocument(door: Door, req: Request, res: Response): Promise<void> {
  const token = String((req.params as Record<string, unknown>)['token']);
  const state = door.checkLink(token);
  const { limits } = door;
  const excess = await (state === 'valid' ? limits.downloads : limits.refusals).count(door.clientOf(req));
  if (excess !== undefined) {
    res.setHeader('Retry-After', String(excess.retryAfterS));
    return sendPage(door, res, 'tooMany');
  }
  if (state !== 'valid') return sendPage(door, res, state);
  // A person who follows the link gets Word. A program can ask for Markdown.
  const format: NotatFormat = req.headers.accept === 'text/markdown' ? 'md' : 'docx';
  if (req.method === 'HEAD') return void res.sendRaw(200, '', { 'Content-Type': CONTENT_TYPES[format] });
  const outcome = await downloaded(door, token, format);
  if (outcome.kind === 'unreadable' || outcome.kind === 'unfit' || outcome.kind === 'failed')
    return sendWords(door, res, FAILED[outcome.kind], outcome.kind);
  if (outcome.kind === 'file of a template') {
    const { of, template, name, file } = outcome;
    return sendFile(res, 'docx', fileNameOf(door.messages, of, { number: template, name }), file);
  }
  if (outcome.kind === 'not allowed') return sendPage(door, res, 'notAllowed');
  if (outcome.kind !== 'document') return sendPage(door, res, outcome.kind);
  sendFile(res, format, notatFileName(outcome.title, format), outcome.file);
}

function sendFile(res: Response, format: NotatFormat, name: string, file: Uint8Array): void {
  res.sendRaw(200, Buffer.from(file), {
    'Content-Type': CONTENT_TYPES[format],
    'Content-Disposition': attachment(name),
  });
}

/** Where the document cannot be made, the person who follows the link is told that in words. */
async function downloaded(
  { download, log }: Door,
  token: string,
  format: NotatFormat,
): Promise<FollowLinkOutcome | { readonly kind: keyof typeof FAILED }> {
  try {
    return await download(token, format);
  } catch (error) {
    // Which of them the link leads to is in its token, which is not read here.
    log.error('document not downloaded', error);
    if (error instanceof UnfitTemplate) return { kind: 'unfit' };
    return { kind: error instanceof UnreadableRow ? 'unreadable' : 'failed' };
  }
}

/**
 * An unreadable row stays so until an administrator repairs it, and an unfit template until the secretariat does (500). Other failures may
 * soon be over (503).
 */
const FAILED = { unreadable: 500, unfit: 500, failed: 503 } as const;

const PAGES = {
  expired: { status: 410, reason: 'link expired' },
  invalid: { status: 404, reason: 'link invalid' },
  notAllowed: { status: 403, reason: 'link of someone without the right' },
  tooMany: { status: 429, reason: 'rate limited' },
} as const satisfies Record<string, Refusal>;

function sendPage(door: Door, res: Response, kind: keyof typeof PAGES): void {
  const { status, reason } = PAGES[kind];
  door.refusals.refused(reason, status);
  sendWords(door, res, status, kind);
}

function sendWords({ messages }: Door, res: Response, status: number, kind: keyof Messages['download']): void {
  res.sendRaw(status, downloadPage(messages, messages.download[kind]), { 'Content-Type': 'text/html; charset=utf-8' });
}

async function sendLiveness(door: Door, req: Request, res: Response): Promise<void> {
  const excess = await door.limits.healthChecks.count(door.clientOf(req));
  if (excess !== undefined) return refuseForNow(door, req, res, excess);
  sendJson(res, 200, { status: 'ok' });
}

async function sendReadiness(door: Door, req: Request, res: Response): Promise<void> {
  const excess = await door.limits.healthChecks.count(door.clientOf(req));
  if (excess !== undefined) return refuseForNow(door, req, res, excess);
  const readiness = await door.readiness();
  if (readiness.isReady) sendJson(res, 200, { status: 'ready', ...readiness.details });
  else sendJson(res, 503, { status: 'not ready' });
}

/** Sends JSON whatever the `Accept` header says. For HEAD, restify's own method would leave the headers out. */
function sendJson(res: Response, status: number, body: object): void {
  const text = JSON.stringify(body);
  res.sendRaw(status, text, { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) });
}

/** The header has the file name twice: in ASCII for old clients, and with all characters (RFC 6266). */
function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\u0020-\u007E]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/**
 * Listens on a Node server that is made here, and passes its requests to restify. Restify's own server has no option
 * for how often connections are checked. It also accepts a protocol upgrade without answering it, and then the
 * connection stays open for ever.
 */
async function listen(
  server: Server,
  { refusals, draining }: Door,
  { host, port, stopWithinMs = STOP_WITHIN_MS, connections = CONNECTION_LIMITS }: ServerPlace,
): Promise<RunningServer> {
  const inner = server.server as NodeServer;
  const { silentAnswerTimeout, maxConnections, ...options } = connections;
  const node = createServer(options, (request, response) => {
    setAnswerHeaders(response);
    inner.emit('request', request, response);
  });
  node.timeout = silentAnswerTimeout;
  node.maxConnections = maxConnections;
  node.on('drop', () => refusals.refused('too many connections', 503));
  await new Promise<void>((resolve, reject) => {
    node.once('error', reject);
    node.listen(port, host, () => {
      node.removeListener('error', reject);
      resolve();
    });
  });
  return {
    port: (node.address() as AddressInfo).port,
    drain: draining.drain,
    stop: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => node.closeAllConnections(), stopWithinMs);
        node.close(() => {
          clearTimeout(cut);
          refusals.stop();
          resolve();
        });
        // Clients keep connections open for a next request, which is not accepted any more.
        node.closeIdleConnections();
        server.on('after', () => setImmediate(() => node.closeIdleConnections()));
      }),
  };
}
