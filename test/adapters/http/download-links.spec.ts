import assert from 'node:assert/strict';
import { downloadPage } from '../../../src/adapters/http/download-page.js';
import { createDownloadLinks } from '../../../src/adapters/system/download-links.js';
import { compileNotatNow } from '../../../src/application/notat/compile-notat.js';
import { downloadNotat } from '../../../src/application/notat/fetch-notat.js';
import { UnfitTemplate, UnreadableRow } from '../../../src/application/ports.js';
import { DOWNLOAD_LINK_MINUTES } from '../../../src/domain/notat/notat.js';
import { da } from '../../../src/text/messages.js';
import { type createMunicipality, openRound, SECRETARIAT } from '../../application/municipality.js';
import { aNotatId, aRoundId, aSecretary, TENANT } from '../../support/builders.js';
import { type CallAnswer, call, startTestServer, type TestServer } from './a-server.js';

const SECRET = 'x'.repeat(32);
const PUBLIC_URL = 'https://bot.example';
const OTHER_TENANT = '11111111-2222-4333-8444-555555555555';

type Municipality = Awaited<ReturnType<typeof createMunicipality>>;
type Links = ReturnType<typeof createDownloadLinks>;

/** A round with a notat, and what its link is made of. */
interface Archive {
  readonly municipality: Municipality;
  readonly links: Links;
  readonly document: Parameters<Links['create']>[0];
}

async function anArchive(): Promise<Archive> {
  const { municipality, round } = await openRound();
  const compiled = await compileNotatNow(municipality, {
    tenantId: TENANT,
    where: SECRETARIAT.channelId,
    by: aSecretary(),
    notatId: aNotatId('notat-af-i-dag'),
  });
  assert.equal(compiled.kind, 'compiled');
  const document = { tenantId: SECRETARIAT.tenantId, roundId: round.id, notatId: compiled.record.id };
  return { municipality, links: createDownloadLinks(SECRET, PUBLIC_URL), document };
}

const tokenOf = (link: string) => link.slice(`${PUBLIC_URL}/notat/`.length);

/** Every link that is not a valid one for a document of its tenant, with what it is answered with. */
const REFUSED: readonly (readonly [what: string, status: number, token: (archive: Archive) => string])[] = [
  [
    'of which a character is another',
    404,
    ({ links, document, municipality }) => {
      const token = tokenOf(links.create(document, municipality.clock.now()));
      return `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    },
  ],
  [
    'whose signature is of another link',
    404,
    ({ links, document, municipality }) => {
      const now = municipality.clock.now();
      const [payload] = tokenOf(links.create(document, now)).split('.');
      const [, signature] = tokenOf(links.create({ ...document, notatId: aNotatId('andet') }, now)).split('.');
      return `${payload}.${signature}`;
    },
  ],
  [
    'without a signature',
    404,
    ({ links, document, municipality }) =>
      tokenOf(links.create(document, municipality.clock.now())).split('.')[0] ?? '',
  ],
  [
    'of another installation',
    404,
    ({ document, municipality }) =>
      tokenOf(createDownloadLinks('y'.repeat(32), PUBLIC_URL).create(document, municipality.clock.now())),
  ],
  [
    'to a round that is not there',
    404,
    ({ links, document, municipality }) =>
      tokenOf(links.create({ ...document, roundId: aRoundId('ukendt') }, municipality.clock.now())),
  ],
  [
    'to a notat that is not there',
    404,
    ({ links, document, municipality }) =>
      tokenOf(links.create({ ...document, notatId: aNotatId('ukendt') }, municipality.clock.now())),
  ],
  [
    'for another tenant',
    404,
    ({ links, document, municipality }) =>
      tokenOf(links.create({ ...document, tenantId: OTHER_TENANT }, municipality.clock.now())),
  ],
  [
    'that has expired',
    410,
    ({ links, document, municipality }) => {
      const token = tokenOf(links.create(document, municipality.clock.now()));
      municipality.clock.advance(DOWNLOAD_LINK_MINUTES * 60_000);
      return token;
    },
  ],
];

describe('a download link over HTTP', () => {
  let archive: Archive;
  let server: TestServer;

  beforeEach(async () => {
    archive = await anArchive();
    const deps = { ...archive.municipality, links: archive.links, markdown: archive.municipality.writer };
    server = await startTestServer({
      checkLink: (token) => archive.links.open(token, archive.municipality.clock.now()).kind,
      download: (token, format) => downloadNotat(deps, token, format),
    });
  });
  afterEach(async () => server.stop());

  const follow = (token: string): Promise<CallAnswer> => call(server.port, { method: 'GET', path: `/notat/${token}` });
  const validToken = () => tokenOf(archive.links.create(archive.document, archive.municipality.clock.now()));

  it('gives the document, again and again until it expires', async () => {
    const token = validToken();
    const first = await follow(token);
    archive.municipality.clock.advance(DOWNLOAD_LINK_MINUTES * 60_000 - 1);
    const second = await follow(token);
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.equal(second.body, first.body);
    archive.municipality.clock.advance(1);
    const replayed = await follow(token);
    assert.equal(replayed.status, 410);
    assert.match(replayed.body, /Linket er udløbet[\s\S]*Nyt link/u);
  });

  for (const [what, status, tokenIn] of REFUSED) {
    it(`gives nothing when it is one ${what}`, async () => {
      const token = tokenIn(archive);
      const answer = await follow(token);
      assert.equal(answer.status, status);
      assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
      assert.equal(answer.headers['content-disposition'], undefined);
      assert.equal(answer.headers['cache-control'], 'no-store');
      const { title } = (await archive.municipality.rounds.readRound(archive.document.roundId))?.value.plan.ask ?? {};
      assert.ok(title !== undefined && !answer.body.includes(title));
    });
  }

  it('says in words that the document cannot be read, and in the log which row it is', async () => {
    await server.stop();
    const unreadable = new UnreadableRow('template', 'template 3', 'it is missing');
    server = await startTestServer({ download: () => Promise.reject(unreadable) });
    const { status, body } = await follow(validToken());
    assert.deepEqual([status, body], [500, downloadPage(da, da.download.unreadable)]);
    assert.deepEqual(
      server.log.entries.map(({ event, cause }) => [event, cause]),
      [['notat not downloaded', unreadable]],
    );
  });

  it('says what to do where the template would leave something in the document', async () => {
    await server.stop();
    server = await startTestServer({ download: () => Promise.reject(new UnfitTemplate('{svar}')) });
    const { status, body } = await follow(validToken());
    assert.deepEqual([status, body], [500, downloadPage(da, da.download.unfit)]);
  });

  it('is in no line of the log, whether it holds or fails', async () => {
    const tokens = [validToken(), ...REFUSED.map(([, , tokenIn]) => tokenIn(archive))];
    for (const token of tokens) await follow(token);
    await server.stop();
    server = await startTestServer({ download: () => Promise.reject(new Error('the store does not answer')) });
    for (const token of tokens) await follow(token);
    assert.ok(server.log.entries.length > 0);
    const log = JSON.stringify(server.log.entries);
    for (const part of tokens.flatMap((token) => token.split('.'))) assert.equal(log.includes(part), false);
  });
});
