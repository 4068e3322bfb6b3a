import assert from 'node:assert/strict';
import { compileNotatNow } from '../../../src/application/notat/compile-notat.js';
import { downloadNotat, showNotatAgain } from '../../../src/application/notat/fetch-notat.js';
import type { NotatWriter, RoundStore } from '../../../src/application/ports.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import type { NotatModel } from '../../../src/domain/notat/notat.js';
import { aNotatId, aPerson, aRoundId, START, TENANT } from '../../support/builders.js';
import { createReadableLinks, READABLE_LINK_MS } from '../../support/fakes.js';
import { aReply, createMunicipality, FIRST_SEEN, opened, SECRETARIAT, typing } from '../municipality.js';

/** Another form than JSON. */
const TITLES: NotatWriter = { write: async ({ title }) => new TextEncoder().encode(title) };

/** A round of two departments of which the first has answered, its interim notat, and a link to that. */
async function createArchive() {
  const municipality = await createMunicipality(2);
  const deps = { ...municipality, links: createReadableLinks(), markdown: TITLES };
  const round = await opened(municipality);
  await submitReply(municipality, aReply(round, 0, { answer: typing('Første svar') }));
  const compiled = await compileNotatNow(municipality, {
    tenantId: TENANT,
    by: aPerson(),
    where: SECRETARIAT.channelId,
    notatId: aNotatId(),
  });
  assert.equal(compiled.kind, 'compiled');
  const document = { tenantId: SECRETARIAT.tenantId, roundId: round.id, notatId: compiled.record.id };
  return { deps, round, compiled, document, token: deps.links.create(document, deps.clock.now()) };
}

function read(file: Uint8Array): NotatModel {
  return JSON.parse(new TextDecoder().decode(file)) as NotatModel;
}

/** What is left of a model in JSON. */
function inJson(notat: NotatModel): unknown {
  return JSON.parse(JSON.stringify(notat));
}

describe('downloading a notat', () => {
  it('gives the document behind the link, and its title', async () => {
    const { deps, compiled, token } = await createArchive();
    const outcome = await downloadNotat(deps, token, 'docx');
    assert.equal(outcome.kind, 'document');
    assert.equal(outcome.title, compiled.notat.title);
    assert.deepEqual(read(outcome.file), inJson(compiled.notat));
  });

  it('gives it in the form that is asked for', async () => {
    const { deps, compiled, token } = await createArchive();
    const outcome = await downloadNotat(deps, token, 'md');
    assert.equal(outcome.kind, 'document');
    assert.equal(new TextDecoder().decode(outcome.file), compiled.notat.title);
  });

  it('is a line in the round’s audit each time, which tells the form and nobody, and an event without names', async () => {
    const { deps, round, token } = await createArchive();
    deps.clock.advance(1_000);
    for (const format of ['docx', 'md', 'docx'] as const) await downloadNotat(deps, token, format);
    const at = new Date(START.getTime() + 1_000);
    const line = { at, by: undefined, act: 'downloaded', departmentId: undefined, subject: aNotatId() };
    assert.deepEqual((await deps.rounds.readAudit(round.id)).slice(-3), [
      { ...line, where: 'a link, as docx' },
      { ...line, where: 'a link, as md' },
      { ...line, where: 'a link, as docx' },
    ]);
    assert.deepEqual(deps.log.entries.at(-1), {
      level: 'info',
      event: 'notat downloaded',
      fields: { roundId: round.id, notatId: aNotatId(), where: 'a link, as docx' },
    });
  });

  it('hands out nothing that cannot be written down', async () => {
    const { deps, token } = await createArchive();
    const rounds = { ...deps.rounds, commit: () => Promise.reject(new Error('the store is away')) };
    await assert.rejects(downloadNotat({ ...deps, rounds }, token, 'docx'), /the store is away/u);
  });

  it('gives the same document after corrections and new answers', async () => {
    const { deps, round, compiled, token } = await createArchive();
    await submitReply(deps, aReply(round, 0, { answer: typing('Andet svar'), seen: FIRST_SEEN, press: 'rettelse' }));
    await submitReply(deps, aReply(round, 1));
    const outcome = await downloadNotat(deps, token, 'docx');
    assert.equal(outcome.kind, 'document');
    assert.deepEqual(read(outcome.file), inJson(compiled.notat));
  });

  it('gives the same document after the deadline has passed', async () => {
    const { deps, document } = await createArchive();
    deps.clock.advance(60 * 86_400_000);
    const link = deps.links.create(document, deps.clock.now());
    const outcome = await downloadNotat(deps, link, 'docx');
    assert.equal(outcome.kind, 'document');
    assert.deepEqual(read(outcome.file).rows[1]?.answer, { kind: 'awaited', deadline: '2026-11-25' });
  });

  it('is refused when the link has expired', async () => {
    const { deps, token } = await createArchive();
    deps.clock.advance(READABLE_LINK_MS);
    assert.equal((await downloadNotat(deps, token, 'docx')).kind, 'document');
    deps.clock.advance(1);
    assert.deepEqual(await downloadNotat(deps, token, 'docx'), { kind: 'expired' });
  });

  it('is refused when the link is not one of ours', async () => {
    const { deps } = await createArchive();
    assert.deepEqual(await downloadNotat(deps, 'noget/andet', 'docx'), { kind: 'invalid' });
  });

  for (const [name, changes] of [
    ['the round is no more', { roundId: aRoundId('ukendt') }],
    ['the notat is no more', { notatId: aNotatId('ukendt') }],
    ['it was made for another tenant', { tenantId: 'en-anden' }],
  ] as const) {
    it(`is refused when ${name}`, async () => {
      const { deps, document } = await createArchive();
      const token = deps.links.create({ ...document, ...changes }, deps.clock.now());
      for (const format of ['docx', 'md'] as const) {
        assert.deepEqual(await downloadNotat(deps, token, format), { kind: 'invalid' });
      }
    });
  }

  it('says of an answer that it cannot be read when the version that it was made of is missing', async () => {
    const { deps, round, token } = await createArchive();
    await submitReply(deps, aReply(round, 0, { answer: typing('Andet svar'), seen: FIRST_SEEN, press: 'rettelse' }));
    const rounds: RoundStore = { ...deps.rounds, readVersion: async () => undefined };
    const outcome = await downloadNotat({ ...deps, rounds }, token, 'docx');
    assert.ok(outcome.kind === 'document');
    const { rows } = read(outcome.file);
    assert.equal(rows[0]?.answer.kind, 'unreadable');
  });
});

describe('showing a notat again', () => {
  it('gives it to the secretariat', async () => {
    const { deps, round, compiled } = await createArchive();
    const shown = await showNotatAgain(deps, { tenantId: TENANT, roundId: round.id, notatId: compiled.record.id });
    assert.deepEqual(shown, { round, record: compiled.record, notat: compiled.notat, changes: [], newer: undefined });
  });

  it('gives it to no other tenant', async () => {
    const { deps, round, compiled } = await createArchive();
    const request = { tenantId: 'nabokommunen', roundId: round.id, notatId: compiled.record.id };
    assert.equal(await showNotatAgain(deps, request), undefined);
  });

  it('gives nothing when there is no such notat', async () => {
    const { deps, round } = await createArchive();
    const request = { tenantId: TENANT, roundId: round.id, notatId: aNotatId('ukendt') };
    assert.equal(await showNotatAgain(deps, request), undefined);
  });
});
