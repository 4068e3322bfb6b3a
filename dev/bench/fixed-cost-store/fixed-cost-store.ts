import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { answerRequest, type DoneRequest } from './store-requests.js';
import { StoredTables } from './stored-tables.js';

/** A request that the store has answered. */
export interface AnsweredRequest extends DoneRequest {
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
}

/** A table service in memory, whose cost for a request does not grow with the table. */
export interface FixedCostStore {
  readonly connectionString: string;
  /** Every request since the last call of `forget`, in the order of the answers. */
  readonly answered: readonly AnsweredRequest[];
  /** When the last write to a partition with this prefix came, in milliseconds since 1970; 0 before the first. */
  lastWrite(prefix: string): number;
  /** Sets how long each request takes, in milliseconds, besides what the machine needs for it. */
  delay(latencyMs: number): void;
  forget(): void;
  stop(): Promise<void>;
}

/** Any key will do, because the store does not check signatures. The client needs one to compute them. */
const CONNECTION = `DefaultEndpointsProtocol=http;AccountName=bench;AccountKey=${Buffer.alloc(64).toString('base64')}`;

export async function startFixedCostStore(): Promise<FixedCostStore> {
  const tables = new StoredTables();
  let answered: AnsweredRequest[] = [];
  let latencyMs = 0;
  const lastWrites = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const at = performance.timeOrigin + performance.now();
    const body = await textOf(request);
    if (latencyMs > 0) await wait(latencyMs);
    const { method = '', url = '', headers } = request;
    const answer = answerRequest(tables, { method, url, ifMatch: headers['if-match'], body });
    answered.push({ at, ...answer.done });
    if (answer.done.kind === 'write') lastWrites.set(answer.done.partitionKey, at);
    response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
    response.end(answer.body);
  });
  // A connection that is closed while it waits for the next request would look like a failure of the service.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: `${CONNECTION};TableEndpoint=http://127.0.0.1:${port}/bench;`,
    get answered() {
      return answered;
    },
    lastWrite: (prefix) =>
      Math.max(0, ...[...lastWrites].filter(([key]) => key.startsWith(prefix)).map(([, at]) => at)),
    delay(each) {
      latencyMs = each;
    },
    forget() {
      answered = [];
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
