import assert from 'node:assert/strict';
import PizZip from 'pizzip';
import { finishNotat } from '../../../src/adapters/word/write/finish-notat.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { aNotat, aRow } from './a-notat.js';
import { built, wordPart } from './template-builder.js';
import { paragraphsOf, parsedPart, shippedTemplate } from './word-file.js';

describe('the last look at a notat', () => {
  let written: Uint8Array;

  before(async () => {
    written = renderNotat(await shippedTemplate(), aNotat());
  });

  const looked = (part: string, edit: (xml: string) => string) => {
    const zip = new PizZip(written);
    zip.file(part, edit(zip.file(part)?.asText() ?? ''));
    const finished = finishNotat(zip);
    return finished.ok ? 'nothing' : finished.problem;
  };
  const inBody = (xml: string) =>
    looked('word/document.xml', (document) => document.replace('<w:body>', `<w:body>${xml}`));

  it('finds a tag in any part that shows text, however it is spread', () => {
    assert.equal(inBody('<w:p><w:r><w:t>{svar}</w:t></w:r></w:p>'), '{svar}');
    assert.equal(inBody('<w:p><w:r><w:t>{sv</w:t></w:r><w:r><w:t>ar}</w:t></w:r></w:p>'), '{svar}');
    for (const part of [
      'word/footnotes.xml',
      'word/endnotes.xml',
      'word/footer1.xml',
      'docProps/core.xml',
      'word/charts/chart1.xml',
    ]) {
      assert.equal(
        looked(part, (xml) => `${xml.replace(/<\/[^<]*>$/u, '')}<a>{titel}</a>`),
        '{titel}',
        part,
      );
    }
  });

  it('finds what is of the template’s past, in a part or as one', () => {
    assert.equal(inBody('<w:p><w:ins w:id="1"/></w:p>'), 'word/document.xml: <w:ins');
    assert.equal(inBody('<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>'), 'word/document.xml: <w:vanish');
    assert.equal(
      looked('docProps/core.xml', (xml) => xml.replace('<dc:title>', '<dc:creator/><dc:title>')),
      'docProps/core.xml: <dc:creator',
    );
    assert.equal(
      looked('word/comments.xml', () => '<w:comments/>'),
      'word/comments.xml',
    );
    assert.equal(
      looked('customXml/item1.xml', () => '<a/>'),
      'customXml/item1.xml',
    );
  });

  it('finds what would be fetched, but for links', () => {
    const related = (type: string) =>
      looked('word/_rels/document.xml.rels', (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="rIdX" Target="https://x.example" Type="x/${type}" TargetMode="External"/></Relationships>`,
        ),
      );
    assert.equal(
      related('image'),
      'word/_rels/document.xml.rels: <Relationship Id="rIdX" Target="https://x.example" Type="x/image" Tar…',
    );
    assert.equal(related('hyperlink'), 'nothing');
  });

  it('takes hidden numbers of lists for what they are, whatever their part is called', () => {
    const level = '<w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:rPr><w:vanish/></w:rPr></w:lvl>';
    const list = `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum>`;
    const template = built({ parts: [wordPart('numbering', 'numbering', list, 'numbering2')] });
    assert.doesNotThrow(() => renderNotat(template, aNotat()));
  });

  it('takes what people typed for what it is, braces and all', async () => {
    const typed = '{svar} {#svar} } \uFDD0 \uFDD01 \uFDD0\uFDD02{';
    const file = renderNotat(await shippedTemplate(), aNotat({ title: typed, rows: [aRow(typed, typed)] }));
    const texts = paragraphsOf(parsedPart(file)).map(({ text }) => text);
    assert.equal(texts.filter((text) => text === typed).length, 3);
    assert.equal(parsedPart(file, 'docProps/core.xml').getElementsByTagName('dc:title')[0]?.textContent, typed);
  });
});
