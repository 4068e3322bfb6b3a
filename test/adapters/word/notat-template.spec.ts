import assert from 'node:assert/strict';
import type { Document } from '@xmldom/xmldom';
import { createWordNotatWriter } from '../../../src/adapters/word/notat-writer.js';
import { buildNotatTemplate } from '../../../src/tools/notat-template.js';
import { aNotat } from './a-notat.js';
import { cellsOf, paragraphsOf, parsedPart, shippedTemplate, withPart, wordParts } from './word-file.js';

describe('the shipped template', () => {
  let template: Uint8Array;
  let document: Document;

  before(async () => {
    template = await shippedTemplate();
    document = parsedPart(template);
  });

  it('is what `npm run template` builds', async () => {
    assert.deepEqual(wordParts(template), wordParts(await buildNotatTemplate()));
  });

  it('has one heading, the title', () => {
    const headings = paragraphsOf(document).filter(({ style }) => style?.startsWith('Heading'));
    assert.deepEqual(headings, [{ style: 'Heading1', text: '{titel}' }]);
  });

  it('repeats the header row on every page and keeps it whole', () => {
    const [header, ...others] = [...document.getElementsByTagName('w:tr')];
    assert.equal(header?.getElementsByTagName('w:tblHeader').length, 1);
    assert.equal(header?.getElementsByTagName('w:cantSplit').length, 1);
    assert.equal(others.filter((row) => row.getElementsByTagName('w:tblHeader').length > 0).length, 0);
    assert.deepEqual(
      cellsOf(document)[0]?.flatMap((cell) => paragraphsOf(cell).map(({ text }) => text)),
      ['Fagområde', 'Eksempler på læring og opfølgning'],
    );
  });

  it('lets the rows of replies break across pages', () => {
    const row = document.getElementsByTagName('w:tr')[1];
    assert.equal(row?.getElementsByTagName('w:cantSplit').length, 0);
  });

  it('is in Danish, by its styles', () => {
    const defaults = parsedPart(template, 'word/styles.xml').getElementsByTagName('w:docDefaults')[0];
    assert.equal(defaults?.getElementsByTagName('w:lang')[0]?.getAttribute('w:val'), 'da-DK');
  });

  it('uses only styles that it has, and formats nothing directly', () => {
    const styles = [...parsedPart(template, 'word/styles.xml').getElementsByTagName('w:style')];
    const names = new Set(styles.map((style) => style.getAttribute('w:styleId')));
    for (const { style } of paragraphsOf(document)) assert.ok(names.has(style ?? ''), style);
    assert.equal(document.getElementsByTagName('w:rPr').length, 0);
  });

  it('counts pages with real fields', () => {
    const footer = parsedPart(template, 'word/footer1.xml');
    const fields = [...footer.getElementsByTagName('w:instrText')].map((field) => field.textContent?.trim());
    assert.deepEqual(fields, ['PAGE', 'NUMPAGES']);
  });

  it('is A4 with margins of 2.5 cm', () => {
    const size = document.getElementsByTagName('w:pgSz')[0];
    const margins = document.getElementsByTagName('w:pgMar')[0];
    assert.deepEqual([size?.getAttribute('w:w'), size?.getAttribute('w:h')], ['11906', '16838']);
    assert.equal(margins?.getAttribute('w:left'), '1418');
  });
});

describe("a municipality's own template", () => {
  const edited = async (edit: (xml: string) => string, part = 'word/document.xml') =>
    withPart(await shippedTemplate(), part, edit);

  it('may say and show what it likes around the tags', async () => {
    const template = await edited((xml) => xml.replace('>Notat<', '>Notat til byrådet<'));
    const file = await createWordNotatWriter({ template }).write(aNotat());
    assert.equal(paragraphsOf(parsedPart(file))[0]?.text, 'Notat til byrådet');
  });

  const refusals: readonly (readonly [string, RegExp, (xml: string) => string])[] = [
    ['a tag that does not exist', /there is no tag named \{title\}/, (xml) => xml.replace('{titel}', '{title}')],
    [
      'a loop that does not exist',
      /there is no tag named \{liste\}/,
      (xml) => xml.replace(/([#/])punkt\}/g, '$1liste}'),
    ],
    [
      'a name that JavaScript knows',
      /there is no tag named \{constructor\}/,
      (xml) => xml.replace('{titel}', '{constructor}'),
    ],
    ['a tag for raw XML', /cannot begin with @/, (xml) => xml.replace('>{tekst}<', '>{@tekst}<')],
    ['a loop that is not closed', /punkt/, (xml) => xml.replace('{/punkt}', '')],
    ['a template that leaves out the departments', /leaves out «fagområde»/, (xml) => xml.replace('{fagområde}', '')],
    ['a template that leaves out numbers', /leaves out «nummer i indledning»/, (xml) => xml.replaceAll('{nummer}', '')],
  ];

  for (const [what, message, edit] of refusals) {
    it(`is refused at once for ${what}`, async () => {
      const template = await edited(edit);
      assert.throws(() => createWordNotatWriter({ template }), message);
    });
  }

  it('is refused unless it is a .docx', async () => {
    const dotx = await edited((xml) => xml.replace('document.main+xml', 'template.main+xml'), '[Content_Types].xml');
    assert.throws(() => createWordNotatWriter({ template: dotx }), /saved in Word as a document/);
    assert.throws(() => createWordNotatWriter({ template: new Uint8Array([1, 2, 3]) }), /not a \.docx file/);
  });
});
