import assert from 'node:assert/strict';
import { sentencesOf, writers } from '../../dev/sentences/labelled-sentences.js';
import { allLessons, digestOf } from '../../dev/sentences/lessons.js';
import { asLine, read } from '../../dev/sentences/read-sentences.js';
import { DECIDE } from '../../src/conversation/decide.js';
import { WEIGHTS } from '../../src/conversation/understanding/weights.js';

/** Of a hundred that were learned from. docs/sentences.md says how sentences are read that nobody had seen. */
const RIGHT_AT_LEAST = 91;

describe('sentences that people may write', () => {
  const all = writers()
    .flatMap(sentencesOf)
    .map((sentence) => read(sentence, DECIDE));

  it('have weights that were learned from just these: npm run sentences', () => {
    assert.equal(WEIGHTS.learnedFrom, digestOf(allLessons()));
  });

  it(`are read rightly in ${RIGHT_AT_LEAST} of 100`, () => {
    const wrong = all.filter(({ isRight }) => !isRight);
    assert.ok((100 * (all.length - wrong.length)) / all.length >= RIGHT_AT_LEAST, wrong.map(asLine).join('\n'));
  });

  it('never have something done that nobody meant', () => {
    assert.deepEqual(all.filter(({ isWronglyDone }) => isWronglyDone).map(asLine), []);
  });
});
