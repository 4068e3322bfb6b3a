import assert from 'node:assert/strict';
import PizZip from 'pizzip';
import { tagsIn, visibleTags } from '../../../src/adapters/word/check/visible-tags.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { aNotat, aRow } from './a-notat.js';
import { shippedTemplate } from './word-file.js';

describe('a last look at a written notat', () => {
  let zip: PizZip;

  before(async () => {
    zip = new PizZip(renderNotat(await shippedTemplate(), aNotat()));
  });

  const planted = (part: string, edit: (xml: string) => string) => {
    const before = zip.file(part)?.asText() ?? '';
    const after = edit(before);
    assert.notEqual(after, before, part);
    const copy = new PizZip(zip.generate({ type: 'uint8array' }));
    copy.file(part, after);
    return visibleTags(copy);
  };

  it('finds no tag where all were filled', () => {
    assert.deepEqual(visibleTags(zip), []);
  });

  for (const [where, part, edit] of [
    ['a text', 'word/document.xml', (xml) => xml.replace('</w:t>', '{titel}</w:t>')],
    ['several runs', 'word/document.xml', (xml) => xml.replace('</w:t>', '{ti</w:t></w:r><w:r><w:t>tel}</w:t>')],
    ['capitals and spaces', 'word/document.xml', (xml) => xml.replace('</w:t>', '{ Titel }</w:t>')],
    ['references', 'word/document.xml', (xml) => xml.replace('</w:t>', '&#123;titel&#x7D;</w:t>')],
    ['an attribute', 'word/document.xml', (xml) => xml.replace('<w:body>', '<w:body><wp:docPr descr="{titel}"/>')],
    ['a footer', 'word/footer1.xml', (xml) => xml.replace('</w:t>', '{titel}</w:t>')],
    ['a note', 'word/endnotes.xml', (xml) => xml.replace('</w:endnotes>', '<w:p>{titel}</w:p></w:endnotes>')],
    ['a style', 'word/styles.xml', (xml) => xml.replace('<w:name w:val="', '<w:name w:val="{titel}')],
    ['a property', 'docProps/app.xml', (xml) => xml.replace('/>', '><Company>{titel}</Company></Properties>')],
    ['a part that nobody reads', 'word/ukendt.xml', () => '<x>{titel}</x>'],
  ] as const satisfies readonly (readonly [string, string, (xml: string) => string])[]) {
    it(`finds one in ${where}`, () => {
      assert.deepEqual(planted(part, edit), [{ part, tag: 'titel' }]);
    });
  }

  it('finds what opens and closes too, and no braces that are no tag', () => {
    assert.deepEqual([...tagsIn('{#svar}{/svar}{^foreløbigt}{/}')], ['#svar', '/svar', '^foreløbigt', '/']);
    assert.deepEqual([...tagsIn('{28A0092B-C50C-407E-A947-70E740481C1C} {} {navn} {titel eller så} titel}{')], []);
  });

  it('does not take for a tag what two lines have', async () => {
    const typed = 'Slut {ti\n\ntel}';
    const notat = new PizZip(renderNotat(await shippedTemplate(), aNotat({ rows: [aRow('Byg', typed)] })));
    assert.deepEqual(visibleTags(notat), []);
  });
});
