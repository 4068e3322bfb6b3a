import assert from 'node:assert/strict';
import fc from 'fast-check';
import PizZip from 'pizzip';
import { judgeTemplate } from '../../../src/adapters/word/check/template-check.js';
import { visibleTags } from '../../../src/adapters/word/check/visible-tags.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { isTemplateWarning } from '../../../src/domain/notat/template-problem.js';
import { everyNotat } from './a-notat.js';
import { built, control, p, run, table, textBox } from './template-builder.js';
import { parsedPart } from './word-file.js';

/** Where a paragraph can stand. */
const place = fc.constantFrom<(text: string) => string>(
  p,
  (text) => `<w:p>${textBox(p(text))}</w:p>`,
  (text) => control(p(text)),
  (text) => table([p('Fjordby')], [p(text)]),
  (text) => `<w:p>${run('Før')}${textBox(p(text))}${run('{kle}')}</w:p>`,
  (text) => `<w:p>${run(text.slice(0, 3))}${run(text.slice(3))}</w:p>`,
);
const text = fc.constantFrom('{titel}', '{ Til }', '{#kle}KLE {kle}{/kle}', 'Fjordby');
/** A condition that may begin in one place and end in another. */
const passage = fc
  .tuple(place, place, place, text, fc.constantFrom('#til', '#kle', '^foreløbigt'), fc.boolean())
  .map(([opens, holds, closes, inside, tag, isIn]) =>
    isIn ? `${opens(`{${tag}}`)}${holds(inside)}${closes(`{/${tag.slice(1)}}`)}` : holds(inside),
  );

describe('a template that is put together at random', () => {
  it('is refused, or leaves no tag in any notat, and every part of it well-formed', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 4 }), (passages) => {
        const template = built({ top: passages.join('') });
        if (judgeTemplate(template).problems.some((problem) => !isTemplateWarning(problem))) return;
        taken += 1;
        for (const notat of everyNotat()) {
          const file = renderNotat(template, notat);
          assert.deepEqual(visibleTags(new PizZip(file)), []);
          parsedPart(file);
        }
      }),
      { numRuns: 20 },
    );
    assert.ok(taken > 0);
  });
});
