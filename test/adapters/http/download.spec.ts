import assert from 'node:assert/strict';
import { createDownloadLinks } from '../../../src/adapters/system/download-links.js';
import { randomIds } from '../../../src/adapters/system/ids.js';
import type { DownloadNotatOutcome, NotatFormat } from '../../../src/application/notat/fetch-notat.js';
import { en } from '../../../src/text/messages.js';
import { aNotatId, aRoundId, START } from '../../support/builders.js';
import { call, startTestServer, type TestServer } from './a-server.js';

const TITLE = 'Opfølgning på "årsrapport" 2026 (100 %)';
const FILE = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0xff, 0x00]);

describe('downloading the notat', () => {
  let server: TestServer | undefined;
  let asked: [token: string, format: NotatFormat][];

  async function get(outcome: DownloadNotatOutcome, accept?: string) {
    asked = [];
    server = await startTestServer({
      download: async (token, format) => {
        asked.push([token, format]);
        return outcome;
      },
    });
    return fetch(`http://127.0.0.1:${server.port}/notat/token.signatur`, {
      headers: accept === undefined ? {} : { accept },
    });
  }
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  const document: DownloadNotatOutcome = { kind: 'document', title: TITLE, file: FILE };

  it('gives the Word file under its Danish name', async () => {
    const response = await get(document);
    assert.equal(response.status, 200);
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), FILE);
    assert.deepEqual(asked, [['token.signatur', 'docx']]);
    assert.equal(
      response.headers.get('content-type'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    assert.equal(
      response.headers.get('content-disposition'),
      'attachment; filename="Notat - Opf_lgning p_ _rsrapport 2026 (100 _).docx"; ' +
        "filename*=UTF-8''Notat%20-%20Opf%C3%B8lgning%20p%C3%A5%20%C3%A5rsrapport%202026%20%28100%20%25%29.docx",
    );
  });

  it('gives Markdown to whoever asks for that alone', async () => {
    const response = await get(document, 'text/markdown');
    assert.deepEqual(asked, [['token.signatur', 'md']]);
    assert.equal(response.headers.get('content-type'), 'text/markdown; charset=utf-8');
    assert.match(response.headers.get('content-disposition') ?? '', /\.md"/u);
  });

  for (const outcome of [document, { kind: 'expired' }, { kind: 'invalid' }] as const) {
    it(`lets nobody keep it, guess its type or pass its address on (${outcome.kind})`, async () => {
      const { headers } = await get(outcome);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
    });
  }

  const PAGES = [
    ['expired', 410, 'Linket er udløbet'],
    ['invalid', 404, 'Linket virker ikke'],
  ] as const;
  for (const [kind, status, heading] of PAGES) {
    it(`shows a page in Danish for a link that is ${kind}`, async () => {
      const response = await get({ kind });
      const page = await response.text();
      assert.equal(response.status, status);
      assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
      assert.match(page, /<html lang="da">/u);
      assert.ok(page.includes(`<h1>${heading}</h1>`), page);
      assert.equal(page.includes('signatur'), false);
    });
  }

  it('shows the page in the language the bot speaks', async () => {
    server = await startTestServer({ messages: en });
    const { body } = await call(server.port, { method: 'GET', path: '/notat/x' });
    assert.match(body, /<html lang="en">/u);
  });

  it('follows the links that the bot makes', async () => {
    const links = createDownloadLinks('x'.repeat(32), 'https://bot.example');
    const opened: unknown[] = [];
    server = await startTestServer({
      download: async (token) => {
        opened.push(links.open(token, START));
        return document;
      },
    });
    const ids = {
      tenantId: randomIds.next(),
      roundId: aRoundId(randomIds.next()),
      notatId: aNotatId(randomIds.next()),
    };
    const { pathname } = new URL(links.create(ids, START));
    const { status } = await call(server.port, { method: 'GET', path: pathname });
    assert.equal(status, 200);
    assert.deepEqual(opened, [{ kind: 'valid', ...ids }]);
  });
});
