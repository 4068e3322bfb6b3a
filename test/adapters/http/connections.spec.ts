import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { CONNECTION_LIMITS, type ConnectionLimits } from '../../../src/adapters/http/server.js';
import {
  BODY_MAX_BYTES,
  CONNECTIONS_MAX,
  HEADERS_MAX_BYTES,
  KEEP_ALIVE_MS,
  REFUSED_BODY_MAX_BYTES,
  REQUEST_CHECK_MS,
  REQUEST_TIME_LIMIT_MS,
  SILENT_ANSWER_MS,
} from '../../../src/domain/limits.js';
import { call, goodRequestStatus, jsonHeaders, startTestServer, type TestServer } from './a-server.js';

/** The same limits, reached soon. */
const IMPATIENT = { headersTimeout: 40, requestTimeout: 40, connectionsCheckingInterval: 10 };

const HEAD = 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const HEAD_WITH_TOKEN = `${HEAD}Authorization: ${jsonHeaders()['authorization']}\r\n`;

interface Client {
  readonly socket: Socket;
  readonly heard: () => string;
}

/** Resolves when it is closed, by an error too: `once` would reject then. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });
}

/** Waits until the client has heard so many answers with a body that ends so. */
async function answered({ socket, heard }: Client, count: number, end = '"ok"}'): Promise<void> {
  while (heard().split(end).length <= count) await once(socket, 'data');
}

describe('connections', () => {
  let server: TestServer | undefined;
  const sockets: Socket[] = [];

  async function start(limits: Partial<ConnectionLimits> = {}, ...changes: Parameters<typeof startTestServer>) {
    server = await startTestServer(changes[0], { connections: { ...CONNECTION_LIMITS, ...limits } });
    return server;
  }
  /** A client that has sent this much, and waits; what it is answered is gathered in `heard`. */
  async function open({ port }: TestServer, sent: string): Promise<Client> {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(sent);
    return { socket, heard: () => text };
  }
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await server?.stop();
    server = undefined;
  });

  it('are cut within the time that is stated, and before Node would exchange the two limits', () => {
    const { headersTimeout, requestTimeout, connectionsCheckingInterval } = CONNECTION_LIMITS;
    assert.equal(REQUEST_TIME_LIMIT_MS, 15_000);
    assert.equal(connectionsCheckingInterval, REQUEST_CHECK_MS);
    assert.ok(requestTimeout + connectionsCheckingInterval <= REQUEST_TIME_LIMIT_MS);
    assert.ok(headersTimeout > 0 && headersTimeout <= requestTimeout);
  });

  const SLOW: readonly (readonly [what: string, sent: string])[] = [
    ['nothing at all', ''],
    ['half of its first line', 'POST /api/mess'],
    ['half of its headers', HEAD],
    ['half of its body', `${HEAD_WITH_TOKEN}Content-Length: 100\r\n\r\n{"type":`],
    ['half of its body in chunks', `${HEAD_WITH_TOKEN}Transfer-Encoding: chunked\r\n\r\n5\r\n{"typ\r\n`],
    ['half of a body that has been refused', `${HEAD}Content-Length: 100\r\n\r\n{"type":`],
    ['half of a body that nobody asked for', 'GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'],
  ];
  for (const [what, sent] of SLOW) {
    it(`are cut when the client has sent ${what} and no more`, async () => {
      const running = await start(IMPATIENT);
      const { socket } = await open(running, sent);
      await closed(socket);
      assert.equal(await goodRequestStatus(running), 200);
      assert.deepEqual(running.turns.length, 1);
    });
  }

  it('are cut when the client sends on and on, a little at a time', async () => {
    const running = await start(IMPATIENT);
    const { socket } = await open(running, HEAD);
    const drip = setInterval(() => socket.write('X-Slow: 1\r\n'), 5);
    try {
      await closed(socket);
    } finally {
      clearInterval(drip);
    }
    assert.equal(await goodRequestStatus(running), 200);
  });

  it('are not cut while the bot itself takes its time', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const running = await start(IMPATIENT, {
      turn: async () => {
        await finished;
        return { status: 200, body: undefined };
      },
    });
    const answer = goodRequestStatus(running);
    // Another client runs into the limit meanwhile: so it has passed for the first one too.
    const { socket } = await open(running, HEAD);
    await closed(socket);
    finish();
    assert.equal(await answer, 200);
  });

  it('are cut when an answer is not taken, or does not come, for too long', async () => {
    assert.ok(SILENT_ANSWER_MS > REQUEST_TIME_LIMIT_MS);
    assert.equal(CONNECTION_LIMITS.silentAnswerTimeout, SILENT_ANSWER_MS);
    const running = await start({ silentAnswerTimeout: 40 }, { checkReady: () => new Promise(() => undefined) });
    const { socket } = await open(running, 'GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n');
    await closed(socket);
  });

  it('are kept longer than load balancers keep theirs', async () => {
    const AZURE_LOAD_BALANCER_MS = 4 * 60_000;
    assert.ok(KEEP_ALIVE_MS > AZURE_LOAD_BALANCER_MS);
    const running = await start();
    const client = await open(running, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await answered(client, 1);
    assert.match(client.heard(), new RegExp(`^Keep-Alive: timeout=${KEEP_ALIVE_MS / 1_000}\r$`, 'mu'));
  });

  it('may wait for a next request longer than a request may take', async () => {
    const running = await start(IMPATIENT);
    const client = await open(running, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await answered(client, 1);
    const other = await open(running, HEAD);
    await closed(other.socket);
    client.socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await answered(client, 2);
    assert.equal(client.heard().match(/HTTP\/1\.1 200/gu)?.length, 2);
  });

  it('can be half open by the thousand, and who has something to say is heard', async () => {
    // Looked through often, and none cut: a busy machine may take its time to open them.
    const running = await start({ connectionsCheckingInterval: 10, headersTimeout: 600_000, requestTimeout: 600_000 });
    const halfOpen = await Promise.all(Array.from({ length: 1_000 }, () => open(running, HEAD)));
    assert.equal(await goodRequestStatus(running), 200);
    assert.equal(halfOpen.filter(({ socket }) => socket.destroyed).length, 0);
    for (const { socket } of halfOpen) socket.destroy();
    assert.equal(await goodRequestStatus(running), 200);
  });

  it('are bounded in number: one more is closed, and the log says so', async () => {
    assert.equal(CONNECTION_LIMITS.maxConnections, CONNECTIONS_MAX);
    assert.ok(CONNECTIONS_MAX >= 1_000);
    const running = await start({ maxConnections: 2 });
    const kept = [await open(running, HEAD), await open(running, HEAD)];
    const { socket } = await open(running, '');
    await closed(socket);
    assert.deepEqual(
      running.log.entries.map(({ fields }) => fields?.['reason']),
      ['too many connections'],
    );
    const ends = kept.map((one) => closed(one.socket));
    for (const one of kept) one.socket.end();
    await Promise.all(ends);
    assert.equal(await goodRequestStatus(running), 200);
  });

  it('are not handed over to another protocol, nor kept for one', async () => {
    const running = await start();
    const client = await open(
      running,
      'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    await answered(client, 1);
    assert.match(client.heard(), /^HTTP\/1\.1 200 OK\r/u);
    const tunnel = await open(running, 'CONNECT smba.trafficmanager.net:443 HTTP/1.1\r\nHost: x\r\n\r\n');
    await closed(tunnel.socket);
    assert.equal(tunnel.heard(), '');
  });

  it('carry no more headers than the limit', async () => {
    const running = await start();
    const fill = 'x'.repeat(HEADERS_MAX_BYTES);
    const tooLarge = await call(running.port, { method: 'GET', path: '/healthz', headers: { 'x-fill': fill } });
    assert.equal(tooLarge.status, 431);
    const some = await call(running.port, {
      method: 'GET',
      path: '/healthz',
      headers: { 'x-fill': fill.slice(1_000) },
    });
    assert.equal(some.status, 200);
  });

  it('are closed after a body that was refused, however much of it is still to come', async () => {
    const running = await start();
    const piece = `${(64 * 1024).toString(16)}\r\n${' '.repeat(64 * 1024)}\r\n`;
    const { socket, heard } = await open(running, `${HEAD_WITH_TOKEN}Transfer-Encoding: chunked\r\n\r\n`);
    let sent = 0;
    const end = closed(socket);
    const send = (error?: Error | null) => {
      if (error) return;
      sent += piece.length;
      socket.write(piece, send);
    };
    send();
    await end;
    assert.match(heard(), /^HTTP\/1\.1 413 [^\r]*\r/u);
    assert.match(heard(), /^Connection: close\r$/mu);
    assert.ok(sent > BODY_MAX_BYTES);
    // What the system holds on both sides is beyond what the bot has read.
    assert.ok(sent < BODY_MAX_BYTES + REFUSED_BODY_MAX_BYTES + 16 * 1024 * 1024, String(sent));
    assert.equal(await goodRequestStatus(running), 200);
  });
});
