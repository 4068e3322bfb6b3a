import assert from 'node:assert/strict';
import { compileNotat } from '../../../src/domain/notat/notat.js';
import { parseReplyText } from '../../../src/domain/reply/reply.js';
import { createChance } from '../../bench/chance.js';
import { COMPILED_AT, generatedRound } from '../../bench/generated-round.js';
import { notatHtml } from '../../bench/notat-html.js';
import { replyText } from '../../bench/reply-texts.js';

describe('the round that is measured', () => {
  it('is the same in every run', () => {
    assert.deepEqual(generatedRound(100), generatedRound(100));
  });

  it('has as many departments as asked for, each with a name of its own', () => {
    const names = generatedRound(1_000).departments.map(({ department }) => department.name);
    assert.equal(new Set(names).size, 1_000);
  });

  it('has every kind of row that a notat can have without the secretariat’s doing', () => {
    const { rows, counts } = compileNotat(generatedRound(1_000), COMPILED_AT);
    const kinds = new Set(rows.map(({ answer }) => answer.kind));
    assert.deepEqual([...kinds].sort(), ['nil', 'reply', 'unanswered']);
    assert.ok(counts.late > 0);
    const blocks = rows.flatMap(({ answer }) => (answer.kind === 'reply' ? answer.blocks : []));
    assert.deepEqual([...new Set(blocks.map(({ kind }) => kind))].sort(), ['bullets', 'numbered', 'paragraph']);
  });

  it('has replies of a length that departments write, which the bot would take', () => {
    const chance = createChance(1);
    for (let reply = 0; reply < 500; reply += 1) {
      const text = replyText(chance);
      assert.ok(text.length >= 100 && text.length <= 1_500, `${text.length}`);
      assert.deepEqual(parseReplyText(text), { ok: true, value: { kind: 'text', text } });
    }
  });

  it('is the same table in HTML: a row for each department, and what they wrote as text', () => {
    const notat = compileNotat(generatedRound(100), COMPILED_AT);
    const [row, ...rows] = notat.rows;
    assert.ok(row !== undefined);
    const html = notatHtml({ ...notat, rows: [{ ...row, department: 'Veje & <b>Park</b>' }, ...rows] });
    assert.equal(html.match(/<tr><td>/gu)?.length, 100);
    assert.ok(html.includes('<td>Veje &amp; &lt;b&gt;Park&lt;/b&gt;</td>'));
  });
});

describe('seeded chance', () => {
  it('chooses the same for the same seed, and otherwise for another', () => {
    const choices = (seed: number) => {
      const chance = createChance(seed);
      return Array.from({ length: 20 }, () => chance.below(1_000));
    };
    assert.deepEqual(choices(7), choices(7));
    assert.notDeepEqual(choices(7), choices(8));
  });

  it('chooses everything in time, and nothing else', () => {
    const chance = createChance(3);
    const chosen = new Set(Array.from({ length: 1_000 }, () => chance.below(6)));
    assert.deepEqual([...chosen].sort(), [0, 1, 2, 3, 4, 5]);
  });

  it('cannot choose from nothing', () => {
    assert.throws(() => createChance(1).oneOf([]), RangeError);
  });
});
