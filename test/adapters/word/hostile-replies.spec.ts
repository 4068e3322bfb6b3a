import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import PizZip from 'pizzip';
import { readParts } from '../../../src/adapters/word/check/part-reading.js';
import { contentProblems } from '../../../src/adapters/word/check/template-content.js';
import { readWordFile } from '../../../src/adapters/word/file/word-parts.js';
import { xmlText } from '../../../src/adapters/word/file/xml-text.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import type { NotatModel } from '../../../src/domain/notat/notat.js';
import { toBlocks } from '../../../src/domain/text/blocks.js';
import { cleanText } from '../../../src/domain/text/clean-text.js';
import { blockLines } from '../../support/block-lines.js';
import { readNotat } from '../../support/read-notat.js';
import { partOfSweep } from '../../support/sweep.js';
import { aNotat, aReply, aRow } from './a-notat.js';
import { convertedByLibreOffice, missingPrograms, PLAIN_TEXT } from './office.js';
import { cellsOf, paragraphsOf, parsedPart, shippedTemplate, wordParts } from './word-file.js';

/** The numbers of the notats. A run makes some of them, and `npm run check:sweeps` all. */
const NOTATS = partOfSweep(
  Array.from({ length: 20 }, (_, notat) => notat),
  5,
);
const ROWS = 100;
/** Fixed, so that a failure can be had again. */
const SEED = 20_261_123;

const CURIOUS = [
  'a\u0000b\u0001\u0008\u000B\u000C\u001F\u007F\u0085c',
  '\uFFFE\uFFFF\uFEFF\u{1FFFE}',
  '\uD800 halv \uDC00',
  '\u202Eomvendt\u202C \u2066isoleret\u2069 \u200F',
  'nul\u200Bbred\u2060de\u00ADling',
  '👩🏽‍⚕️ 🇩🇰 e\u0301 å a\u030A ﷽ 𝔊',
  '{titel}',
  '{#fagområder}{fagområde}{/fagområder}',
  '{@tekst}{/}{^svar}',
  '{{dobbelt}} } {',
  '<w:p><w:r><w:t>x</w:t></w:r></w:p>',
  '</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
  '<!-- --> <![CDATA[ ]]> <?xml?> <!DOCTYPE x>',
  '&amp; &#0; &#x1F; & " \'',
  '{ HYPERLINK "http://x" } { DDEAUTO c:\\windows\\calc.exe }',
  '=SUM(A1) @alle *fed* _kursiv_ `kode` [a](b)',
];
const word = fc.oneof(
  { arbitrary: fc.constantFrom('Vi', 'følger', 'op', 'på', 'Ældre', 'svarfrist', '12.3.2026', '1.'), weight: 3 },
  { arbitrary: fc.constantFrom(...CURIOUS), weight: 2 },
  { arbitrary: fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 12 }), weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 12 }), weight: 1 },
);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const lines = (mark: (index: number) => string) =>
  fc.array(line, { minLength: 1, maxLength: 6 }).map((all) => all.map((each, index) => mark(index) + each).join('\n'));

/** What people paste, and what nobody would. */
const reply = fc.oneof(
  { arbitrary: lines(() => ''), weight: 20 },
  { arbitrary: fc.array(line, { minLength: 2, maxLength: 4 }).map((all) => all.join('\r\n\r\n')), weight: 15 },
  { arbitrary: fc.constantFrom('- ', '• ', '* ', '–  ', 'o   ').chain((mark) => lines(() => mark)), weight: 15 },
  { arbitrary: fc.constantFrom('.', ')').chain((mark) => lines((index) => `${index + 1}${mark} `)), weight: 15 },
  { arbitrary: lines(() => 'Celle\tCelle | '), weight: 5 },
  { arbitrary: word.map((each) => each.repeat(600).slice(0, 8_000)), weight: 1 },
  { arbitrary: fc.constantFrom('', ' ', '\t \u00A0\u3000\n \u200B', '\n\n\n'), weight: 1 },
);

describe(`${NOTATS.length * ROWS} hostile replies`, function () {
  // LibreOffice opens all documents in one run; the limit guards against its hanging.
  this.timeout(240_000);
  let notats: readonly NotatModel[];
  let files: readonly Uint8Array[];

  before(async () => {
    const template = await shippedTemplate();
    const replies = fc.sample(reply, { numRuns: 20 * ROWS, seed: SEED });
    notats = NOTATS.map((notat) =>
      aNotat({
        rows: replies
          .slice(notat * ROWS, (notat + 1) * ROWS)
          .map((text, row) => aRow(departmentName(notat, row), aReply(toBlocks(cleanText(text))))),
      }),
    );
    files = notats.map((notat) => renderNotat(template, notat));
  });

  it('leave every part well-formed, and each reply in its own row, once and in order', () => {
    for (const [index, file] of files.entries()) {
      for (const name of wordParts(file).keys()) if (/\.(?:xml|rels)$/u.test(name)) parsedPart(file, name);
      const rows = cellsOf(parsedPart(file)).slice(1);
      const read = rows.map((cells) => cells.map((cell) => paragraphsOf(cell).map(({ text }) => text)));
      assert.deepEqual(read, expectedRows(notats[index]));
    }
  });

  it('bring no relationships to elsewhere, no macros and no fields but the page numbers', () => {
    for (const file of files) {
      const read = readWordFile(new PizZip(file), Number.POSITIVE_INFINITY);
      assert.deepEqual(contentProblems(read, readParts(read)), []);
      const xml = [...wordParts(file).values()].join('');
      assert.deepEqual(xml.match(/(?<=<w:instrText[^>]*>)[^<]*/gu), ['PAGE', 'NUMPAGES']);
      assert.doesNotMatch(xml, /<w:(?:fldSimple|hyperlink|object|altChunk)\b|TargetMode/u);
    }
  });

  describe('read without warnings of U+FFFD, which stands where half a character was', () => {
    const { error } = console;
    before(() => {
      console.error = () => {};
    });
    after(() => {
      console.error = error;
    });

    it('are the same to mammoth, which leaves out empty paragraphs', async () => {
      for (const [index, file] of files.entries()) {
        const { rows } = await readNotat(file);
        const read = rows.map(({ department, paragraphs }) => [[department], paragraphs]);
        assert.deepEqual(
          read,
          expectedRows(notats[index]).map((cells) => cells.map((cell) => cell.filter((text) => text !== ''))),
        );
      }
    });
  });

  it('are the same to LibreOffice, but for white space', async function () {
    if (missingPrograms('soffice').length > 0) {
      console.log('      not tried, since this machine does not have soffice:');
      this.skip();
    }
    const texts = await convertedByLibreOffice(files, PLAIN_TEXT, (paths) =>
      Promise.all(paths.map((path) => readFile(path, 'utf8'))),
    );
    for (const [index, text] of texts.entries()) {
      const table = withoutSpaces(text).split(withoutSpaces('Eksempler på læring og opfølgning'))[1];
      assert.equal(table, withoutSpaces(expectedText(notats[index])));
    }
  });
});

function departmentName(notat: number, row: number): string {
  return `Fagområde ${notat + 1}-${row + 1}`;
}

function expectedRows(notat: NotatModel | undefined): readonly (readonly (readonly string[])[])[] {
  return (notat?.rows ?? []).map(({ department, answer }) => {
    const expected = answer.kind === 'reply' ? answer.blocks.flatMap((block) => blockLines(block)).map(xmlText) : [];
    // A cell cannot be without a paragraph.
    return [[department], expected.length === 0 ? [''] : expected];
  });
}

/** LibreOffice writes a list's bullets as text. */
function expectedText(notat: NotatModel | undefined): string {
  return (notat?.rows ?? [])
    .flatMap(({ department, answer }) => [
      department,
      ...(answer.kind === 'reply' ? answer.blocks : []).flatMap((block) =>
        blockLines(block).map((text) => (block.kind === 'bullets' ? `•${xmlText(text)}` : xmlText(text))),
      ),
    ])
    .join('\n');
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}
