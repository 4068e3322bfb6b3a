import assert from 'node:assert/strict';
import PizZip from 'pizzip';
import { accessibilityProblems } from '../../../src/adapters/word/check/accessibility.js';
import { readWordFile } from '../../../src/adapters/word/file/word-parts.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { aNotat, anOrigin, aRow, everyNotat } from './a-notat.js';
import { convertedByLibreOffice, missingPrograms, pdfProblems, readTaggedPdf, TAGGED_PDF } from './office.js';
import { parsedPart, shippedTemplate, withPart } from './word-file.js';

const IN_TEXT = { part: 'text', row: undefined, isInTextBox: false, near: '', others: 0 };

/** What the shipped template would be without each thing that it has for those who cannot see it. */
const BROKEN: readonly {
  readonly without: string;
  readonly part: string;
  readonly edit: (xml: string) => string;
  readonly problem: object;
  readonly inPdf: string;
}[] = [
  {
    without: 'a header row',
    part: 'word/document.xml',
    edit: (xml) => xml.replace('<w:tblHeader/>', ''),
    problem: { kind: 'header row not marked' },
    inPdf: 'no header row',
  },
  {
    without: 'Danish for its language',
    part: 'word/styles.xml',
    edit: (xml) => xml.replace('w:val="da-DK"', 'w:val="en-GB"'),
    problem: { kind: 'not in Danish', language: 'en-GB', place: IN_TEXT },
    inPdf: 'not in Danish',
  },
  {
    without: 'a heading',
    part: 'word/document.xml',
    edit: (xml) => xml.replaceAll(/"Heading[1-3]"/gu, '"Normal"'),
    problem: { kind: 'heading missing' },
    inPdf: 'no heading',
  },
];

/** A picture as Word puts it in, described or not. */
const PICTURE = (properties: string, mark = '') =>
  '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">' +
  `<wp:docPr id="1" name="Logo"${properties}>${mark}</wp:docPr><pic:pic/></wp:inline></w:drawing></w:r></w:p><w:sectPr`;

describe('a notat for those who do not see it', () => {
  let template: Uint8Array;
  const broken = (part: string, edit: (xml: string) => string) =>
    readWordFile(new PizZip(withPart(template, part, edit)));

  before(async () => {
    template = await shippedTemplate();
  });

  it('has a language, headings and header rows', () => {
    for (const notat of everyNotat()) {
      assert.deepEqual(accessibilityProblems(readWordFile(new PizZip(renderNotat(template, notat)))), []);
    }
  });

  it('says what its tables are', () => {
    const [origins] = [aNotat({ origins: [anOrigin()] })].map((notat) => parsedPart(renderNotat(template, notat)));
    const words = ['w:tblCaption', 'w:tblDescription'].map((name) =>
      [...(origins?.getElementsByTagName(name) ?? [])].map((each) => each.getAttribute('w:val')?.split(' ')[0]),
    );
    assert.deepEqual(words, [
      ['Fagområdernes', 'Hvem'],
      ['En', 'En'],
    ]);
  });

  for (const { without, part, edit, problem } of BROKEN) {
    it(`would be reported without ${without}`, () => {
      assert.deepEqual(accessibilityProblems(broken(part, edit)), [problem]);
    });
  }

  it('would be reported with no language at all', () => {
    const file = broken('word/styles.xml', (xml) => xml.replace(/<w:lang [^>]*>/u, ''));
    assert.deepEqual(accessibilityProblems(file), [{ kind: 'not in Danish', language: undefined, place: IN_TEXT }]);
  });

  it('would be reported for a header row that is marked as none', () => {
    const file = broken('word/document.xml', (xml) => xml.replace('<w:tblHeader/>', '<w:tblHeader w:val="0"/>'));
    assert.deepEqual(accessibilityProblems(file), [{ kind: 'header row not marked' }]);
  });

  it('takes a heading of the municipality’s own for one, by its level', () => {
    const styled = withPart(template, 'word/styles.xml', (xml) => xml.replaceAll('"heading ', '"Kommunens '));
    assert.deepEqual(accessibilityProblems(readWordFile(new PizZip(styled))), []);
  });

  it('would be reported for a heading that is more than one level below the one before', () => {
    const file = broken('word/document.xml', (xml) => xml.replaceAll('"Heading2"', '"Normal"'));
    assert.deepEqual(accessibilityProblems(file), [{ kind: 'heading level skipped', from: 1, to: 3 }]);
    const own = broken('word/styles.xml', (xml) =>
      xml
        .replace('w:styleId="Heading2"', 'w:styleId="Own"')
        .replace(
          '</w:styles>',
          '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="Vores"/><w:basedOn w:val="Own"/></w:style></w:styles>',
        ),
    );
    assert.deepEqual(accessibilityProblems(own), []);
    const endless = broken('word/styles.xml', (xml) =>
      xml.replace('<w:basedOn w:val="Tabeltekst"/>', '<w:basedOn w:val="Heading3"/>'),
    );
    assert.deepEqual(accessibilityProblems(endless), []);
  });

  for (const [line, style] of [
    ['punkt', 'Tabelpunkt'],
    ['nummereret', 'NummerSomSkrevet'],
  ] as const) {
    it(`would be reported for a ${line} that is in no list`, () => {
      const isInStyle = new RegExp(`(?<=w:styleId="${style}">.{0,200})<w:numPr>.*?</w:numPr>`, 'u');
      const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
      for (const list of ['', none]) {
        const file = broken('word/styles.xml', (xml) => xml.replace(isInStyle, list));
        assert.deepEqual(accessibilityProblems(file), [{ kind: 'list not marked', line }]);
      }
    });
  }

  it('would be reported for a picture without a description, unless it is decoration', () => {
    const withPicture = (properties: string, mark?: string) =>
      accessibilityProblems(broken('word/document.xml', (xml) => xml.replace('<w:sectPr', PICTURE(properties, mark))));
    const decorative =
      '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>';
    assert.deepEqual(withPicture(' descr="Kommunens logo"'), []);
    assert.deepEqual(withPicture('', decorative), []);
    // There are no words beside it, and so a tag says where it is.
    const place = { ...IN_TEXT, near: '{/oprindelsesside}' };
    assert.deepEqual(withPicture(''), [{ kind: 'picture without description', place }]);
    assert.deepEqual(withPicture(' descr=" "'), [{ kind: 'picture without description', place }]);
  });
});

describe('the tagged PDF that LibreOffice makes of a notat', function () {
  // LibreOffice takes some seconds to start; two minutes are a guard against its hanging.
  this.timeout(120_000);
  let template: Uint8Array;

  before(async function () {
    const missing = missingPrograms('soffice', 'pdfinfo');
    if (missing.length > 0) {
      console.log(`    not tried, since this machine does not have ${missing.join(' and ')}:`);
      this.skip();
    }
    template = await shippedTemplate();
  });

  it('has a title, a language, headings, header cells and lists, and lacks each with a template that does', async () => {
    const notat = aNotat({
      rows: [aRow('Ældre', 'Så:\n- et\n- to'), aRow('Byg', '1. En\n2. To')],
      origins: [anOrigin()],
      status: 'final',
      number: 1,
    });
    const templates = [template, ...BROKEN.map(({ part, edit }) => withPart(template, part, edit))];
    const files = templates.map((each) => renderNotat(each, notat));
    const pdfs = await convertedByLibreOffice(files, TAGGED_PDF, (paths) => Promise.all(paths.map(readTaggedPdf)));
    assert.deepEqual(pdfs.map(pdfProblems), [[], ...BROKEN.map(({ inPdf }) => [inPdf])]);
    const [good] = pdfs;
    const count = (tag: string) => good?.structure.filter((element) => element.tag === tag).length;
    assert.equal(good?.title, notat.title);
    assert.deepEqual(
      ['H1', 'H2', 'H3', 'Table', 'TH', 'L', 'LI'].map((tag) => [tag, count(tag)]),
      [
        ['H1', 1],
        ['H2', 2],
        ['H3', 2],
        ['Table', 2],
        ['TH', 7],
        ['L', 2],
        ['LI', 4],
      ],
    );
  });
});
