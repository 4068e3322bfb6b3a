import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/**
 * What befalls a request. `drop request`: the connection breaks before the service sees it. `drop response`: the
 * service carries it out, but the answer is lost. `hang`: nothing happens until `release`, which then lets it
 * through even if nobody waits for the answer any more. A status: answered so, unseen by the service.
 */
export type Fault = 'drop request' | 'drop response' | 'hang' | { readonly status: number };

/** A request that has come to the proxy. */
export interface SeenRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** What was answered; undefined while it is not, or when the connection was broken. */
  readonly status: number | undefined;
  /** What a transaction changes; empty for other requests. */
  readonly body: string;
}

/** Whether the outbox made the request, or looked for work: everything that nobody waits for in front of a card. */
export function isOfOutbox({ path, body }: Pick<SeenRequest, 'path' | 'body'>): boolean {
  const asked = decodeURIComponent(path);
  // A button that decides about what has not arrived asks for all that is not settled.
  if (asked.includes("state ne 'sent'")) return false;
  return (
    [" ge 'delivery|", 'isQuiet', "'processes'"].some((part) => asked.includes(part)) || body.includes('processes')
  );
}

export interface InjectOptions {
  /** Which requests count; all when left out. */
  readonly on?: (request: SeenRequest) => boolean;
  /** The first of them to be hit; 1, the next one, when left out. */
  readonly nth?: number;
  /** How many of them in a row; 1 when left out. */
  readonly times?: number;
}

/** An HTTP proxy on this machine that stands between a client and a table service. */
export interface FaultProxy {
  /** The same account, reached through the proxy. */
  readonly connectionString: string;
  /** Every request since the last `reset`, in the order they came. */
  readonly requests: readonly SeenRequest[];
  inject(fault: Fault, options?: InjectOptions): void;
  /** Resolves when a request hangs. */
  hanging(): Promise<void>;
  /** Lets every hanging request through and resolves when the service has answered them. */
  release(): Promise<void>;
  /** Forgets faults not yet met, and the requests seen. */
  reset(): void;
  close(): Promise<void>;
}

/** Requests that write: a transaction is one POST. */
export function isWrite({ method }: SeenRequest): boolean {
  return method !== 'GET';
}

interface Plan {
  readonly fault: Fault;
  readonly on: (request: SeenRequest) => boolean;
  /** How many more that count to let by. */
  skip: number;
  left: number;
}

type Seen = { -readonly [Key in keyof SeenRequest]: SeenRequest[Key] };

/** Starts a proxy in front of the table service that a connection string names with `TableEndpoint`. */
export async function startFaultProxy(connectionString: string): Promise<FaultProxy> {
  const endpoint = new URL(/TableEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? '');
  let seen: Seen[] = [];
  let plans: Plan[] = [];
  let held: (() => Promise<void>)[] = [];
  let waiting: (() => void)[] = [];

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await readAll(incoming);
    const record: Seen = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      status: undefined,
      body: body.toString(),
    };
    seen.push(record);
    const forward = () => forwardTo(endpoint, incoming, body);
    const fault = takeFault(plans, record);
    if (fault === 'drop request') {
      outgoing.destroy();
    } else if (fault === 'drop response') {
      await forward();
      outgoing.destroy();
    } else if (fault === 'hang') {
      held.push(async () => respond(outgoing, record, await forward()));
      for (const resolve of waiting) resolve();
      waiting = [];
    } else if (fault === undefined) {
      respond(outgoing, record, await forward());
    } else {
      respond(outgoing, record, { status: fault.status, headers: {}, body: Buffer.alloc(0) });
    }
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server without a port.');
  server.unref();

  return {
    connectionString: connectionString.replace(endpoint.host, `127.0.0.1:${address.port}`),
    get requests() {
      return seen;
    },
    inject(fault, { on = () => true, nth = 1, times = 1 } = {}) {
      plans.push({ fault, on, skip: nth - 1, left: times });
    },
    async hanging() {
      if (held.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    async release() {
      const released = held;
      held = [];
      await Promise.all(released.map((letThrough) => letThrough()));
    },
    reset() {
      seen = [];
      plans = [];
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function takeFault(plans: readonly Plan[], record: SeenRequest): Fault | undefined {
  const plan = plans.find(({ left, on }) => left > 0 && on(record));
  if (plan === undefined) return undefined;
  if (plan.skip > 0) {
    plan.skip -= 1;
    return undefined;
  }
  plan.left -= 1;
  return plan.fault;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** The signature covers the account, the path and the date, so a request stays valid on its way through. */
async function forwardTo(endpoint: URL, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const { method = 'GET', url: path = '/', headers } = incoming;
  const forwarded = request({ host: endpoint.hostname, port: endpoint.port, method, path, headers });
  forwarded.end(body);
  const [response] = (await once(forwarded, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await readAll(response) };
}

function respond(outgoing: ServerResponse, record: Seen, answer: Answer): void {
  record.status = answer.status;
  const { 'transfer-encoding': _, ...headers } = answer.headers;
  // Not chained: restify, once loaded, replaces `writeHead` of every server by one that returns nothing.
  outgoing.writeHead(answer.status, headers);
  outgoing.end(answer.body);
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
