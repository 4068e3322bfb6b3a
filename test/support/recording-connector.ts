import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bot has sent. */
export interface Sent {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  /** As it came; undefined where there was none. */
  readonly activity: Readonly<Record<string, unknown>> | undefined;
}

/** A Bot Connector that takes whatever is sent to it, wherever, and knows nobody. */
export interface RecordingConnector {
  readonly serviceUrl: string;
  /** In the order it came. A test may empty it. */
  readonly sent: Sent[];
  /** How it answers otherwise than it does by itself; undefined for the usual answer. A test may set it. */
  respond: (sent: Sent) => Promise<Response | undefined> | Response | undefined;
  /** Resolves with the next request, once that has been answered. */
  next(): Promise<Sent>;
  stop(): Promise<void>;
}

interface Response {
  readonly status: number;
  readonly body?: unknown;
}

export async function startRecordingConnector(): Promise<RecordingConnector> {
  const sent: Sent[] = [];
  let waiting: ((request: Sent) => void)[] = [];
  const connector: Pick<RecordingConnector, 'respond'> = { respond: () => undefined };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { method = '', url = '' } = request;
    const it = { method, path: decodeURIComponent(url), activity: body === '' ? undefined : JSON.parse(body) };
    sent.push(it);
    const id = String(sent.length);
    const { status, body: told = { id } } = (await connector.respond(it)) ?? { status: method === 'GET' ? 404 : 200 };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(told));
    for (const tell of waiting) tell(it);
    waiting = [];
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(connector, {
    serviceUrl: `http://127.0.0.1:${port}/`,
    sent,
    next: () =>
      new Promise<Sent>((resolve) => {
        waiting.push(resolve);
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
