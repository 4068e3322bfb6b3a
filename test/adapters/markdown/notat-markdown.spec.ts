import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText } from '../../../src/adapters/markdown/markdown-text.js';
import { notatMarkdown } from '../../../src/adapters/markdown/notat-markdown.js';
import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import { toBlocks } from '../../../src/domain/text/blocks.js';
import { aNotat, anOrigin, aReply, aRow } from '../word/a-notat.js';

describe('the notat in Markdown', () => {
  it('is the same notat: title, introduction and a row for each department', () => {
    const notat = aNotat({
      introduction: toBlocks('Indledning.\n- et\n- to\n\n1. En\n2. To'),
      rows: [
        aRow('Ældre', 'Først.\n\nSå:\n- et\n- to'),
        aRow('Byg', '1. En\n2. To'),
        aRow('Kultur', { kind: 'nil', remark: undefined }),
      ],
    });
    assert.equal(
      notatMarkdown(notat),
      [
        'Notat',
        '',
        '# Opfølgning på beretningen',
        '',
        '**Dato:** 30\\. november 2026',
        '',
        'Alle tre fagområder har svaret; ét har ingen bemærkninger.',
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

  it('has no line about the counts where there is nothing to say in it', () => {
    const text = notatMarkdown(aNotat({ countsSentence: '' }));
    assert.match(text, /30\\. november 2026\n\n\| Fagområde/u);
  });

  it('says that it is interim, and who is missing', () => {
    const text = notatMarkdown(aNotat({ rows: [aRow('A', 'Svar'), aRow('B', { kind: 'unanswered' })] }));
    assert.match(text, /^\*\*Foreløbigt notat: 1 af 2 fagområder har svaret\.\*\*$/m);
    assert.match(text, /^\| B \| \*Har ikke svaret inden fristen\* \|$/m);
  });

  it('has at its top what the secretariat has filled in, and its number', () => {
    const header = {
      ...EMPTY_HEADER,
      caseNumber: '2026-014',
      to: 'Byrådet',
      from: '',
      regarding: '*Punkt* 7',
      kle: '',
    };
    const text = notatMarkdown(aNotat({ header, status: 'final', number: 2 }));
    assert.match(text, /^Notat 2\n\n# /u);
    assert.ok(
      text.includes(
        '\n\n**J.nr.:** 2026-014\\\n**Dato:** 30\\. november 2026\\\n**Til:** Byrådet\\\n**Vedrørende:** \\*Punkt\\* 7\n\n',
      ),
    );
    assert.match(text, /^Endeligt notat: Fagområdet har svaret\. Ingen svar er ændret siden notat 1\.$/mu);
  });

  it('says what there is to say of an answer', () => {
    const receivedLate = new Date('2026-12-04T08:05:00Z');
    const text = notatMarkdown(
      aNotat({
        rows: [
          aRow('A', 'Svar', { receivedLate, isOnBehalf: true }),
          aRow('B', { kind: 'nil', remark: 'Se sidste år.' }),
          aRow('C', { kind: 'not theirs' }),
        ],
      }),
    );
    assert.ok(
      text.includes(
        '| A | Svar<br><br>*Modtaget efter fristen, den 4. december 2026 kl. 9.05*<br><br>' +
          '*Svaret er givet af sekretariatet på fagområdets vegne* |',
      ),
    );
    assert.ok(text.includes('| B | *Ingen bemærkninger*<br><br>Se sidste år. |'));
    assert.ok(text.includes('| C | *Rapporten vedrører ikke fagområdet* |'));
  });

  it('has a table that was pasted: as one in the introduction, as lines in a cell', () => {
    const pasted = toBlocks('År\tKlager|sager\tMedhold\n2024\t\t3');
    const text = notatMarkdown(aNotat({ introduction: pasted, rows: [aRow('A', aReply(pasted))] }));
    assert.ok(text.includes('\n\n| År | Klager\\|sager | Medhold |\n| --- | --- | --- |\n| 2024 |  | 3 |\n\n'));
    assert.ok(text.includes('| A | År \\| Klager\\|sager \\| Medhold<br>2024 \\| \\| 3 |'));
  });

  it('says last who gave each answer, if the round is to', () => {
    const text = notatMarkdown(aNotat({ origins: [anOrigin({ author: 'Bo|Holm', approvedBy: 'Åse Brøndum' })] }));
    assert.ok(
      text.endsWith(
        '\n\n## Hvem svarene kommer fra\n\n| Fagområde | Svaret af | Godkendt af | Modtaget | Version |\n' +
          '| --- | --- | --- | --- | --- |\n| Plan og Miljø | Bo\\|Holm | Åse Brøndum | 25\\. november 2026 kl. 17.30 | 1 |\n',
      ),
    );
  });

  it('is one line a row, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (department, text) => {
        const rows = [aRow(department, aReply([{ kind: 'paragraph', text }]))];
        const table = notatMarkdown(aNotat({ rows })).split('\n').slice(8);
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
