import assert from 'node:assert/strict';
import { chooseTemplate } from '../../../src/application/notat/choose-template.js';
import { compilePersonalNotat, fetchPersonalNotat } from '../../../src/application/notat/personal-notat.js';
import { uploadTemplate } from '../../../src/application/notat/upload-template.js';
import { UnfitTemplate } from '../../../src/application/ports.js';
import { FILE_NAME_MAX, RAW_TEXT_MAX } from '../../../src/domain/limits.js';
import type { NotatModel } from '../../../src/domain/notat/notat.js';
import type { TemplateProblem } from '../../../src/domain/notat/template-problem.js';
import { EXAMPLE_NOTAT } from '../../../src/text/notat/example-notat.js';
import { aNotatId, aRoundId, aSecretary, TENANT } from '../../support/builders.js';
import { answeredByAll, createMunicipality, delivered, type Municipality, openRound } from '../municipality.js';

const SENDER = { tenantId: TENANT, by: aSecretary(), where: 'a:samtale' };
const TEMPLATE = new TextEncoder().encode('brevpapir');

function personal(municipality: Municipality, problems: readonly TemplateProblem[] = []) {
  return {
    ...municipality,
    example: EXAMPLE_NOTAT,
    check: { check: async () => ({ problems, changes: [], understood: undefined }) },
  };
}

describe('uploading a template', () => {
  it('keeps it, uses it from now on, and shows what a notat looks like in it', async () => {
    const municipality = await createMunicipality();
    const deps = personal(municipality, [{ kind: 'heading missing' }]);
    const outcome = await uploadTemplate(deps, { ...SENDER, name: 'Brevpapir.docx', bytes: TEMPLATE });
    assert.equal(outcome.kind, 'taken');
    assert.deepEqual([outcome.template.number, outcome.template.name], [1, 'Brevpapir.docx']);
    assert.deepEqual(outcome.warnings, [{ kind: 'heading missing' }]);
    assert.deepEqual(modelIn(outcome.preview).title, EXAMPLE_NOTAT.title);
    assert.ok(Buffer.from(outcome.preview).toString().endsWith('brevpapir'));
    assert.deepEqual(await municipality.templates.newest(TENANT), outcome.template);
    assert.deepEqual(await municipality.files.get(TENANT, outcome.template.sha256 ?? ''), TEMPLATE);
  });

  it('refuses one that cannot be used, and keeps the one before', async () => {
    const municipality = await createMunicipality();
    await uploadTemplate(personal(municipality), { ...SENDER, name: 'god.docx', bytes: TEMPLATE });
    const problems: readonly TemplateProblem[] = [{ kind: 'macros' }, { kind: 'heading missing' }];
    const outcome = await uploadTemplate(personal(municipality, problems), {
      ...SENDER,
      name: 'dårlig.docx',
      bytes: new Uint8Array(3),
    });
    assert.deepEqual(outcome, { kind: 'refused', problems });
    assert.equal((await municipality.templates.newest(TENANT))?.name, 'god.docx');
  });

  it('refuses one whose example has something left in it, and says what', async () => {
    const municipality = await createMunicipality();
    const writer = { write: () => Promise.reject(new UnfitTemplate('{svar}')) };
    const outcome = await uploadTemplate(
      { ...personal(municipality), writer },
      { ...SENDER, name: 'a.docx', bytes: TEMPLATE },
    );
    assert.deepEqual(outcome, { kind: 'refused', problems: [{ kind: 'not clean', left: '{svar}' }] });
    assert.equal(await municipality.templates.newest(TENANT), undefined);
  });

  it('does not take one when its example could not be written at all', async () => {
    const municipality = await createMunicipality();
    const writer = { write: () => Promise.reject(new Error('the thread was ended')) };
    const deps = { ...personal(municipality), writer };
    await assert.rejects(uploadTemplate(deps, { ...SENDER, name: 'a.docx', bytes: TEMPLATE }), /the thread was ended/u);
    assert.equal(await municipality.templates.newest(TENANT), undefined);
  });

  it('keeps the name of one cleaned, and no more of it than a file’s name can be', async () => {
    const deps = personal(await createMunicipality());
    for (const name of ['å'.repeat(FILE_NAME_MAX + 1), `å\u200B${'å'.repeat(RAW_TEXT_MAX)}`]) {
      const outcome = await uploadTemplate(deps, { ...SENDER, name, bytes: TEMPLATE });
      assert.equal(outcome.kind === 'taken' && outcome.template.name, 'å'.repeat(FILE_NAME_MAX));
    }
  });

  it('looks at no more at a time than it can, and changes nothing', async () => {
    const deps = { ...personal(await createMunicipality()), check: { check: async () => 'busy' as const } };
    assert.deepEqual(await uploadTemplate(deps, { ...SENDER, name: 'a.docx', bytes: TEMPLATE }), { kind: 'busy' });
    assert.equal(await deps.templates.newest(TENANT), undefined);
  });

  it('numbers two that come at once one after the other', async () => {
    const municipality = await createMunicipality();
    const names = ['a.docx', 'b.docx'];
    await Promise.all(
      names.map((name) => uploadTemplate(personal(municipality), { ...SENDER, name, bytes: TEMPLATE })),
    );
    const kept = [await municipality.templates.find(TENANT, 1), await municipality.templates.find(TENANT, 2)];
    assert.deepEqual(kept.map((template) => template?.name).sort(), names);
  });
});

describe('the notat in a personal chat', () => {
  it('is the newest round’s, as it stands, in the template in use', async () => {
    const { municipality, round } = await openRound();
    const deps = personal(municipality);
    await uploadTemplate(deps, { ...SENDER, name: 'a.docx', bytes: TEMPLATE });
    await answeredByAll(municipality, round);
    const notat = await compilePersonalNotat(deps, SENDER, aNotatId());
    assert.equal(notat.kind, 'file');
    assert.deepEqual([notat.roundId, notat.title], [round.id, round.plan.ask.title]);
    assert.equal(modelIn(notat.file).status, 'complete');
    assert.ok(Buffer.from(notat.file).toString().endsWith('brevpapir'));
  });

  it('is the same again when it is fetched later, in the template that it had', async () => {
    const { municipality } = await openRound();
    const deps = personal(municipality);
    const notat = await compilePersonalNotat(deps, SENDER, aNotatId());
    assert.equal(notat.kind, 'file');
    await uploadTemplate(deps, { ...SENDER, name: 'a.docx', bytes: TEMPLATE });
    const again = await fetchPersonalNotat(deps, TENANT, notat);
    assert.deepEqual(again, notat);
  });

  it('is in the installation’s template once that is used again', async () => {
    const { municipality } = await openRound();
    const deps = personal(municipality);
    await uploadTemplate(deps, { ...SENDER, name: 'a.docx', bytes: TEMPLATE });
    await chooseTemplate(deps, { ...SENDER, number: 0, seen: undefined });
    const notat = await compilePersonalNotat(deps, SENDER, aNotatId());
    assert.equal(notat.kind, 'file');
    assert.ok(!Buffer.from(notat.file).toString().endsWith('brevpapir'));
  });

  it('is not there before a round has started', async () => {
    assert.deepEqual(await compilePersonalNotat(personal(await createMunicipality()), SENDER, aNotatId()), {
      kind: 'no round',
    });
  });

  it('is given to nobody by what stands in a card alone', async () => {
    const { municipality, round } = await openRound();
    const deps = personal(municipality);
    const notat = await compilePersonalNotat(deps, SENDER, aNotatId());
    assert.equal(notat.kind, 'file');
    assert.deepEqual(await fetchPersonalNotat(deps, 'nabokommunen', notat), { kind: 'no round' });
    const [roundId, notatId] = [aRoundId('ukendt'), aNotatId('ukendt')];
    for (const unknown of [
      { roundId, notatId: notat.notatId },
      { roundId: round.id, notatId },
    ]) {
      assert.deepEqual(await fetchPersonalNotat(deps, TENANT, unknown), { kind: 'no round' });
    }
  });
});

describe('a notat whose template or file is gone', () => {
  it('is told, never written in another', async () => {
    const { municipality } = await openRound();
    const deps = personal(municipality);
    await uploadTemplate(deps, { ...SENDER, name: 'a.docx', bytes: TEMPLATE });
    const notat = await compilePersonalNotat(deps, SENDER, aNotatId());
    assert.equal(notat.kind, 'file');
    const templates = { ...deps.templates, find: async () => undefined };
    await assert.rejects(
      fetchPersonalNotat({ ...deps, templates }, TENANT, notat),
      /template 1 cannot be understood: it is missing/u,
    );
    const files = { ...deps.files, get: async () => undefined };
    await assert.rejects(
      fetchPersonalNotat({ ...deps, files }, TENANT, notat),
      /file [0-9a-f]{64} cannot be understood: it is missing/u,
    );
    await delivered(municipality);
  });
});

/** What the writer of these specs puts first in its file: the model itself. */
function modelIn(file: Uint8Array): NotatModel {
  const text = Buffer.from(file).toString();
  return JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)) as NotatModel;
}
