import assert from 'node:assert/strict';
import { readStyles } from '../../../src/adapters/word/file/style-chain.js';
import { usedStyles } from '../../../src/adapters/word/file/used-styles.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import { aNotat } from './a-notat.js';
import { type BuiltTemplate, built, field, p, run, wordPart } from './template-builder.js';
import { parsedPart } from './word-file.js';

describe('a field that shows what stands elsewhere in a notat', () => {
  /** The codes of the fields that a notat still has, in its text and its footer, and whether it shows their texts. */
  const codesIn = (template: BuiltTemplate, to = '') => {
    const file = renderNotat(built(template), aNotat({ header: { ...EMPTY_HEADER, to } }));
    const parts = ['word/document.xml', ...(template.parts ?? []).map(({ name }) => name)].map((name) =>
      parsedPart(file, name),
    );
    const codes = parts.flatMap((part) =>
      [...part.getElementsByTagName('w:instrText')].map((each) => each.textContent),
    );
    assert.ok(parts.every((part) => part.documentElement?.textContent?.includes('VIST')));
    return codes.map((code) => code?.trim());
  };
  const bookmark = (name: string, text: string) =>
    `<w:p><w:bookmarkStart w:id="${name.length}" w:name="${name}"/>${run(text)}<w:bookmarkEnd w:id="${name.length}"/></w:p>`;
  const line = (...codes: readonly string[]) => `<w:p>${codes.map((code) => field(code, 'VIST')).join('')}</w:p>`;

  it('becomes its text where the bookmark was taken out, and stays where it is there', () => {
    const kept = ['REF Bilag \\h', 'PAGEREF Tom', 'HYPERLINK \\l "væk"'];
    const references = line(...kept, 'PAGEREF _GoBack', 'REF væk', 'REF tom', 'NOTEREF "Bilag"');
    const top = `${bookmark('bilag', 'Bilag 1')}${bookmark('_GoBack', '')}${bookmark('Tom', '{til}')}${references}`;
    assert.deepEqual(codesIn({ top }), kept);
    const note = bookmark('Note', '').replace('<w:r>', '<w:r><w:footnoteReference w:id="1"/>');
    assert.deepEqual(codesIn({ top: `${note}${line('NOTEREF Note')}` }), ['NOTEREF Note']);
    assert.deepEqual(codesIn({ top: line('SET Navn "a"', 'REF navn') }), ['SET Navn "a"', 'REF navn']);
  });

  it('becomes its text where a condition has taken the bookmark with it', () => {
    const top = `${p('{#til}')}${bookmark('_Toc1', 'Til: {til}')}${p('{/til}')}${line('PAGEREF _Toc1 \\h')}`;
    assert.deepEqual(codesIn({ top }), []);
    assert.deepEqual(codesIn({ top }, 'Byrådet'), ['PAGEREF _Toc1 \\h']);
  });

  it('becomes its text where no text has the style, by whichever of its names', () => {
    const style = (id: string, name: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
    const styles = [
      style('Overskrift1', 'heading 1'),
      style('Heading2', 'heading 2'),
      style('Brdtekst', 'Body Text'),
      style('Titel', 'Title'),
      style('Normal', 'Normal').replace('<w:style', '<w:style w:default="1"'),
    ].join('');
    const kept = [
      'STYLEREF "Overskrift 1"',
      'STYLEREF 1',
      'STYLEREF "heading 1" \\n',
      'STYLEREF Fremmed',
      'STYLEREF Normal',
    ];
    const linked = style('Sagsnr', 'Sagsnr').replace('</w:style>', '<w:link w:val="SagsnrTegn"/></w:style>');
    const lost = ['STYLEREF "Overskrift 2"', 'STYLEREF 2', 'STYLEREF Brødtekst', 'STYLEREF Titel'];
    assert.deepEqual(codesIn({ top: line(...kept, ...lost), styles }), kept);
    const number = run('2026-1 VIST', '<w:rStyle w:val="SagsnrTegn"/>');
    const top = `<w:p>${number}${field('STYLEREF Sagsnr', 'VIST')}</w:p>`;
    assert.deepEqual(codesIn({ top, styles: `${styles}${linked}` }), ['STYLEREF Sagsnr']);
  });

  it('goes with what it shows in a page footer, where Word updates it by itself', () => {
    const style = '<w:style w:type="paragraph" w:styleId="Til"><w:name w:val="Til"/></w:style>';
    const footer = wordPart('footer', 'ftr', `<w:p>${run('Side ')}${field('STYLEREF Til', 'x')}</w:p>`, 'footer1');
    const template = built({
      top: `${p('{#til}')}${p('Til borgerne', 'Til')}${p('{/til}')}`,
      styles: style,
      section: '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
      parts: [footer],
    });
    const shown = ['Byrådet', ''].map((to) => {
      const part = parsedPart(renderNotat(template, aNotat({ header: { ...EMPTY_HEADER, to } })), footer.name);
      return part.documentElement?.textContent;
    });
    assert.deepEqual(shown, ['Side  STYLEREF Til Til borgerne', 'Side ']);
  });

  it('shows the number of a paragraph whose bookmark is empty', () => {
    const top = `${bookmark('_Ref1', '')}${line('REF _Ref1 \\r \\h')}`;
    assert.deepEqual(codesIn({ top }), ['REF _Ref1 \\r \\h']);
  });

  it('is judged by styles that are looked at once, however many fields name one', () => {
    let looks = 0;
    const sheet = readStyles(undefined);
    const { isUnused } = usedStyles(
      {
        ...sheet,
        get all() {
          looks += 1;
          return sheet.all;
        },
      },
      '',
    );
    for (let field = 0; field < 100; field += 1) isUnused(`Typografi ${field}`);
    assert.equal(looks, 1);
  });
});
