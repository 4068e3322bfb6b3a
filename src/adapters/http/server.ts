import { createServer, type Server as NodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify, { type Request, type Response, type Server } from 'restify';
import type { DownloadNotatOutcome, NotatFormat } from '../../application/notat/fetch-notat.js';
import { type Excess, type Log, type RateLimit, UnreadableRow } from '../../application/ports.js';
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
import { setAnswerHeaders } from './answer-headers.js';
import { createClientAddresses } from './client-address.js';
import { downloadPage } from './download-page.js';
import { type GateRules, isConnectorToken, judgeActivity, type Refusal } from './gate.js';
import { createReadiness, type Readiness, type ReadinessDetails } from './readiness.js';
import { createRefusalLog, type RefusalLog, type RefusalReason } from './refusal-log.js';
import { answerUnread, readJsonBody } from './request-body.js';

export interface ServerDependencies {
  readonly gate: GateRules;
  /** Runs one turn; never rejects. */
  readonly turn: (request: {
    readonly authorization: string | undefined;
    readonly body: object;
  }) => Promise<{ readonly status: number; readonly body: unknown; readonly refused?: RefusalReason | undefined }>;
  /** Called once a turn's response has been handed over, so that what it caused can be sent. */
  readonly afterTurn: () => void;
  /** Whether a link is ours and holds, which costs next to nothing; whether its notat is still there is not asked. */
  readonly checkLink: (token: string) => 'valid' | 'expired' | 'invalid';
  readonly download: (token: string, format: NotatFormat) => Promise<DownloadNotatOutcome>;
  /** Rejects while the store cannot be reached. What it gives is told beside "ready". */
  readonly checkReady: () => Promise<ReadinessDetails>;
  readonly limits: {
    /** What is refused, of each client that is not known to be the Bot Connector. */
    readonly refusals: RateLimit;
    readonly healthChecks: RateLimit;
    readonly downloads: RateLimit;
  };
  /** Whose `X-Forwarded-For` counts: addresses, or networks such as `10.0.0.0/8`. */
  readonly trustedProxies: readonly string[];
  readonly messages: Messages;
  readonly log: Log;
}

export interface RunningServer {
  readonly port: number;
  /**
   * Takes no new connections, and resolves when the requests under way have been answered. Who has not sent
   * theirs, or taken the answer, within `stopWithinMs` is cut off.
   */
  stop(): Promise<void>;
}

export interface ServerPlace {
  readonly host: string;
  readonly port: number;
  readonly stopWithinMs?: number;
  /** `CONNECTION_LIMITS` unless said. */
  readonly connections?: ConnectionLimits;
}

/** How long connections may take for what, in milliseconds, and how much and how many there may be: Node's own names. */
export interface ConnectionLimits {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
  readonly keepAliveTimeout: number;
  readonly maxHeaderSize: number;
  /** Node's `timeout`: of a connection on which nothing moves while a request of it is answered. */
  readonly silentAnswerTimeout: number;
  readonly maxConnections: number;
}

/**
 * Node holds connections to their limits every now and then, so the two limits are that much shorter than what is
 * promised; and it would exchange them if that for the headers were the longer one. How many headers there are, and how
 * many requests a connection carries, is left open: the first follows from their size, and load balancers send all they
 * have on a few connections.
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

/** In milliseconds; longer than any turn may take, shorter than hosts wait for a process that they stop. */
const STOP_WITHIN_MS = 10_000;

const CONTENT_TYPES: Readonly<Record<NotatFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
};

/** What the handlers share. */
interface Door extends ServerDependencies {
  readonly refusals: RefusalLog;
  /** Which client a request counts for. */
  readonly clientOf: (request: Request) => string;
  readonly readiness: () => Promise<Readiness>;
}

/**
 * Serves the messaging endpoint, the notat's download and the two health checks. Rejects with the system's
 * error when it cannot listen.
 */
export async function startServer(deps: ServerDependencies, at: ServerPlace): Promise<RunningServer> {
  const door: Door = {
    ...deps,
    refusals: createRefusalLog(deps.log),
    clientOf: createClientAddresses(deps.trustedProxies),
    readiness: createReadiness({ ask: deps.checkReady, log: deps.log }),
  };
  // Without a name it tells nobody what it is.
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false, maxParamLength: LINK_TOKEN_MAX });
  answerErrorsBriefly(server, door);
  server.post('/api/messages', answeredBy(door, receive));
  const readable: readonly (readonly [path: string, answer: Answer])[] = [
    ['/notat/:token', sendNotat],
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

/** A handler whose failure is 500 and a line in the log, whatever status the error brought along from elsewhere. */
function answeredBy(door: Door, answer: Answer): (req: Request, res: Response) => Promise<void> {
  return async (req, res) => {
    try {
      await answer(door, req, res);
    } catch (error) {
      door.log.error('request failed', error);
      if (!res.headersSent) res.send(500);
    }
  };
}

/** For what restify itself finds wrong: a status and nothing more. What went wrong inside is for the log. */
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
 * Tells a client that is not the Bot Connector no: by the reason's own status, until it has had that too often. What
 * has come of the request and was not read is not read any more.
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
 * The Bot Connector sends for everybody from a few addresses, and delivers again what it is told to come back with. So a
 * request that may be its own is never told to, and is never kept waiting for what others from its address did.
 */
async function receive(door: Door, req: Request, res: Response): Promise<void> {
  const { authorization } = req.headers;
  const mayBeConnector = isConnectorToken(door.gate, authorization);
  const no = (refusal: Refusal) =>
    mayBeConnector ? answerRefused(door, req, res, refusal) : refuse(door, req, res, refusal);
  const unreadable = unreadableBecause(req);
  if (unreadable !== undefined) return no(unreadable);
  if (!mayBeConnector) return no({ status: 401, reason: 'not the connector’s token' });
  const read = await readJsonBody(req);
  if (read.kind === 'broken off') return door.refusals.refused('broken off', 400);
  if (read.kind === 'too large') return no({ status: 413, reason: 'body too large' });
  if (read.kind === 'not json') return no({ status: 400, reason: 'not json' });
  const verdict = judgeActivity(door.gate, read.value);
  if (!verdict.pass) return no(verdict);
  const { status, body, refused } = await door.turn({ authorization, body: verdict.activity });
  // Now it is known who it was, or was not.
  if (refused !== undefined && status === 401) return refuse(door, req, res, { status, reason: refused });
  if (refused !== undefined) return answerRefused(door, req, res, { status, reason: refused });
  res.send(status, body);
  door.afterTurn();
}

/** What no Bot Connector sends, as far as the headers tell. Nothing is decompressed: that could be endless. */
function unreadableBecause({ headers }: Request): Refusal | undefined {
  if (headers['content-encoding'] !== undefined) return { status: 415, reason: 'content encoding' };
  if (!/^application\/json\s*(?:;|$)/iu.test(headers['content-type'] ?? ''))
    return { status: 415, reason: 'content type' };
  return Number(headers['content-length'] ?? 0) > BODY_MAX_BYTES
    ? { status: 413, reason: 'body too large' }
    : undefined;
}

/**
 * The document behind a link. A link that is not ours counts as a refusal; one that is ours is never refused for what
 * others from its address tried, and has a limit of its own. HEAD tells what GET would without writing the document, so
 * without its name and its length.
 */
async function sendNotat(door: Door, req: Request, res: Response): Promise<void> {
  const token = String((req.params as Record<string, unknown>)['token']);
  const state = door.checkLink(token);
  const { limits } = door;
  const excess = await (state === 'valid' ? limits.downloads : limits.refusals).count(door.clientOf(req));
  if (excess !== undefined) {
    res.setHeader('Retry-After', String(excess.retryAfterS));
    return sendPage(door, res, 'tooMany');
  }
  if (state !== 'valid') return sendPage(door, res, state);
  // Word for whoever follows the link; Markdown for a program that asks for it.
  const format: NotatFormat = req.headers.accept === 'text/markdown' ? 'md' : 'docx';
  if (req.method === 'HEAD') return void res.sendRaw(200, '', { 'Content-Type': CONTENT_TYPES[format] });
  const outcome = await downloaded(door, token, format);
  if (outcome.kind === 'unreadable' || outcome.kind === 'failed')
    return sendWords(door, res, FAILED[outcome.kind], outcome.kind);
  if (outcome.kind !== 'document') return sendPage(door, res, outcome.kind);
  res.sendRaw(200, Buffer.from(outcome.file), {
    'Content-Type': CONTENT_TYPES[format],
    'Content-Disposition': attachment(notatFileName(outcome.title, format)),
  });
}

/** A document that cannot be made is no mistake of whoever follows the link, who is told so in words. */
async function downloaded(
  { download, log }: Door,
  token: string,
  format: NotatFormat,
): Promise<DownloadNotatOutcome | { readonly kind: keyof typeof FAILED }> {
  try {
    return await download(token, format);
  } catch (error) {
    log.error('notat not downloaded', error);
    return { kind: error instanceof UnreadableRow ? 'unreadable' : 'failed' };
  }
}

/** Of these the first stays so until somebody has mended it; the other may be over in a moment. */
const FAILED = { unreadable: 500, failed: 503 } as const;

const PAGES = {
  expired: { status: 410, reason: 'link expired' },
  invalid: { status: 404, reason: 'link invalid' },
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

/** For whoever asks, whatever they accept, and for HEAD too: of that restify's own way would leave the headers out. */
function sendJson(res: Response, status: number, body: object): void {
  const text = JSON.stringify(body);
  res.sendRaw(status, text, { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) });
}

/** The name twice: in ASCII for old clients, and as it is (RFC 6266). */
function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\u0020-\u007E]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/**
 * Listens on a server that is made here and hands its requests on: restify's own cannot be told how often to check its
 * connections, and takes an upgrade of the protocol without answering it, which keeps the connection for ever.
 */
async function listen(
  server: Server,
  { refusals }: Door,
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
    stop: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => node.closeAllConnections(), stopWithinMs);
        node.close(() => {
          clearTimeout(cut);
          refusals.stop();
          resolve();
        });
        // Clients keep connections open for a next request that is not to come.
        node.closeIdleConnections();
        server.on('after', () => setImmediate(() => node.closeIdleConnections()));
      }),
  };
}
