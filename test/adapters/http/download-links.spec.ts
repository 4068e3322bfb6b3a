import assert from 'node:assert/strict';
import { downloadPage } from '../../../src/adapters/http/download-page.js';
import { createDownloadLinks } from '../../../src/adapters/system/download-links.js';
import { compileNotatNow } from '../../../src/application/notat/compile-notat.js';
import { followLink } from '../../../src/application/notat/follow-link.js';
import { type LinkedNotat, UnfitTemplate, UnreadableRow } from '../../../src/application/ports.js';
import { DOWNLOAD_LINK_MINUTES } from '../../../src/domain/notat/notat.js';
import { da } from '../../../src/text/messages.js';
import { EXAMPLE_NOTAT } from '../../../src/text/notat/example-notat.js';
import { type createMunicipality, openRound, SECRETARIAT } from '../../application/municipality.js';
import { aMember, aNotatId, aRoundId, aSecretary, START, TENANT } from '../../support/builders.js';
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
  readonly document: LinkedNotat;
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
  let isSecretary: boolean;

  beforeEach(async () => {
    archive = await anArchive();
    isSecretary = true;
    const deps = {
      ...archive.municipality,
      links: archive.links,
      markdown: archive.municipality.writer,
      members: { find: async () => (isSecretary ? aMember(aSecretary()) : undefined) },
      administrators: [],
      installationsTemplate: new TextEncoder().encode('standard'),
      example: EXAMPLE_NOTAT,
    };
    server = await startTestServer({
      checkLink: (token) => archive.links.open(token, archive.municipality.clock.now()).kind,
      download: (token, format) => followLink(deps, token, format),
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

  it('gives the file of a template, its name and nothing else, while whoever got it is a secretary', async () => {
    const { municipality, links } = archive;
    const bytes = new TextEncoder().encode('brevpapir');
    const sha256 = await municipality.files.put(TENANT, bytes);
    const record = { number: 1, name: 'Brev "å".dotx', sha256, again: undefined, by: aSecretary(), at: START };
    await municipality.templates.add(TENANT, record);
    const linked = { tenantId: TENANT, of: 'template', personId: aSecretary().id, memberId: '29:karen' } as const;
    const tokenFor = (template: number) => tokenOf(links.create({ ...linked, template }, municipality.clock.now()));
    const own = await follow(tokenFor(1));
    assert.deepEqual([own.status, own.body], [200, 'brevpapir']);
    assert.match(`${own.headers['content-disposition']}`, /filename\*=UTF-8''Brev%20%C3%A5\.docx$/u);

    isSecretary = false;
    const refused = await follow(tokenFor(1));
    assert.deepEqual([refused.status, refused.body], [403, downloadPage(da, da.download.notAllowed)]);
    municipality.clock.advance(DOWNLOAD_LINK_MINUTES * 60_000);
    const token = tokenOf(links.create({ ...linked, template: 1 }, START));
    assert.equal((await follow(token)).status, 410);
    const log = JSON.stringify([...server.log.entries, ...municipality.log.entries]);
    for (const secret of ['Brev', aSecretary().name, aSecretary().id, token]) assert.ok(!log.includes(secret), secret);
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
      [['document not downloaded', unreadable]],
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
