import assert from 'node:assert/strict';
import { withOwnIds } from '../../../src/adapters/word/write/own-ids.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { aNotat, aRow } from './a-notat.js';
import { built, HEAD, ORIGINS, p, ROW, run, TOP, table } from './template-builder.js';
import { parsedPart } from './word-file.js';

const start = (id: number) => `<w:bookmarkStart w:id="${id}" w:name="_Hlk${id}"/>`;
const end = (id: number) => `<w:bookmarkEnd w:id="${id}"/>`;
const drawing = (id: number) => `<wp:docPr id="${id}" name="Logo" descr=" id=&quot;3&quot;"/>`;
const shape = (id: string) => `<v:shape${id} type="#_x0000_t75" style="width:1pt"/>`;

/** What was repeated, and what becomes of it. */
const REPEATED: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a bookmark', `${start(5)}a${end(5)}${start(5)}b${end(5)}`, `${start(5)}a${end(5)}b`],
  ['where a bookmark begins', `${start(5)}a${start(5)}b${end(5)}`, `${start(5)}ab${end(5)}`],
  ['where a bookmark ends', `${start(5)}a${end(5)}b${end(5)}`, `${start(5)}a${end(5)}b`],
  [
    'a drawing, beside others',
    `${drawing(3)}${drawing(1)}${drawing(3)}${drawing(3)}`,
    `${drawing(3)}${drawing(1)}${drawing(2)}${drawing(4)}`,
  ],
  [
    'a shape',
    `${shape(' id="logo"')}${shape(' id="logo"')}${shape('')}`,
    `${shape(' id="logo"')}${shape('')}${shape('')}`,
  ],
  [
    'nothing',
    `${start(1)}${start(2)}${end(1)}${end(2)}${drawing(1)}`,
    `${start(1)}${start(2)}${end(1)}${end(2)}${drawing(1)}`,
  ],
];

describe('what has an id in a notat', () => {
  for (const [what, before, after] of REPEATED) {
    it(`has one of its own where this was repeated: ${what}`, () => {
      assert.equal(withOwnIds(before), after);
    });
  }

  it('is what stands in the row of each department', () => {
    const own = `${start(5)}${run('Svar')}${end(5)}<w:r><w:drawing><wp:inline>${drawing(3)}</wp:inline></w:drawing><w:pict>${shape(' id="logo"')}</w:pict></w:r>`;
    const row = [`<w:p>${run('{#fagområder}{fagområde}')}${own}</w:p>`, ROW[1]] as const;
    const template = built({ body: `${p('')}${TOP}${table(HEAD, row)}${ORIGINS}` });
    const document = parsedPart(
      renderNotat(template, aNotat({ rows: ['Skole', 'Byg'].map((name) => aRow(name, 'Ja.')) })),
    );
    const ids = ['w:bookmarkStart', 'w:bookmarkEnd', 'wp:docPr', 'v:shape'].map((name) =>
      [...document.getElementsByTagName(name)].map(
        (element) => element.getAttribute('w:id') ?? element.getAttribute('id') ?? undefined,
      ),
    );
    assert.deepEqual(ids, [['5'], ['5'], ['3', '1'], ['logo', undefined]]);
  });
});
