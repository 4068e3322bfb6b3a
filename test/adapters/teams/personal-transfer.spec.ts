import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFileTransfer } from '../../../src/adapters/teams/files.js';

/** What a drive does with a request. */
type Drive = (request: IncomingMessage, response: ServerResponse) => void;

/** In two steps: a package that other specs load has `writeHead` return nothing. */
function answer(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, headers);
  response.end();
}

const BYTES = new TextEncoder().encode('PK brevpapir');

describe('moving files', () => {
  let server: Server;
  let origin: string;
  let drive: Drive;
  let requests: { readonly method: string | undefined; readonly headers: IncomingMessage['headers'] }[];

  beforeEach(async () => {
    requests = [];
    server = createServer((request, response) => {
      requests.push({ method: request.method, headers: request.headers });
      request.resume().on('end', () => drive(request, response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    drive = (_request, response) => response.end(BYTES);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const transfer = (timeLimitMs = 60_000) => createFileTransfer({ origins: [origin], timeLimitMs });

  describe('from a person’s drive', () => {
    it('takes what is there, without a token', async () => {
      assert.deepEqual(await transfer().fetch(`${origin}/fil`, BYTES.length), { kind: 'file', bytes: BYTES });
      assert.equal(requests[0]?.headers.authorization, undefined);
    });

    it('reads no more than it may, whatever the drive says of the length', async () => {
      drive = (_request, response) => {
        response.writeHead(200, { 'transfer-encoding': 'chunked' });
        const more = () => {
          if (!response.destroyed) response.write('x'.repeat(64 * 1024), () => setImmediate(more));
        };
        more();
      };
      assert.deepEqual(await transfer().fetch(`${origin}/fil`, 1_000), { kind: 'too large' });
    });

    it('follows a redirect to where files may be, and to nowhere else', async () => {
      drive = ({ url }, response) =>
        void (url === '/fil' ? response.end(BYTES) : answer(response, 302, { location: '/fil' }));
      assert.equal((await transfer().fetch(`${origin}/her`, 100)).kind, 'file');
      for (const location of [origin.replace('127.0.0.1', 'localhost'), 'https://ond.example/', 'http://[', '/ring']) {
        drive = (_request, response) => answer(response, 302, { location });
        assert.deepEqual(await transfer().fetch(`${origin}/her`, 100), { kind: 'failed' }, location);
      }
    });

    it('gives up when the drive refuses, breaks off or does not answer', async () => {
      const failures: readonly Drive[] = [
        (_request, response) => answer(response, 404),
        (_request, response) => response.destroy(),
        () => undefined,
      ];
      for (const failure of failures) {
        drive = failure;
        assert.deepEqual(await transfer(100).fetch(`${origin}/fil`, 100), { kind: 'failed' });
      }
    });
  });

  describe('to a person’s drive', () => {
    it('puts the whole file in one piece, without a token', async () => {
      assert.equal(await transfer().upload(`${origin}/plads`, BYTES), 'uploaded');
      const [put] = requests;
      assert.equal(put?.method, 'PUT');
      assert.equal(put.headers['content-range'], `bytes 0-${BYTES.length - 1}/${BYTES.length}`);
      assert.equal(put.headers['content-length'], String(BYTES.length));
      assert.equal(put.headers.authorization, undefined);
    });

    it('uses a place once, however often it is told to', async () => {
      const { upload } = transfer();
      const told = () => upload(`${origin}/plads`, BYTES);
      assert.deepEqual(await Promise.all([told(), told()]), ['uploaded', 'uploaded']);
      assert.equal(await told(), 'uploaded');
      assert.equal(requests.length, 1);
    });

    it('tries a place again that failed', async () => {
      const { upload } = transfer();
      drive = (_request, response) => answer(response, 503);
      assert.equal(await upload(`${origin}/plads`, BYTES), 'failed');
      drive = (_request, response) => answer(response, 201);
      assert.equal(await upload(`${origin}/plads`, BYTES), 'uploaded');
    });

    it('follows no redirect: the file is for nobody else', async () => {
      drive = (_request, response) => answer(response, 307, { location: '/andetsteds' });
      assert.equal(await transfer().upload(`${origin}/plads`, BYTES), 'failed');
      assert.equal(requests.length, 1);
    });
  });

  const SHAREPOINT = createFileTransfer({ origins: ['https://*.sharepoint.example'], timeLimitMs: 1 });
  const ELSEWHERE: readonly (readonly [what: string, address: string])[] = [
    ['is no address', 'brevpapir.docx'],
    ['is not https', 'http://kommune-my.sharepoint.example/fil'],
    ['has another host', 'https://kommune.example/fil'],
    ['has a host that only ends alike', 'https://ondsharepoint.example/fil'],
    ['has a host that only begins alike', 'https://kommune.sharepoint.example.ond.example/fil'],
    ['has another port', 'https://kommune.sharepoint.example:8443/fil'],
    ['has a name in it', 'https://x@kommune.sharepoint.example/fil'],
    ['is a file here', 'file:///etc/passwd'],
    ['is the machine itself', 'http://127.0.0.1/fil'],
  ];
  for (const [what, address] of ELSEWHERE) {
    it(`goes nowhere when the address ${what}`, async () => {
      const before = globalThis.fetch;
      const called: unknown[] = [];
      globalThis.fetch = (url) => {
        called.push(url);
        return Promise.reject(new Error('nothing goes out'));
      };
      try {
        assert.deepEqual(await SHAREPOINT.fetch(address, 100), { kind: 'failed' });
        assert.equal(await SHAREPOINT.upload(address, BYTES), 'failed');
        assert.deepEqual(called, []);
        await SHAREPOINT.fetch('https://kommune-my.sharepoint.example/fil', 100);
        assert.equal(called.length, 1);
      } finally {
        globalThis.fetch = before;
      }
    });
  }
});
