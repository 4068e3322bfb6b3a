import assert from 'node:assert/strict';
import { judgeTemplate } from '../../../src/adapters/word/check/template-check.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import { isTemplateWarning } from '../../../src/domain/notat/template-problem.js';
import { templateProblemWords } from '../../../src/text/notat/template-problem-words.js';
import { aNotat, anOrigin, aRow } from './a-notat.js';
import { REFUSED, TAKEN, WITH_PAST } from './real-letterheads.js';
import { paragraphsOf, parsedPart, wordParts } from './word-file.js';

const NOTAT = aNotat({
  header: { ...EMPTY_HEADER, caseNumber: '2026-014', to: 'Byrådet', from: 'Sekretariatet', kle: '00.22.02' },
  rows: [aRow('Ældre', 'Først.\n\nSå:\n- et\n- to\n\n1. En'), aRow('Byg', { kind: 'nil', remark: undefined })],
  origins: [anOrigin()],
});
/** Each line that a department has answered, as a paragraph of its own. */
const LINES = ['Først.', 'Så:', 'et', 'to', '1. En', 'Ingen bemærkninger'];

describe('a letterhead as municipalities have it', () => {
  describe('is taken and filled with', () => {
    for (const { what, template, changes = [], warnings = [], shows = {}, without = [] } of TAKEN) {
      it(what, () => {
        const verdict = judgeTemplate(template);
        assert.deepEqual(
          verdict.problems.map(({ kind }) => kind),
          warnings,
        );
        assert.deepEqual(verdict.changes, changes);
        const file = renderNotat(template, NOTAT);
        const parts = new Map([...wordParts(file)].map(([name, xml]) => [name, xml.replace(/<[^>]*>/gu, '')]));
        for (const [name, text] of Object.entries(shows)) assert.ok(parts.get(name)?.includes(text), parts.get(name));
        for (const name of without) assert.ok(!parts.has(name), name);
        const written = paragraphsOf(parsedPart(file)).map(({ text }) => text.trim());
        for (const line of LINES) assert.ok(written.includes(line), `${line}: ${written.join(' | ')}`);
        for (const [name, xml] of wordParts(file)) {
          // Custom XML is shown nowhere once nothing is bound to it.
          if (!/\.xml$/u.test(name) || name.startsWith('customXml/')) continue;
          parsedPart(file, name);
          assert.doesNotMatch(xml.replace(/="[^"]*"/gu, ''), /\{|dataBinding/u, name);
        }
      });
    }
  });

  describe('has nothing wrong with its tags for having', () => {
    for (const { what, template } of WITH_PAST) {
      it(what, () => {
        const { problems } = judgeTemplate(template);
        assert.deepEqual(
          problems.filter((problem) => 'tag' in problem || 'loop' in problem || problem.kind === 'stray brace'),
          [],
        );
      });
    }
  });

  describe('is refused in words that say where and what to do, for', () => {
    for (const { what, template, told } of REFUSED) {
      it(what, () => {
        const refusals = judgeTemplate(template).problems.filter((problem) => !isTemplateWarning(problem));
        assert.deepEqual(refusals.map(templateProblemWords.da), told);
      });
    }
  });
});
