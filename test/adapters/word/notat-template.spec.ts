import assert from 'node:assert/strict';
import type { Document } from '@xmldom/xmldom';
import { buildNotatTemplate } from '../../../dev/template/notat-template.js';
import { checkTemplate } from '../../../src/adapters/word/check/template-check.js';
import { cellsOf, paragraphsOf, parsedPart, shippedTemplate, wordParts } from './word-file.js';

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

  it('has nothing wrong with it', () => {
    assert.deepEqual(checkTemplate(template), []);
  });

  it('has the title for its one highest heading, and one on the last page', () => {
    const headings = paragraphsOf(document).filter(({ style }) => style?.startsWith('Heading'));
    assert.deepEqual(headings, [
      { style: 'Heading1', text: '{titel}' },
      { style: 'Heading2', text: 'Hvem svarene kommer fra' },
    ]);
  });

  it('repeats the header row of each table on every page and keeps it whole', () => {
    for (const table of document.getElementsByTagName('w:tbl')) {
      const [header, ...others] = [...table.getElementsByTagName('w:tr')];
      assert.equal(header?.getElementsByTagName('w:tblHeader').length, 1);
      assert.equal(header?.getElementsByTagName('w:cantSplit').length, 1);
      assert.equal(others.filter((row) => row.getElementsByTagName('w:tblHeader').length > 0).length, 0);
    }
  });

  it('names its columns', () => {
    const header = (index: number) =>
      cellsOf(document, index)[0]?.flatMap((cell) => paragraphsOf(cell).map(({ text }) => text));
    assert.deepEqual(header(0), ['Fagområde', 'Eksempler på læring og opfølgning']);
    assert.deepEqual(header(1), ['Fagområde', 'Svaret af', 'Godkendt af', 'Modtaget', 'Version']);
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
    for (const format of document.getElementsByTagName('w:rPr')) {
      const [style, ...others] = [...format.getElementsByTagName('*')];
      assert.ok(style?.tagName === 'w:rStyle' && names.has(style.getAttribute('w:val')));
      assert.deepEqual(others, []);
    }
  });

  it('uses one font, which is on every machine', () => {
    const fonts = [...parsedPart(template, 'word/styles.xml').getElementsByTagName('w:rFonts')];
    assert.deepEqual([...new Set(fonts.map((font) => font.getAttribute('w:ascii')))], ['Arial']);
  });

  it('counts pages with real fields, and says on each page which notat it is', () => {
    const footer = parsedPart(template, 'word/footer1.xml');
    const fields = [...footer.getElementsByTagName('w:instrText')].map((field) => field.textContent?.trim());
    assert.deepEqual(fields, ['PAGE', 'NUMPAGES']);
    assert.equal(paragraphsOf(footer)[0]?.text, '{dokumenttype}, {dato}\tSide  af ');
  });

  it('is A4 with margins of 2.5 cm', () => {
    const size = document.getElementsByTagName('w:pgSz')[0];
    const margins = document.getElementsByTagName('w:pgMar')[0];
    assert.deepEqual([size?.getAttribute('w:w'), size?.getAttribute('w:h')], ['11906', '16838']);
    assert.equal(margins?.getAttribute('w:left'), '1418');
  });
});
