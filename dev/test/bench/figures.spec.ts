import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTimes } from '../../bench/child-cost.js';
import { readBenches } from '../../bench/choice.js';
import { figure, reportTable } from '../../bench/report.js';
import { costOfEachMore, growth, median, spread } from '../../bench/statistics.js';

describe('what a bench makes of its measurements', () => {
  it('is the middle one, or the mean of the two in the middle', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([9, 1, 5, 3]), 4);
    assert.throws(() => median([]), RangeError);
  });

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => median(values) === median(values.toReversed())),
    );
  });

  it('says how far apart they are', () => {
    assert.equal(spread([8, 10, 12]), 0.4);
    assert.equal(spread([3, 3]), 0);
  });

  it('calls a cost linear that grows as the size does', () => {
    assert.equal(growth({ size: 10, cost: 20 }, { size: 100, cost: 200 }), 1);
    assert.equal(growth({ size: 10, cost: 20 }, { size: 20, cost: 80 }), 2);
    assert.equal(costOfEachMore({ size: 10, cost: 20 }, { size: 110, cost: 220 }), 2);
  });
});

describe('the report of a bench', () => {
  it('is a Markdown table whose columns line up', () => {
    const table = reportTable(
      ['navn', 'ms'],
      [
        ['ø', '7'],
        ['længere', '1,234'],
      ],
    );
    assert.equal(table, '| navn    |    ms |\n|---------|------:|\n| ø       |     7 |\n| længere | 1,234 |');
  });

  it('gives a number no more decimals than it is worth', () => {
    assert.deepEqual([0.125, 1.25, 12.5, 1234.5].map(figure), ['0.13', '1.3', '13', '1,235']);
  });
});

describe('npm run bench', () => {
  it('runs what is named, once, and all of it when nothing is', () => {
    assert.deepEqual(readBenches([]), ['notat', 'reply', 'fanout', 'idle', 'start', 'life', 'hostile', 'template']);
    assert.deepEqual(readBenches(['hostile']), ['hostile']);
    assert.deepEqual(readBenches(['reply', 'notat', 'reply']), ['reply', 'notat']);
  });

  it('says what there is when something else is named', () => {
    assert.throws(() => readBenches(['nota']), /no bench “nota”.*\[notat\] \[reply\] \[fanout\]/u);
  });

  it('reads what bash says that a program cost', () => {
    assert.deepEqual(readTimes('noget andet\n0.120 0.030 0.200\n'), { cpuMs: 150, wallMs: 200 });
    assert.throws(() => readTimes('ingenting'), /did not tell the time/u);
  });
});
