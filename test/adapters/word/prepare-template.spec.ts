import assert from 'node:assert/strict';
import mammoth from 'mammoth';
import { judgeTemplate } from '../../../src/adapters/word/check/template-check.js';
import { createKeptTemplates } from '../../../src/adapters/word/prepare/kept-templates.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { TEMPLATE_CHANGES_MAX, TEMPLATE_NAMES_MAX, TEMPLATES_KEPT } from '../../../src/domain/limits.js';
import { isTemplateWarning } from '../../../src/domain/notat/template-problem.js';
import { aNotat, everyNotat } from './a-notat.js';
import { partsOf, pastIn } from './past-in.js';
import { PAST_TEMPLATES, SECRET } from './template-past.js';
import { structureProblems } from './valid-word.js';
import { parsedPart, shippedTemplate, withPart } from './word-file.js';

describe('the past of a template', () => {
  let shipped: Uint8Array;

  before(async () => {
    shipped = await shippedTemplate();
  });

  const built = (name: string) => {
    const found = PAST_TEMPLATES.find((each) => each.name.includes(name));
    assert.ok(found);
    return found.build(shipped);
  };
  const textOf = async (name: string) =>
    (await mammoth.extractRawText({ buffer: Buffer.from(renderNotat(built(name), aNotat())) })).value;

  for (const { name, build, told, refused } of PAST_TEMPLATES) {
    it(`is told, and stands in no notat: ${name}`, () => {
      const template = build(shipped);
      const isPlanted = [...partsOf(template).values()].some((text) => text.includes(SECRET));
      assert.equal(isPlanted, !['word template', 'part types'].includes(told[0] ?? ''));
      const { problems, changes } = judgeTemplate(template);
      assert.deepEqual(
        changes.map(({ kind }) => kind),
        told,
      );
      assert.deepEqual(
        problems.filter((problem) => !isTemplateWarning(problem)).map(({ kind }) => kind),
        refused === undefined ? [] : [refused],
      );
      const file = renderNotat(template, aNotat());
      assert.deepEqual(pastIn(file), []);
      assert.deepEqual(structureProblems(file), []);
      for (const [part, text] of partsOf(file)) assert.ok(!text.includes(SECRET), part);
    });
  }

  it('is none in the shipped template', () => {
    const { problems, changes } = judgeTemplate(shipped);
    assert.deepEqual([problems, changes], [[], []]);
    for (const notat of everyNotat()) assert.deepEqual(pastIn(renderNotat(shipped, notat)), []);
  });

  it('leaves the text as Word shows it when all changes are accepted', async () => {
    assert.match(await textOf('tracked changes of text'), /^Fjordby\n\nRådhustorvet 1\n\n\n\nTelefon\n\nÅbent\n/u);
  });

  it('leaves what is visible beside hidden text', async () => {
    const text = await textOf('hidden text');
    assert.match(text, /^Fjordby\n\nSynlig\n/u);
    assert.match(text, /\n\nRådhustorvet 1\n\n.*Tabel 1\n\n.*Tabel 2\n\nEfter\n/su);
  });

  it('leaves the notat’s own title and date where the template’s were shown, and the municipality’s name', async () => {
    assert.match(
      await textOf('fields and controls'),
      /^Opfølgning på beretningen30\. november 2026Fjordby KommuneRådhustorvet 1/u,
    );
  });

  it('is told by name and place', () => {
    const place = { part: 'text', row: undefined, isInTextBox: false, near: 'Fjordby Kommune', others: 0 } as const;
    assert.deepEqual(judgeTemplate(built('comments')).changes, [{ kind: 'comments', count: 2, by: [SECRET], place }]);
    assert.deepEqual(
      judgeTemplate(built('hidden text')).changes.map((change) => change.kind === 'hidden text' && change.text),
      [
        `${SECRET} i en række`,
        `${SECRET} i en figur`,
        `HUSK ${SECRET}`,
        `${SECRET} i en typografi`,
        `${SECRET} i en tegntypografi`,
        false,
      ],
    );
    assert.deepEqual(judgeTemplate(built('another template')).changes, [
      { kind: 'attached template', name: 'Brevpapir 2019.dotx' },
    ]);
  });

  it('leaves a title and a language in the properties of a notat, whatever the template has', () => {
    const properties = parsedPart(renderNotat(built('properties of every kind'), aNotat()), 'docProps/core.xml');
    assert.deepEqual(
      [...(properties.documentElement?.childNodes ?? [])].map(({ nodeName, textContent }) => [nodeName, textContent]),
      [
        ['dc:title', 'Opfølgning på beretningen'],
        ['dc:language', 'da-DK'],
      ],
    );
  });

  it('leaves a template of Strict Open XML one, with its own properties', () => {
    const usual = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const template = ['_rels/.rels', 'word/_rels/document.xml.rels', 'word/document.xml'].reduce(
      (file, part) => withPart(file, part, (xml) => xml.replaceAll(usual, strict)),
      shipped,
    );
    const parts = partsOf(renderNotat(template, aNotat()));
    const types = [...(parts.get('_rels/.rels') ?? '').matchAll(/Type="([^"]*)"/gu)].map(([, type]) => type);
    assert.deepEqual(types.toSorted(), [
      `${strict}/extendedProperties`,
      `${strict}/officeDocument`,
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    ]);
    assert.match(
      parts.get('docProps/app.xml') ?? '',
      /"http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/extendedProperties"/u,
    );
  });

  it('is told up to a limit, with the number of the rest, and so are its names', () => {
    const hidden = Array.from(
      { length: TEMPLATE_CHANGES_MAX + 2 },
      (_, index) => `<w:r><w:rPr><w:vanish/></w:rPr><w:t>HUSK ${index}</w:t></w:r><w:r><w:t>.</w:t></w:r>`,
    );
    const many = withPart(shipped, 'word/document.xml', (xml) =>
      xml.replace('<w:body>', `<w:body><w:p>${hidden.join('')}</w:p>`),
    );
    const { changes } = judgeTemplate(many);
    assert.equal(changes.length, TEMPLATE_CHANGES_MAX + 1);
    assert.deepEqual(changes.at(-1), { kind: 'more changes', count: 2 });
    const variables = '<w:docVar w:name="Sag" w:val="1"/>'.repeat(TEMPLATE_NAMES_MAX + 1);
    const named = withPart(shipped, 'word/settings.xml', (xml) =>
      xml.replace('</w:settings>', `<w:docVars>${variables}</w:docVars></w:settings>`),
    );
    assert.deepEqual(judgeTemplate(named).changes, [
      { kind: 'variables', names: Array(TEMPLATE_NAMES_MAX).fill('Sag'), count: TEMPLATE_NAMES_MAX + 1 },
    ]);
  });

  it('is taken out once for the templates that were used last, and each job gets a copy of its own', () => {
    const templates = createKeptTemplates();
    const all = Array.from({ length: TEMPLATES_KEPT + 1 }, (_, index) =>
      withPart(shipped, 'word/document.xml', (xml) => xml.replace('{dokumenttype}', `Fjordby ${index} {dokumenttype}`)),
    );
    for (const template of [...all, ...all, ...all.slice(-1)]) {
      const zip = templates.prepared(template);
      const text = zip.file('word/document.xml')?.asText() ?? '';
      assert.ok(text.includes(`Fjordby ${all.indexOf(template)} `));
      zip.file('word/document.xml', 'changed by the job');
    }
  });
});
