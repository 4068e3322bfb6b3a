import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText } from '../../../src/adapters/markdown/markdown-text.js';
import { notatMarkdown } from '../../../src/adapters/markdown/notat-markdown.js';
import { toBlocks } from '../../../src/domain/blocks.js';
import { aNotat, aRow } from '../word/a-notat.js';

describe('the notat in Markdown', () => {
  it('is the same notat: title, introduction and a row for each department', () => {
    const notat = aNotat({
      introduction: toBlocks('Indledning.\n- et\n- to\n\n1. En\n2. To'),
      rows: [aRow('Ældre', 'Først.\n\nSå:\n- et\n- to'), aRow('Byg', '1. En\n2. To'), aRow('Kultur', { kind: 'nil' })],
    });
    assert.equal(
      notatMarkdown(notat),
      [
        'Notat',
        '',
        '# Opfølgning på beretningen',
        '',
        'Indledning.',
        '',
        '- et',
        '- to',
        '',
        '1\\. En\\',
        '2\\. To',
        '',
        '| Fagområde | Eksempler på læring og opfølgning |',
        '| --- | --- |',
        '| Ældre | Først.<br><br>Så:<br><br>• et<br>• to |',
        '| Byg | 1\\. En<br>2\\. To |',
        '| Kultur | *Ingen bemærkninger* |',
        '',
      ].join('\n'),
    );
  });

  it('says that it is interim, and who is missing', () => {
    const text = notatMarkdown(aNotat({ rows: [aRow('A', 'Svar'), aRow('B', { kind: 'unanswered' })] }));
    assert.match(text, /^\*\*Foreløbigt notat: 1 af 2 fagområder har svaret\.\*\*$/m);
    assert.match(text, /^\| B \| \*Har ikke svaret inden fristen\* \|$/m);
  });

  it('is one line a row, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (department, text) => {
        const rows = [{ department, answer: { kind: 'reply', blocks: [{ kind: 'paragraph', text }] } } as const];
        const table = notatMarkdown(aNotat({ rows })).split('\n').slice(4);
        assert.equal(table.length, 4);
        assert.equal(table[2]?.replaceAll('\\\\', '').match(/(?<!\\)\|/g)?.length, 3);
      }),
    );
  });
});

describe('text in Markdown', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['emphasis', '*a* _b_ ~c~', '\\*a\\* \\_b\\_ \\~c\\~'],
    ['a heading', '# a', '\\# a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '12. a', '12\\. a'],
    ['a numbered list in brackets', '1) a', '1\\) a'],
    ['a link', '[a](http://b)', '\\[a\\](http\\://b)'],
    ['an address', 'www.b.dk', 'www\\.b.dk'],
    ['HTML', '<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ["a table's edge", 'a|b', 'a\\|b'],
    ['an escape', 'a\\|b', 'a\\\\\\|b'],
    ['a line break', 'a\n\n# b', 'a \\# b'],
    ['a mention or an emoji', '@alle :smile:', '\\@alle \\:smile:'],
  ];
  for (const [what, text, escaped] of cases) {
    it(`is not taken for ${what}`, () => {
      assert.equal(markdownText(text), escaped);
    });
  }

  it('leaves ordinary sentences alone', () => {
    const text = 'Mødet er den 3. december 2026 kl. 10.30 (uge 49): 20 % - og "intet" andet!';
    assert.equal(markdownText(text), text);
  });

  it('can be read back to what was typed', () => {
    const lines = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\s+/gu, ' ').trim());
    const read = (markdown: string) =>
      markdown
        .replace(/\\(?<escaped>[!-/:-@[-`{-~])/g, '$<escaped>')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&');
    fc.assert(fc.property(lines, (text) => assert.equal(read(markdownText(text)), text)));
  });
});
