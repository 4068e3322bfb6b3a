import assert from 'node:assert/strict';
import PizZip from 'pizzip';
import { accessibilityProblems } from '../../../src/adapters/word/check/accessibility.js';
import { readWordFile } from '../../../src/adapters/word/file/word-parts.js';
import type { TemplateWarning } from '../../../src/domain/notat/template-problem.js';
import { shippedTemplate, withPart } from './word-file.js';

const STYLES = 'word/styles.xml';
const DOCUMENT = 'word/document.xml';

describe('a warning about a template', () => {
  let shipped: Uint8Array;

  before(async () => {
    shipped = await shippedTemplate();
  });

  const warningsOn = (template: Uint8Array) => accessibilityProblems(readWordFile(new PizZip(template)));
  const edited = (part: string, edit: (xml: string) => string) => withPart(shipped, part, edit);

  describe('of the language goes by what the text has:', () => {
    const languageIn = (template: Uint8Array) =>
      warningsOn(template).map((warning) => warning.kind === 'not in Danish' && [warning.language, warning.place.near]);
    const inEnglish = (xml: string) => xml.replace('w:val="da-DK"', 'w:val="en-US"');
    const lang = (language: string) => `<w:rPr><w:lang w:val="${language}"/></w:rPr>`;
    const runs = (language: string) => (xml: string) =>
      xml
        .replaceAll('<w:r><w:t', `<w:r>${lang(language)}<w:t`)
        .replaceAll('<w:rPr>', `<w:rPr><w:lang w:val="${language}"/>`);

    it('a run in another language than the document', () => {
      const template = edited(DOCUMENT, (xml) => xml.replace(/<w:r>(?=<w:t[^>]*>\{titel\})/u, `<w:r>${lang('en-GB')}`));
      assert.deepEqual(languageIn(template), [['en-GB', '']]);
    });

    it('a style, and the style that it is based on', () => {
      const heading = edited(STYLES, (xml) =>
        xml.replace(/(?<=w:styleId="Heading1".*?)<w:rPr>/u, '<w:rPr><w:lang w:val="sv-SE"/>'),
      );
      assert.deepEqual(languageIn(heading), [['sv-SE', '']]);
      const based = edited(STYLES, (xml) =>
        xml
          .replace(
            '</w:styles>',
            `<w:style w:type="paragraph" w:styleId="Svensk">${lang('sv-SE')}</w:style></w:styles>`,
          )
          .replace(/(?<=w:styleId="Heading1".*?<w:basedOn w:val=)"\w+"/u, '"Svensk"'),
      );
      assert.deepEqual(languageIn(based), [['sv-SE', '']]);
    });

    it('the style of paragraphs that name none', () => {
      const usual = `<w:style w:type="paragraph" w:default="1" w:styleId="Brødtekst">${lang('en-GB')}</w:style>`;
      const template = edited(STYLES, (xml) => xml.replace('</w:styles>', `${usual}</w:styles>`));
      assert.deepEqual(languageIn(template), []);
      const plain = withPart(template, DOCUMENT, (xml) => xml.replace('<w:pStyle w:val="Heading1"/>', ''));
      assert.deepEqual(languageIn(plain), [['en-GB', '']]);
    });

    it('runs that are Danish in an English document', () => {
      const template = withPart(
        withPart(edited(STYLES, inEnglish), DOCUMENT, runs('da-DK')),
        'word/footer1.xml',
        runs('da'),
      );
      assert.deepEqual(languageIn(template), []);
    });

    it('but not a motto in another language, nor text that has none', () => {
      const motto = (language: string) =>
        edited(DOCUMENT, (xml) =>
          xml.replace('<w:sectPr', `<w:p><w:r>${lang(language)}<w:t>Fjordby, a place to be</w:t></w:r></w:p><w:sectPr`),
        );
      assert.deepEqual(languageIn(motto('en-GB')), []);
      assert.deepEqual(languageIn(motto('x-none')), []);
    });
  });

  describe('of a picture is for those without a description alone:', () => {
    const VML = (alt: string) =>
      `<w:r><w:pict><v:shape id="_x0000_i1025"${alt}><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r>`;
    const DRAWN = (inside: string, descr = '') =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"${descr}/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const warningsWith = (runs: string): readonly TemplateWarning[] =>
      warningsOn(
        edited(DOCUMENT, (xml) => xml.replace('<w:sectPr', `<w:p><w:r><w:t>Fjordby</w:t></w:r>${runs}</w:p><w:sectPr`)),
      );
    const WARNED = {
      kind: 'picture without description',
      place: { part: 'text', row: undefined, isInTextBox: false, near: 'Fjordby', others: 0 },
    } as const;

    for (const [what, runs, warnings] of [
      ['a drawn picture', DRAWN('<pic:pic/>'), [WARNED]],
      ['a described one', DRAWN('<pic:pic/>', ' descr="Logo"'), []],
      ['a diagram', DRAWN('<dgm:relIds/>'), [WARNED]],
      ['a text box, which is read', DRAWN('<wps:wsp><wps:txbx/></wps:wsp>'), []],
      ['a line', DRAWN('<wps:wsp/>'), []],
      ['an old picture', VML(''), [WARNED]],
      ['an old one that is described', VML(' alt="Logo"'), []],
      ['an old text box', '<w:r><w:pict><v:shape><v:textbox/></v:shape></w:pict></w:r>', []],
      [
        'the copy of a picture for old programs',
        `<mc:AlternateContent><mc:Choice>${DRAWN('<pic:pic/>', ' descr="Logo"')}</mc:Choice><mc:Fallback>${VML('')}</mc:Fallback></mc:AlternateContent>`,
        [],
      ],
      ['two', `${VML('')}${DRAWN('<pic:pic/>')}`, [{ ...WARNED, place: { ...WARNED.place, others: 1 } }]],
    ] as const) {
      it(what, () => {
        assert.deepEqual(warningsWith(runs), warnings);
      });
    }
  });
});
