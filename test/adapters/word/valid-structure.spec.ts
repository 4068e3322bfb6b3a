import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkTemplate } from '../../../src/adapters/word/check/template-check.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { withValidStructure } from '../../../src/adapters/word/write/valid-structure.js';
import { withWholeFields } from '../../../src/adapters/word/write/written-fields.js';
import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import { isTemplateWarning } from '../../../src/domain/notat/template-problem.js';
import { aNotat } from './a-notat.js';
import { partsOf } from './past-in.js';
import { problemsIn } from './problems-in.js';
import { built, field, lines, p, run, wordPart } from './template-builder.js';
import { CONDITION_TEMPLATES } from './template-conditions.js';
import { RULES, structureProblems, structureProblemsIn } from './valid-word.js';
import { shippedTemplate } from './word-file.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const P = '<w:p/>';

function body(inside: string): string {
  return `<w:document ${W}><w:body>${inside}</w:body></w:document>`;
}

function refusalsOf(template: Uint8Array): readonly unknown[] {
  return checkTemplate(template).filter((problem) => !isTemplateWarning(problem));
}

function table(row: string): string {
  return body(`<w:tbl><w:tblPr/><w:tr>${row}</w:tr></w:tbl>${P}`);
}

function control(content: string): string {
  return `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

const CELL = `<w:tc>${P}</w:tc>`;
const TABLE = `<w:tbl><w:tblPr/><w:tr>${CELL}</w:tr></w:tbl>`;
const FLOATING = `<w:tbl><w:tblPr><w:tblpPr/></w:tblPr><w:tr>${CELL}</w:tr></w:tbl>`;

const EMPTY_CONTROL = 'a content control has content';

/** What a false condition can leave, the rules that it breaks, and what the bot makes of it. */
const BROKEN: readonly (readonly [left: string, breaks: readonly string[], mended: string])[] = [
  [table('<w:tc><w:tcPr/></w:tc>'), ['w:tc ends with a paragraph'], table(`<w:tc><w:tcPr/>${P}</w:tc>`)],
  [table('<w:tc/>'), ['w:tc ends with a paragraph'], table(`<w:tc>${P}</w:tc>`)],
  [table(`<w:tc>${P}${TABLE}</w:tc>`), ['w:tc ends with a paragraph'], table(`<w:tc>${P}${TABLE}${P}</w:tc>`)],
  [
    table(`<w:tc>${control(TABLE)}</w:tc>`),
    ['w:tc ends with a paragraph'],
    table(`<w:tc>${control(TABLE)}${P}</w:tc>`),
  ],
  [`<w:hdr ${W}></w:hdr>`, ['w:hdr has a paragraph or a table'], `<w:hdr ${W}>${P}</w:hdr>`],
  [`<w:ftr ${W}/>`, ['w:ftr has a paragraph or a table'], `<w:ftr ${W}>${P}</w:ftr>`],
  [
    body('<w:p><w:r><w:txbxContent></w:txbxContent></w:r></w:p>'),
    ['w:txbxContent ends with a paragraph'],
    body(`<w:p><w:r><w:txbxContent>${P}</w:txbxContent></w:r></w:p>`),
  ],
  [
    `<w:footnotes ${W}><w:footnote w:id="2"/></w:footnotes>`,
    ['w:footnote ends with a paragraph'],
    `<w:footnotes ${W}><w:footnote w:id="2">${P}</w:footnote></w:footnotes>`,
  ],
  [
    `<w:endnotes ${W}><w:endnote w:id="2"></w:endnote></w:endnotes>`,
    ['w:endnote ends with a paragraph'],
    `<w:endnotes ${W}><w:endnote w:id="2">${P}</w:endnote></w:endnotes>`,
  ],
  [
    body(`${P}${control('')}`),
    ['a content control around paragraphs has one', EMPTY_CONTROL],
    body(`${P}${control(P)}`),
  ],
  [body(`<w:p>${control('')}<w:r/></w:p>`), [EMPTY_CONTROL], body('<w:p><w:r/></w:p>')],
  [body(`<w:p>${control(control(''))}</w:p>`), [EMPTY_CONTROL], body('<w:p></w:p>')],
  [
    body(`${P}<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>`),
    ['a content control around paragraphs has one', EMPTY_CONTROL],
    body(`${P}${control(P)}`),
  ],
  [body(`<w:p><w:sdt><w:sdtPr/><w:sdtContent/></w:sdt></w:p>`), [EMPTY_CONTROL], body('<w:p></w:p>')],
  [body(`${P}<w:sdt><w:sdtPr/></w:sdt>`), [EMPTY_CONTROL], body(P)],
  [
    body(`<w:tbl><w:tblPr/>${control('')}<w:tr>${CELL}</w:tr></w:tbl>`),
    ['a content control around rows or cells has one', EMPTY_CONTROL],
    body(TABLE),
  ],
  [table(`${control('')}${CELL}`), ['a content control around rows or cells has one', EMPTY_CONTROL], table(CELL)],
  [body(`${P}<w:tbl><w:tblPr/></w:tbl>`), ['a table has rows'], body(P)],
  [body(`${P}<w:tbl><w:tblPr/><w:tr/></w:tbl>`), ['a row has cells'], body(P)],
  [
    body(`<w:tbl><w:tr><w:trPr/></w:tr><w:tr>${CELL}</w:tr></w:tbl>`),
    ['a row has cells'],
    body(`<w:tbl><w:tr>${CELL}</w:tr></w:tbl>`),
  ],
  [
    // The properties of a later table are not those of one that has none.
    body(`${TABLE}${TABLE}${P}${FLOATING}`),
    ['a table does not run into the one before'],
    body(`${TABLE}${P}${TABLE}${P}${FLOATING}`),
  ],
  [body(`${TABLE}${TABLE}`), ['a table does not run into the one before'], body(`${TABLE}${P}${TABLE}`)],
  [
    body(`<w:p>${control('<w:p></w:p>')}<w:r/></w:p>`),
    ['a paragraph is in no other paragraph, but for a text box'],
    body('<w:p><w:r/></w:p>'),
  ],
];

/** What is as it should be, and stays so. */
const WHOLE: readonly string[] = [
  table(CELL),
  table(`<w:tc>${control(P)}</w:tc>`),
  table(control(CELL)),
  body(`${TABLE}${FLOATING}`),
  body(`${FLOATING}${TABLE}`),
  body(`${TABLE}<w:sectPr/>`),
  `<w:hdr ${W}>${TABLE}</w:hdr>`,
  body('<w:p><w:pPr><w:pStyle w:val="w:tc"/></w:pPr></w:p>'),
];

const MARK = { begin: fieldMark('begin'), separate: fieldMark('separate'), end: fieldMark('end') };
const CODE = '<w:instrText> PAGE </w:instrText>';
const FIELD = `${MARK.begin}${CODE}${MARK.separate}<w:t>1</w:t>${MARK.end}`;

function inRun(inside: string): string {
  return body(`<w:p><w:r>${inside}</w:r></w:p>`);
}

function fieldMark(type: string): string {
  return `<w:fldChar w:fldCharType="${type}"/>`;
}

/** What is left of fields when a false condition has taken a paragraph with it, and what the bot makes of it. */
const CUT: readonly (readonly [left: string, mended: string])[] = [
  [`${MARK.begin}${CODE}${MARK.separate}<w:t>1</w:t>`, '<w:t>1</w:t>'],
  [`<w:t>1</w:t>${MARK.end}${FIELD}`, `<w:t>1</w:t>${FIELD}`],
  [`${CODE}${MARK.separate}<w:t>1</w:t>${MARK.end}`, '<w:t>1</w:t>'],
  [
    `${MARK.begin}${CODE}${MARK.separate}<w:t>1</w:t>${MARK.separate}<w:t>2</w:t>${MARK.end}`,
    `${MARK.begin}${CODE}${MARK.separate}<w:t>1</w:t><w:t>2</w:t>${MARK.end}`,
  ],
  [`${MARK.begin}${CODE}${FIELD}`, FIELD],
];

describe('a notat that Word opens', () => {
  it('has no part of a field that was cut', () => {
    for (const [left, mended] of CUT) {
      assert.deepEqual(structureProblemsIn(inRun(left)), ['a field that begins ends, and the other way round']);
      assert.equal(withWholeFields(left), mended);
      assert.deepEqual(structureProblemsIn(inRun(mended)), []);
    }
    const link = (shown: string, after: string) =>
      built({ bottom: `<w:p>${field('HYPERLINK "https://a.example"', shown)}${run(after)}</w:p>` });
    const end = run('{/til}');
    const bottom = `${p('{#til}')}${p('Til: {til}')}<w:p>${end}<w:r>${MARK.end}</w:r></w:p>`;
    const paragraph = built({ bottom: `<w:p><w:r>${MARK.begin}${CODE}${MARK.separate}</w:r></w:p>${bottom}` });
    const refused = [
      link('Se{#til}', '{til}{/til}'),
      built({ bottom: `<w:p>${run('{#til}')}${field('HYPERLINK "https://a.example"', '{til}{/til}')}</w:p>` }),
    ];
    for (const template of refused) {
      assert.deepEqual(problemsIn(template), [{ kind: 'loop across places', tag: 'til' }]);
    }
    assert.deepEqual(refusalsOf(link('Se{#til} {til}{/til}', '{#til}{til}{/til}')), []);
    for (const template of [...refused, paragraph]) {
      for (const to of ['Byrådet', '']) {
        assert.deepEqual(structureProblems(renderNotat(template, aNotat({ header: { ...EMPTY_HEADER, to } }))), []);
      }
    }
  });

  for (const [left, breaks, mended] of BROKEN) {
    it(`is made of what breaks a rule: ${breaks.join()}: ${left.replace(` ${W}`, '')}`, () => {
      assert.deepEqual(structureProblemsIn(left), breaks);
      assert.equal(withValidStructure(left), mended);
      assert.deepEqual(structureProblemsIn(mended), []);
    });
  }

  for (const { name, build } of CONDITION_TEMPLATES) {
    it(`is written where a condition is all that is in ${name}, be it true or false`, async () => {
      const template = build(await shippedTemplate());
      assert.deepEqual(checkTemplate(template), []);
      for (const kle of ['00.22.02', '']) {
        const file = renderNotat(template, aNotat({ header: { ...EMPTY_HEADER, kle } }));
        assert.deepEqual(structureProblems(file), []);
        assert.equal(
          [...partsOf(file).values()].some((xml) => xml.includes('00.22.02')),
          kle !== '',
        );
      }
    });
  }

  it('has no control of which all was taken out', () => {
    const top = `<w:p>${run('Af: ')}${control(field('AUTHOR', 'Jens'))}${control(run('HUSK', '<w:vanish/>'))}</w:p>`;
    assert.deepEqual(structureProblems(renderNotat(built({ top }), aNotat())), []);
  });

  it('is that of each part by its type, whatever the part is called', () => {
    const footer = wordPart('footer', 'ftr', lines('{#endeligt}', 'Endeligt', '{/endeligt}'), 'sidefod1');
    const section = '<w:sectPr><w:footerReference w:type="default" r:id="sidefod1"/></w:sectPr>';
    const file = renderNotat(built({ section, parts: [footer] }), aNotat());
    assert.match(partsOf(file).get('word/sidefod1.xml') ?? '', /<w:ftr [^>]*><w:p\/><\/w:ftr>/u);
  });

  it('stays as it is where nothing is missing', () => {
    for (const xml of WHOLE) {
      assert.deepEqual(structureProblemsIn(xml), [], xml);
      assert.equal(withValidStructure(xml), xml);
    }
  });

  it('has a broken example for each rule', () => {
    const broken = new Set(BROKEN.flatMap(([, breaks]) => breaks));
    // What the structure does not mend.
    const planted = [inRun(MARK.begin), body('')];
    const others = planted.flatMap((xml) => structureProblemsIn(xml));
    assert.deepEqual(
      RULES.map(({ name }) => name).filter((name) => !broken.has(name) && !others.includes(name)),
      [],
    );
  });

  it('is made of any paragraphs, tables, controls and text boxes that are left', () => {
    const { inside } = fc.letrec<{ inside: string; block: string; cell: string; row: string; run: string }>((tie) => ({
      inside: fc.array(tie('block'), { maxLength: 3 }).map((blocks) => blocks.join('')),
      block: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(P, '<w:p><w:r/></w:p>'),
        fc.array(tie('row'), { maxLength: 2 }).map((rows) => `<w:tbl>${rows.join('')}</w:tbl>`),
        tie('inside').map(control),
        fc.array(tie('run'), { maxLength: 2 }).map((runs) => `<w:p>${runs.join('')}</w:p>`),
      ),
      row: fc.oneof(
        fc.array(tie('cell'), { maxLength: 2 }).map((cells) => `<w:tr>${cells.join('')}</w:tr>`),
        fc
          .array(tie('cell'), { maxLength: 1 })
          .map((cells) => control(cells.length === 0 ? '' : `<w:tr>${cells[0]}</w:tr>`)),
      ),
      cell: fc.oneof(
        tie('inside').map((blocks) => `<w:tc>${blocks}</w:tc>`),
        fc.constant(control('')),
      ),
      run: fc.oneof(
        tie('inside').map((blocks) => `<w:r><w:txbxContent>${blocks}</w:txbxContent></w:r>`),
        fc.constant(control('<w:r/>')),
      ),
    }));
    fc.assert(
      fc.property(inside, (blocks) => {
        const mended = withValidStructure(body(blocks || P));
        assert.deepEqual(
          structureProblemsIn(mended).filter((problem) => !problem.startsWith('w:body')),
          [],
        );
        assert.equal(withValidStructure(mended), mended);
      }),
    );
  });
});
