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
  stop(): Promise<void>;
}

export async function startRecordingConnector(): Promise<RecordingConnector> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { method = '', url = '' } = request;
    sent.push({ method, path: decodeURIComponent(url), activity: body === '' ? undefined : JSON.parse(body) });
    response.writeHead(method === 'GET' ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: String(sent.length) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    sent,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
