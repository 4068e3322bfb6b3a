import type { IncomingMessage, Server as NodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify, { type Request, type Response, type Server } from 'restify';
import type { DownloadNotatOutcome, NotatFormat } from '../../application/fetch-notat.js';
import type { Log } from '../../application/ports.js';
import { BODY_MAX_BYTES, LINK_TOKEN_MAX, REQUEST_TIME_LIMIT_MS } from '../../domain/limits.js';
import type { Messages } from '../../text/messages.js';
import { notatFileName } from '../../text/notat-words.js';
import { downloadPage } from './download-page.js';
import { type GateRules, judge } from './gate.js';

export interface ServerDependencies {
  readonly gate: GateRules;
  /** Runs one turn; never rejects. */
  readonly turn: (request: {
    readonly authorization: string | undefined;
    readonly body: object;
  }) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** Called once a turn's response has been handed over, so that what it caused can be sent. */
  readonly afterTurn: () => void;
  readonly download: (token: string, format: NotatFormat) => Promise<DownloadNotatOutcome>;
  /** Rejects while the store cannot be reached. */
  readonly checkReady: () => Promise<void>;
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

/** The parser hands `maxBodySize` on to the reader it makes; its declared options do not say so. */
const JSON_BODY: restify.plugins.JsonBodyParserOptions & { readonly maxBodySize: number } = {
  maxBodySize: BODY_MAX_BYTES,
  mapParams: false,
};

/** In milliseconds; longer than any turn may take, shorter than hosts wait for a process that they stop. */
const STOP_WITHIN_MS = 10_000;

const CONTENT_TYPES: Readonly<Record<NotatFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
};

/**
 * Serves the messaging endpoint, the notat's download and the two health checks. Rejects with the system's
 * error when it cannot listen.
 */
export async function startServer(
  deps: ServerDependencies,
  at: { readonly host: string; readonly port: number; readonly stopWithinMs?: number },
): Promise<RunningServer> {
  const server = restify.createServer({
    name: 'notatbot',
    handleUncaughtExceptions: false,
    maxParamLength: LINK_TOKEN_MAX,
  });
  server.pre(refuseUnread);
  answerErrorsBriefly(server, deps.log);
  server.post('/api/messages', ...restify.plugins.jsonBodyParser(JSON_BODY), answeredBy(deps, receive));
  server.get('/notat/:token', answeredBy(deps, sendNotat));
  server.get('/healthz', answeredBy(deps, sendLiveness));
  server.get('/readyz', answeredBy(deps, sendReadiness));
  return listen(server, at);
}

/**
 * Refuses, unread, what no Bot Connector sends. A body with a Content-Encoding must go first of all: restify
 * has no error handler on its decompressor, so a malformed one ends the process, and its size limit counts
 * compressed bytes.
 */
function refuseUnread(req: Request, res: Response, next: (more?: boolean) => void): void {
  const status = req.method === 'POST' ? unreadableStatus(req) : undefined;
  if (status === undefined) {
    next();
    return;
  }
  // What is on its way is not read, so this connection is of no more use.
  res.setHeader('Connection', 'close');
  res.send(status);
  next(false);
}

function unreadableStatus({ headers }: IncomingMessage): number | undefined {
  if (headers['content-encoding'] !== undefined) return 415;
  if (!/^application\/json\s*(?:;|$)/iu.test(headers['content-type'] ?? '')) return 415;
  return Number(headers['content-length'] ?? 0) > BODY_MAX_BYTES ? 413 : undefined;
}

type Answer = (deps: ServerDependencies, req: Request, res: Response) => Promise<void>;

/** A handler whose failure is 500 and a line in the log, whatever status the error brought along from elsewhere. */
function answeredBy(deps: ServerDependencies, answer: Answer): (req: Request, res: Response) => Promise<void> {
  return async (req, res) => {
    try {
      await answer(deps, req, res);
    } catch (error) {
      deps.log.error('request failed', error);
      if (!res.headersSent) res.send(500);
    }
  };
}

/** For what restify itself finds wrong: a status and nothing more. What went wrong inside is for the log. */
function answerErrorsBriefly(server: Server, log: Log): void {
  server.on(
    'restifyError',
    (_req: Request, res: Response, error: Error & { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) log.error('request failed', error);
      if (!res.headersSent) res.send(status);
      done();
    },
  );
}

async function receive(deps: ServerDependencies, req: Request, res: Response): Promise<void> {
  const authorization = req.headers.authorization;
  const verdict = judge(deps.gate, authorization, req.body);
  if (!verdict.pass) {
    deps.log.warn('request refused', { status: verdict.status });
    res.send(verdict.status);
    return;
  }
  const { status, body } = await deps.turn({ authorization, body: verdict.activity });
  res.send(status, body);
  deps.afterTurn();
}

async function sendNotat(deps: ServerDependencies, req: Request, res: Response): Promise<void> {
  const { messages } = deps;
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  // Word for whoever follows the link; Markdown for a program that asks for it.
  const format: NotatFormat = req.headers.accept === 'text/markdown' ? 'md' : 'docx';
  const outcome = await deps.download(String((req.params as Record<string, unknown>)['token']), format);
  if (outcome.kind === 'document') {
    res.sendRaw(200, Buffer.from(outcome.file), {
      'Content-Type': CONTENT_TYPES[format],
      'Content-Disposition': attachment(notatFileName(outcome.title, format)),
    });
    return;
  }
  const page = downloadPage(messages, messages.download[outcome.kind]);
  res.sendRaw(outcome.kind === 'expired' ? 410 : 404, page, { 'Content-Type': 'text/html; charset=utf-8' });
}

async function sendLiveness(_deps: ServerDependencies, _req: Request, res: Response): Promise<void> {
  res.send(200, { status: 'ok' });
}

async function sendReadiness({ checkReady, log }: ServerDependencies, _req: Request, res: Response): Promise<void> {
  try {
    await checkReady();
    res.send(200, { status: 'ready' });
  } catch (error) {
    log.error('not ready', error);
    res.send(503, { status: 'not ready' });
  }
}

/** The name twice: in ASCII for old clients, and as it is (RFC 6266). */
function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\u0020-\u007E]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

async function listen(
  server: Server,
  { host, port, stopWithinMs = STOP_WITHIN_MS }: Parameters<typeof startServer>[1],
): Promise<RunningServer> {
  const node = server.server as NodeServer;
  node.requestTimeout = REQUEST_TIME_LIMIT_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
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
          resolve();
        });
        // Clients keep connections open for a next request that is not to come.
        node.closeIdleConnections();
        server.on('after', () => setImmediate(() => node.closeIdleConnections()));
      }),
  };
}
