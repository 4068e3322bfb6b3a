import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { downloadPage } from '../../../src/adapters/http/download-page.js';
import { LINK_TOKEN_MAX } from '../../../src/domain/limits.js';
import { da } from '../../../src/text/messages.js';
import {
  anActivity,
  type Call,
  call,
  goodRequestStatus,
  jsonHeaders,
  startTestServer,
  type TestServer,
} from './a-server.js';

const SECRET = 'hemmelig-besked';

/** As Azure's libraries make them: with a status of their own. */
function storageError(): Error {
  return Object.assign(new Error(SECRET), { statusCode: 404 });
}

describe('the HTTP server', () => {
  let server: TestServer | undefined;

  async function start(...settings: Parameters<typeof startTestServer>): Promise<TestServer> {
    server = await startTestServer(...settings);
    return server;
  }
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  const BRIEF: readonly (readonly [method: string, path: string, status: number])[] = [
    ['GET', '/', 404],
    ['GET', '/api', 404],
    ['GET', '/api/messages/', 404],
    ['GET', '/notat', 404],
    ['GET', '/%', 404],
    ['GET', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['DELETE', '/healthz', 405],
    ['HEAD', '/api/messages', 405],
    ['HEAD', '/', 404],
    ['PUT', '/notat/x.y', 405],
    ['GET', `/notat/${'x'.repeat(LINK_TOKEN_MAX + 1)}`, 404],
  ];
  for (const [method, path, status] of BRIEF) {
    it(`answers ${method} ${path.slice(0, 20)} with ${status} and no words`, async () => {
      const { port } = await start();
      const answer = await call(port, { method, path });
      assert.deepEqual([answer.status, answer.body], [status, '']);
    });
  }

  it('takes a link’s token up to its limit', async () => {
    const tokens: string[] = [];
    const { port } = await start({
      checkLink: (token) => {
        tokens.push(token);
        return 'invalid';
      },
    });
    const longest = 'x'.repeat(LINK_TOKEN_MAX);
    await call(port, { method: 'GET', path: `/notat/${longest}` });
    await call(port, { method: 'GET', path: `/notat/${longest}x` });
    assert.deepEqual(tokens, [longest]);
  });

  for (const path of ['/healthz', '/readyz', '/notat/x.y']) {
    for (const isWell of [true, false]) {
      it(`answers HEAD ${path} as GET without the body, when all is ${isWell ? 'well' : 'not well'}`, async () => {
        const { port } = await start({
          checkReady: async () => (isWell ? {} : Promise.reject(storageError())),
          checkLink: () => (isWell ? 'valid' : 'expired'),
          download: async () => ({ kind: 'document', title: 'x', file: new Uint8Array([1]) }),
        });
        const [get, head] = [await call(port, { method: 'GET', path }), await call(port, { method: 'HEAD', path })];
        assert.deepEqual([head.status, head.body], [get.status, '']);
        assert.equal(head.headers['content-type'], get.headers['content-type']);
        if (path !== '/notat/x.y') assert.equal(head.headers['content-length'], String(get.body.length));
      });
    }
  }

  it('does not write a document for HEAD', async () => {
    const { port } = await start({ download: async () => assert.fail('a document was written') });
    assert.equal((await call(port, { method: 'HEAD', path: '/notat/x.y' })).status, 200);
  });

  it('tells of readiness what the store tells', async () => {
    const { port } = await start({ checkReady: async () => ({ unreadableRows: 2 }) });
    const { body } = await call(port, { method: 'GET', path: '/readyz' });
    assert.deepEqual(JSON.parse(body), { status: 'ready', unreadableRows: 2 });
  });

  it('answers what is no HTTP with 400 and goes on', async () => {
    const running = await start();
    const socket = connect(running.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.write('hej\r\n\r\n');
    await once(socket, 'close');
    assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/u);
    assert.equal(await goodRequestStatus(running), 200);
  });

  it('says of an error inside only that there was one, whatever status it carries', async () => {
    const fail = async () => {
      throw storageError();
    };
    const { port, log } = await start({ turn: fail, download: fail, checkReady: fail });
    const answers = [
      await call(port, { headers: jsonHeaders(), body: JSON.stringify(anActivity()) }),
      await call(port, { method: 'GET', path: '/notat/x.y' }),
      await call(port, { method: 'GET', path: '/readyz' }),
    ];
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body]),
      [
        [500, ''],
        [503, downloadPage(da, da.download.failed)],
        [503, '{"status":"not ready"}'],
      ],
    );
    assert.deepEqual(
      log.entries.map(({ level, event, cause }) => [level, event, cause instanceof Error]),
      [
        ['error', 'request failed', true],
        ['error', 'document not downloaded', true],
        ['error', 'not ready', true],
      ],
    );
  });

  it('is alive without its store, and ready with it', async () => {
    const { port } = await start({ checkReady: async () => Promise.reject(storageError()) });
    const alive = await call(port, { method: 'GET', path: '/healthz' });
    assert.deepEqual([alive.status, alive.body], [200, '{"status":"ok"}']);
    await server?.stop();

    const { port: other } = await start();
    const ready = await call(other, { method: 'GET', path: '/readyz' });
    assert.deepEqual([ready.status, ready.body], [200, '{"status":"ready","unreadableRows":0}']);
  });

  it('rejects when the port is taken', async () => {
    const { port } = await start();
    await assert.rejects(startTestServer({}, { port }), { code: 'EADDRINUSE' });
  });

  /** A server whose turn goes on until it is told to finish. */
  async function startWithTurnUnderWay() {
    let begin = () => {};
    let finish = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const running = await start({
      turn: async () => {
        begin();
        await finished;
        return { status: 200, body: undefined };
      },
    });
    const answer = goodRequestStatus(running);
    await begun;
    return { running, answer, finish };
  }

  it('answers the requests under way before it has stopped, and takes no new ones', async () => {
    const { running, answer, finish } = await startWithTurnUnderWay();
    const stopped = running.stop();
    await assert.rejects(goodRequestStatus(running), { code: 'ECONNREFUSED' });
    finish();
    assert.equal(await answer, 200);
    await stopped;
    server = undefined;
  });

  const REQUESTS: readonly Call[] = [
    { headers: jsonHeaders(), body: JSON.stringify(anActivity()) },
    { headers: jsonHeaders() },
    { method: 'GET', path: '/notat/x.y' },
    { method: 'HEAD', path: '/notat/x.y' },
    { method: 'GET', path: '/healthz' },
    { method: 'GET', path: '/readyz' },
  ];

  it('answers every new request with 503 and closes its connection while it drains, and those under way as ever', async () => {
    const { running, answer, finish } = await startWithTurnUnderWay();
    const drained = running.drain();
    for (const request of REQUESTS) {
      const { status, headers, body } = await call(running.port, request);
      assert.deepEqual([status, headers.connection, body], [503, 'close', '']);
    }
    finish();
    assert.equal(await answer, 200);
    await drained;
  });

  it('goes on answering with 503 after it has drained, until it is stopped, and does none of what is asked', async () => {
    const running = await start({ download: async () => assert.fail('a document was written') });
    await running.drain();
    for (const request of REQUESTS) assert.equal((await call(running.port, request)).status, 503);
    assert.deepEqual(running.turns, []);
  });

  it('has drained when a client has broken off what it was sending', async () => {
    const running = await start();
    const socket = connect(running.port, '127.0.0.1');
    const head = Object.entries({ host: 'x', ...jsonHeaders(), 'content-length': '9' });
    socket.write(
      `POST /api/messages HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n{`,
    );
    await once(socket, 'connect');
    assert.equal(await goodRequestStatus(running), 200);
    const drained = running.drain();
    socket.destroy();
    await drained;
  });

  it('does not wait for ever on a client that never sends its request', async () => {
    const running = await start({}, { stopWithinMs: 20 });
    const socket = connect(running.port, '127.0.0.1');
    socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\n');
    await once(socket, 'connect');
    assert.equal(await goodRequestStatus(running), 200);
    const closed = once(socket, 'close');
    await running.stop();
    await closed;
    server = undefined;
  });
});
