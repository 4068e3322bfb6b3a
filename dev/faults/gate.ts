import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bustle } from './bustle.js';
import type { Call, Calls, Fate } from './calls.js';

/** An HTTP proxy on this machine between the bot and a service. */
export interface Gate {
  readonly port: number;
  close(): Promise<void>;
}

export interface GateOptions {
  readonly to: Call['to'];
  /** The only process that uses the gate; undefined where all do. */
  readonly process: number | undefined;
  /** Where the service is. It is asked at each call. */
  readonly target: () => { readonly hostname: string; readonly port: string };
  readonly calls: Calls;
  readonly bustle: Bustle;
  /** Decides what befalls a call; undefined where it is simply done. */
  readonly fateOf: (call: Call) => Fate | undefined;
  readonly kill: (process: number) => void;
  /** How much the service's clock is ahead of this machine's, in milliseconds. */
  readonly aheadMs: () => number;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export async function openGate(options: GateOptions): Promise<Gate> {
  const { calls, bustle, to, process } = options;
  const agent = new Agent({ keepAlive: true });

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readAll(incoming);
    const { method = 'GET', url: path = '/' } = incoming;
    const call = calls.begin({ to, process, method, path, body: body.toString() });
    if (call.isPoll && process !== undefined) bustle.polled(process);
    const carryOut = async () => {
      const answer = await forward(options.target(), agent, incoming, body);
      return { answer, post: answer.status < 300 ? calls.done(call, answer.body.toString()) : undefined };
    };
    const fate = options.fateOf(call);
    switch (fate?.befalls) {
      case 'broken':
        outgoing.destroy();
        return;
      case 'answer lost':
        await carryOut();
        outgoing.destroy();
        return;
      case 'kill':
        await carryOut();
        options.kill(fate.process);
        outgoing.destroy();
        return;
      case 'hang':
        if (fate.isDone) await carryOut();
        if (!outgoing.destroyed) await once(outgoing, 'close');
        return;
      case 'status': {
        if (fate.isDone) await carryOut();
        const { status, headers = {} } = fate;
        await respond(outgoing, { status, headers, body: Buffer.alloc(0) });
        return;
      }
      case undefined: {
        const { answer, post } = await carryOut();
        const isAnswered = await respond(outgoing, { ...answer, headers: shifted(answer.headers, options.aheadMs()) });
        if (post !== undefined) post.isAnswered = isAnswered;
      }
    }
  }

  const server = createServer((incoming, outgoing) => {
    // Reads of the storage do not count, because the bot polls. All that a poll finds leads to a write or a call.
    const end = to === 'storage' && incoming.method === 'GET' ? () => undefined : bustle.begin();
    pass(incoming, outgoing)
      // The process was killed in the middle of its request.
      .catch(() => outgoing.destroy())
      .finally(end);
  });
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      agent.destroy();
    },
  };
}

/** The signature covers the account, the path and the date, so a request stays valid on its way through. */
async function forward(
  { hostname, port }: { readonly hostname: string; readonly port: string },
  agent: Agent,
  { method, url: path, headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const forwarded = request({ hostname, port, agent, method, path, headers });
  forwarded.end(body);
  const [response] = (await once(forwarded, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await readAll(response) };
}

/** @returns whether the whole answer was given to somebody who still waited for it */
async function respond(outgoing: ServerResponse, { status, headers, body }: Answer): Promise<boolean> {
  if (outgoing.destroyed) return false;
  const { 'transfer-encoding': _, ...kept } = headers;
  outgoing.writeHead(status, { ...kept, 'content-length': body.length });
  outgoing.end(body);
  await Promise.race([once(outgoing, 'finish'), once(outgoing, 'close')]);
  return outgoing.writableFinished;
}

function shifted({ date, ...headers }: IncomingMessage['headers'], aheadMs: number): IncomingMessage['headers'] {
  return date === undefined ? headers : { ...headers, date: new Date(Date.parse(date) + aheadMs).toUTCString() };
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
