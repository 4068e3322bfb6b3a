import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConnectorCall, ConnectorTraffic, Operation } from './connector-calls.js';

/** A Bot Connector that takes whatever is sent to it, and writes down when it came. It knows nobody. */
export interface FakeConnector {
  readonly serviceUrl: string;
  /** Every call since the last call of `forget`, in the order in which they came. */
  readonly calls: readonly ConnectorCall[];
  readonly traffic: ConnectorTraffic;
  /** Sets how long each call takes, in milliseconds. */
  delay(postMs: number): void;
  /** Answers no call until `release`. */
  hold(): void;
  release(): void;
  forget(): void;
  stop(): Promise<void>;
}

const THREAD = ';messageid=';
const SUMMARY_MAX = 60;

export async function startFakeConnector(): Promise<FakeConnector> {
  let calls: ConnectorCall[] = [];
  let [open, lastAnswer] = [0, 0];
  let postMs = 0;
  let messages = 1_700_000_000_000;
  let held: Promise<void> | undefined;
  let release: () => void = () => undefined;
  const server = createServer(async (request, response) => {
    const at = now();
    open += 1;
    const { method = '', url = '' } = request;
    const path = decodeURIComponent(new URL(url, 'http://connector').pathname);
    const body = await jsonOf(request);
    messages += 1;
    const id = String(messages);
    const operation = operationOf(method, path);
    const conversation = operation === 'create' ? channelIn(body) : (path.split('/')[3] ?? '');
    const activity = operation === 'create' ? objectIn(body['activity']) : body;
    calls.push({ at, operation, conversation: channelOf(conversation), activityId: id, shows: shownIn(activity) });
    await held;
    if (postMs > 0) await wait(postMs);
    const answer = JSON.stringify(
      operation === 'create' ? { id: `${conversation}${THREAD}${id}`, activityId: id } : { id },
    );
    response.writeHead(operation === 'get' ? 404 : operation === 'create' || operation === 'send' ? 201 : 200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(answer),
    });
    response.end(answer);
    open -= 1;
    lastAnswer = now();
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const letGo = () => {
    held = undefined;
    release();
  };
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    get calls() {
      return calls;
    },
    get traffic() {
      return { calls: calls.length, open, lastAnswer };
    },
    delay(each) {
      postMs = each;
    },
    hold() {
      held = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: letGo,
    forget() {
      calls = [];
    },
    stop: () =>
      new Promise((resolve) => {
        letGo();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

function operationOf(method: string, path: string): Operation {
  if (method === 'GET') return 'get';
  if (method === 'PUT') return 'update';
  if (method === 'DELETE') return 'delete';
  return /^\/v3\/conversations\/?$/u.test(path) ? 'create' : 'send';
}

function channelIn(body: Readonly<Record<string, unknown>>): string {
  return String(objectIn(objectIn(body['channelData'])['channel'])['id']);
}

/** Microsoft's limits are for a channel, with all its threads. */
function channelOf(conversation: string): string {
  return conversation.split(THREAD, 1)[0] ?? '';
}

/** The summary of a message, or the beginning of its text. It tells people which message it was. */
function shownIn(activity: Readonly<Record<string, unknown>>): string {
  const { summary, text } = activity;
  return String(summary ?? text ?? '').slice(0, SUMMARY_MAX);
}

async function jsonOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : objectIn(JSON.parse(text));
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
