import { createServer, type IncomingMessage } from 'node:http';
import { type Card, isObject } from '../local-teams/card-actions.js';
import { createWaiting, type Waiting } from '../local-teams/waiting.js';
import { listenHere } from './listen.js';

/** One HTTP request between a Teams and the bot. */
export interface RecordedExchange {
  readonly direction: 'to bot' | 'from bot';
  readonly method: string;
  /** The segments of the path, decoded. For requests from the bot, the first segment is `v3`. */
  readonly path: readonly string[];
  readonly request: Card;
  readonly status: number;
  readonly response: Card;
}

/**
 * A proxy between a Teams and the bot. It changes only the `serviceUrl` of activities, so that the bot calls it back.
 */
export interface Recorder {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The address to which a Teams sends activities for the bot. */
  readonly endpoint: string;
  /** In the order in which they were answered. */
  readonly exchanges: readonly RecordedExchange[];
  readonly until: Waiting['until'];
  /** Sets the address of the bot's messaging endpoint. */
  pointAt(bot: string): void;
  stop(): Promise<void>;
}

const MESSAGES_PATH = '/api/messages';

export async function startRecorder(): Promise<Recorder> {
  const exchanges: RecordedExchange[] = [];
  const waiting = createWaiting(() => exchanges.map(inWords).join('\n'));
  let bot = '';
  let service = '';

  const server = createServer((request, response) => {
    pass(request).then(
      (answer) => {
        response.writeHead(answer.status, { 'content-type': answer.contentType });
        response.end(answer.text);
      },
      (error: unknown) => {
        response.writeHead(502, { 'content-type': 'text/plain' });
        response.end(String(error));
      },
    );
  });

  async function pass(incoming: IncomingMessage) {
    const { method = '', url = '/', headers } = incoming;
    const text = await textOf(incoming);
    const request = parsed(text);
    const isToBot = url === MESSAGES_PATH;
    const body = isToBot && text !== '' ? JSON.stringify(calledBackHere(request)) : text;
    const response = await fetch(isToBot ? bot : new URL(url, service), {
      method,
      headers: { 'content-type': headers['content-type'] ?? 'application/json' },
      ...(body === '' ? {} : { body }),
    });
    const answer = await response.text();
    const { status } = response;
    // The Playground sends HEAD to see whether there is a bot. Teams does not, so it is not recorded.
    if (method !== 'HEAD') {
      const path = decodeURIComponent(url.split('?')[0] ?? '')
        .split('/')
        .slice(1);
      const direction = isToBot ? ('to bot' as const) : ('from bot' as const);
      const fromVersion = isToBot ? path : path.slice(path.indexOf('v3'));
      exchanges.push({ direction, method, path: fromVersion, request, status, response: parsed(answer) });
      waiting.changed();
    }
    return { status, text: answer, contentType: response.headers.get('content-type') ?? 'text/plain' };
  }

  function calledBackHere(activity: Card): Card {
    const url = new URL(String(activity['serviceUrl']));
    service = url.origin;
    return { ...activity, serviceUrl: `${origin}${url.pathname}` };
  }

  const origin = await listenHere(server);
  return {
    origin,
    endpoint: `${origin}${MESSAGES_PATH}`,
    exchanges,
    until: waiting.until,
    pointAt(address) {
      bot = address;
    },
    stop: () =>
      new Promise((resolve) => {
        waiting.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** @returns an empty object if the text is not a JSON object */
function parsed(text: string): Card {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    // The body is empty, or is text for people. It has no fields to compare.
    return {};
  }
}

function inWords({ direction, method, path, request, status }: RecordedExchange): string {
  return `${direction}: ${method} ${path.join('/')} ${String(request['type'] ?? '')} → ${status}`;
}
