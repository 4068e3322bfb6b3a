import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Document } from '@xmldom/xmldom';
import { buildNotatTemplate } from '../../../dev/template/notat-template.js';
import { checkTemplate } from '../../../src/adapters/word/check/template-check.js';
import { cellsOf, paragraphsOf, parsedPart, shippedTemplate, wordParts } from './word-file.js';

const GUIDE = new URL('../../../../docs/skabelon.md', import.meta.url);

describe('the shipped template', () => {
  let template: Uint8Array;
  let document: Document;

  before(async () => {
    template = await shippedTemplate();
    document = parsedPart(template);
  });

  it('is what `npm run template` builds, also the second time', async () => {
    await buildNotatTemplate();
    assert.deepEqual(wordParts(template), wordParts(await buildNotatTemplate()));
  });

  it('has nothing wrong with it', () => {
    assert.deepEqual(checkTemplate(template), []);
  });

  it('has the title for its one highest heading, and below it the answers with their departments, and the origins', () => {
    const headings = paragraphsOf(document).filter(({ style }) => style?.startsWith('Heading'));
    assert.deepEqual(headings, [
      { style: 'Heading1', text: '{titel}' },
      { style: 'Heading2', text: 'Fagområdernes svar' },
      { style: 'Heading3', text: '{fagområde}' },
      { style: 'Heading2', text: 'Hvem svarene kommer fra' },
    ]);
  });

  it('repeats the header row of each table on every page, and keeps all rows whole', () => {
    for (const table of document.getElementsByTagName('w:tbl')) {
      const [header, ...others] = [...table.getElementsByTagName('w:tr')];
      assert.equal(header?.getElementsByTagName('w:tblHeader').length, 1);
      for (const row of [header, ...others]) assert.equal(row?.getElementsByTagName('w:cantSplit').length, 1);
      assert.equal(others.filter((row) => row.getElementsByTagName('w:tblHeader').length > 0).length, 0);
    }
  });

  it('names its columns', () => {
    const header = (index: number) =>
      cellsOf(document, index)[0]?.flatMap((cell) => paragraphsOf(cell).map(({ text }) => text));
    assert.deepEqual(header(0), ['Fagområde', 'Eksempler på læring og opfølgning']);
    assert.deepEqual(header(1), ['Fagområde', 'Svaret af', 'Godkendt af', 'Modtaget', 'Version']);
  });

  it('keeps no row of its tables with the next: that would keep the whole table together', () => {
    const styles = [...parsedPart(template, 'word/styles.xml').getElementsByTagName('w:style')];
    const keeping = styles.filter((style) => style.getElementsByTagName('w:keepNext').length > 0);
    const names = new Set(keeping.map((style) => style.getAttribute('w:styleId')));
    const rows = [...document.getElementsByTagName('w:tr')];
    assert.deepEqual(
      rows.map((row) => paragraphsOf(row).some(({ style }) => names.has(style ?? ''))),
      [true, false, true, false],
    );
  });

  it('leaves no line of a paragraph alone on a page', () => {
    const normal = [...parsedPart(template, 'word/styles.xml').getElementsByTagName('w:style')].find(
      (style) => style.getAttribute('w:default') === '1' && style.getAttribute('w:type') === 'paragraph',
    );
    assert.equal(normal?.getElementsByTagName('w:widowControl')[0]?.getAttribute('w:val') ?? 'on', 'on');
    assert.equal(normal?.getElementsByTagName('w:widowControl').length, 1);
  });

  it('marks the first row and the first column of its tables as headers, for Word, JAWS and NVDA', () => {
    const tables = [...document.getElementsByTagName('w:tbl')];
    const marks = tables.map((table) => {
      const look = table.getElementsByTagName('w:tblLook')[0];
      const first = table.getElementsByTagName('w:tc')[0];
      return [
        look?.getAttribute('w:firstRow'),
        look?.getAttribute('w:firstColumn'),
        first?.getElementsByTagName('w:bookmarkStart')[0]?.getAttribute('w:name'),
      ];
    });
    assert.deepEqual(marks, [
      ['true', 'true', 'Title_Svar'],
      ['true', 'true', 'Title_Oprindelser'],
    ]);
  });

  it('draws the lines of its tables in black, so that a printer without greys draws them whole', () => {
    const table = [...parsedPart(template, 'word/styles.xml').getElementsByTagName('w:style')].find(
      (style) => style.getAttribute('w:styleId') === 'Notattabel',
    );
    const borders = ['w:tblBorders', 'w:tcBorders'].flatMap((name) =>
      [...(table?.getElementsByTagName(name) ?? [])].flatMap((each) => [...each.getElementsByTagName('*')]),
    );
    assert.equal(borders.length, 7);
    for (const border of borders) assert.equal(border.getAttribute('w:color'), 'auto');
  });

  it('has a list for each kind of item, and none that counts', () => {
    const numbering = parsedPart(template, 'word/numbering.xml');
    const lists = [...numbering.getElementsByTagName('w:lvl')].flatMap((level) => {
      const value = (name: string) => level.getElementsByTagName(name)[0]?.getAttribute('w:val');
      return value('w:pStyle') == null ? [] : [[value('w:pStyle'), value('w:numFmt'), value('w:lvlText')]];
    });
    assert.deepEqual(lists.toSorted(), [
      ['ListBullet', 'bullet', '•'],
      ['NummerSomSkrevet', 'bullet', ''],
      ['Tabelnummer', 'bullet', ''],
      ['Tabelpunkt', 'bullet', '•'],
    ]);
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

  it('has in its first cell what the guide shows', async () => {
    const guide = await readFile(GUIDE, 'utf8');
    const [shown] = /(?<=```\n)\{#fagområder\}\n\{\^fortsat\}.*?(?=\n```)/su.exec(guide) ?? [];
    const cell = cellsOf(document)[1]?.[0];
    assert.equal(
      cell &&
        paragraphsOf(cell)
          .map(({ text }) => text)
          .join('\n'),
      shown,
    );
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
