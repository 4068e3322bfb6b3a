import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WireActivity } from '../local-teams/traffic.js';
import type { Bustle } from './bustle.js';

/** A process of the bot that can take activities. */
export interface OpenDoor {
  readonly port: number;
}

/** The one address of the bot. It stands for the Bot Service and for a load balancer, and spreads activities. */
export interface FrontDoor {
  readonly url: string;
  close(): Promise<void>;
}

export interface FrontDoorOptions {
  /** The processes that can take activities now. */
  readonly doors: () => readonly OpenDoor[];
  /** The address at which the bot reaches the connector. */
  readonly serviceUrl: string;
  /** How many times each activity is delivered at the same time. */
  readonly deliveries: number;
  readonly bustle: Bustle;
  /** How much the time of the run is ahead of this machine's, in milliseconds. */
  readonly aheadMs: () => number;
}

export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const { doors, serviceUrl, deliveries, bustle, aheadMs } = options;
  let turn = 0;

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const text = await readAll(incoming);
    const open = doors();
    if (open.length === 0) return respond(outgoing, { status: 502, type: 'text/plain', body: Buffer.alloc(0) });
    const next = () => open[turn++ % open.length] as OpenDoor;
    if (incoming.method !== 'POST') return respond(outgoing, await fetchFrom(next(), incoming));

    const activity = { ...inRunTime(JSON.parse(text) as WireActivity, aheadMs()), serviceUrl };
    // The answer that comes last is the one that is shown: it is the hardest to give.
    let last: Answer | undefined;
    await Promise.all(
      Array.from({ length: deliveries }, async (_, index) => {
        last = await deliver(next(), redelivered(activity, index));
      }),
    );
    respond(outgoing, last ?? NOBODY);
  }

  const server = createServer((incoming, outgoing) => {
    const end = bustle.begin();
    pass(incoming, outgoing)
      .catch(() => respond(outgoing, NOBODY))
      .finally(end);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** What the Bot Service answers when it does not reach the bot. */
const NOBODY: Answer = { status: 502, type: 'text/plain', body: Buffer.alloc(0) };

function inRunTime(activity: WireActivity, aheadMs: number): WireActivity {
  const at = (written: string) => new Date(Date.parse(written) + aheadMs).toISOString();
  const { timestamp, localTimestamp } = activity;
  return {
    ...activity,
    ...(timestamp === undefined ? {} : { timestamp: at(timestamp) }),
    ...(localTimestamp === undefined ? {} : { localTimestamp: at(localTimestamp) }),
  };
}

/**
 * The same activity once more. Every second time it has a new id, as in the second layer of retries in Teams, if it is a
 * press: a press is known by the data of its card. A written message with another id is another message.
 */
function redelivered(activity: WireActivity, index: number): WireActivity {
  const isPress = activity.value !== undefined && activity.value !== null;
  return index % 2 === 1 && isPress ? { ...activity, id: `f:${randomUUID()}` } : activity;
}

async function deliver({ port }: OpenDoor, activity: WireActivity): Promise<Answer> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
    });
    return await answerOf(response);
  } catch {
    // The process was killed, or is not there yet.
    return NOBODY;
  }
}

async function fetchFrom({ port }: OpenDoor, { url = '/' }: IncomingMessage): Promise<Answer> {
  return answerOf(await fetch(`http://127.0.0.1:${port}${url}`));
}

async function answerOf(response: Response): Promise<Answer> {
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? 'text/plain',
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function respond(outgoing: ServerResponse, { status, type, body }: Answer): void {
  outgoing.writeHead(status, { 'content-type': type });
  outgoing.end(body);
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
