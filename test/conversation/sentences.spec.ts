import assert from 'node:assert/strict';
import { asLine, readSentences } from './read-sentences.js';

/** Of a hundred, in the sets that the rules were made with. */
const RIGHT_AT_LEAST = 95;

describe('sentences that people may write', () => {
  for (const name of ['sentences-seen', 'sentences-held-back', 'sentences-third', 'sentences-more'] as const) {
    it(`are read rightly in ${RIGHT_AT_LEAST} of 100 of ${name}`, () => {
      const read = readSentences(name);
      const wrong = read.filter(({ isRight }) => !isRight);
      const share = (100 * (read.length - wrong.length)) / read.length;
      assert.ok(share >= RIGHT_AT_LEAST, wrong.map(asLine).join('\n'));
    });
  }

  it('never have something done that nobody meant', () => {
    const all = (
      ['sentences-seen', 'sentences-held-back', 'sentences-third', 'sentences-more', 'sentences-english'] as const
    ).flatMap(readSentences);
    assert.deepEqual(all.filter(({ isWronglyDone }) => isWronglyDone).map(asLine), []);
  });

  it('may be English', () => {
    const wrong = readSentences('sentences-english').filter(({ isRight }) => !isRight);
    assert.deepEqual(wrong.map(asLine), []);
  });
});
