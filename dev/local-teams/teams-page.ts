import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { type LocalTeams, type LocalTeamsOptions, startLocalTeams } from './local-teams.js';
import { createPageApi } from './page-api.js';
import { readPageFile } from './page-files.js';
import { refusalOf } from './page-guard.js';
import { PageProblem } from './page-request.js';

/** The page may load only its own files. Only pictures on cards may come from elsewhere. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/**
 * Starts a local Teams that people can use in a browser. The page is at `serviceUrl`, and only browsers on this machine
 * can open it. There is no login, so a user of the page can act as any person.
 *
 * `GET /local/events` sends a server-sent event after every change. `GET /local/state`, `place` and `traffic` give the
 * state. `POST /local/write`, `press`, `dialog/open`, `dialog/submit`, `dialog/close`, `file`, `consent`, `read`, `block`,
 * `install` and `hurts` do things.
 *
 * Rejects as `startLocalTeams` does.
 */
export async function startTeamsWithPage(options: Omit<LocalTeamsOptions, 'site'>): Promise<LocalTeams> {
  // For a moment, the server listens before the page is ready.
  let serve = async (_request: IncomingMessage, response: ServerResponse) => refuse(response, 503, 'starting');
  const teams = await startLocalTeams({ ...options, site: (request, response) => serve(request, response) });
  serve = createPage(teams, options);
  return teams;
}

function createPage(teams: LocalTeams, { bot, tenantId }: Pick<LocalTeamsOptions, 'bot' | 'tenantId'>) {
  const run = randomUUID();
  const watchers = new Set<ServerResponse>();
  let changes = 0;
  let isTelling = false;

  const version = () => `${run} ${changes}`;
  const tell = (watcher: ServerResponse) => watcher.write(`data: ${JSON.stringify({ version: version() })}\n\n`);
  function changed(): void {
    changes += 1;
    if (isTelling) return;
    isTelling = true;
    // Often many changes come together. Those of one turn of the event loop are sent as one event.
    setImmediate(() => {
      isTelling = false;
      for (const watcher of watchers) tell(watcher);
    });
  }
  teams.onChange(changed);
  const api = createPageApi({ teams, botName: bot.name, tenantId, version, changed });

  function watch(response: ServerResponse): void {
    response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream' });
    watchers.add(response);
    response.once('close', () => watchers.delete(response));
    tell(response);
  }

  async function answer(path: string, query: URLSearchParams, request: IncomingMessage): Promise<unknown> {
    if (request.method !== 'POST') return api.get(path, query);
    const body = await json(request).catch((error: unknown) => {
      throw new PageProblem('the body is not JSON', { cause: error });
    });
    return api.post(path, body);
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = refusalOf(request);
    if (refusal !== undefined) return refuse(response, refusal.status, refusal.reason);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/local/events') return watch(response);
    if (pathname.startsWith('/local/')) {
      try {
        return respond(
          response,
          200,
          JSON_TYPE,
          JSON.stringify((await answer(pathname, searchParams, request)) ?? null),
        );
      } catch (error) {
        const isTheirs = error instanceof PageProblem;
        return refuse(response, isTheirs ? 400 : 502, error instanceof Error ? error.message : String(error));
      }
    }
    const file = await readPageFile(pathname);
    if (file === undefined) return refuse(response, 404, 'there is nothing here');
    respond(response, 200, file.type, file.content);
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';

function refuse(response: ServerResponse, status: number, error: string): void {
  respond(response, status, JSON_TYPE, JSON.stringify({ error }));
}

function respond(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': type });
  response.end(content);
}
