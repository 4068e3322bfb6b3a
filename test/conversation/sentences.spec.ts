import assert from 'node:assert/strict';
import { asLine, readSentences } from './read-sentences.js';

/** Of a hundred, in the sets that the rules were made with. */
const RIGHT_AT_LEAST = 95;
/** Of the hundreds that nobody had seen who made the rules. docs/sentences.md says so too. */
const RIGHT_OF_UNSEEN = { 'sentences-fourth': 85, 'sentences-fifth': 80 } as const;

describe('sentences that people may write', () => {
  for (const name of ['sentences-seen', 'sentences-held-back', 'sentences-third', 'sentences-more'] as const) {
    it(`are read rightly in ${RIGHT_AT_LEAST} of 100 of ${name}`, () => {
      const read = readSentences(name);
      const wrong = read.filter(({ isRight }) => !isRight);
      const share = (100 * (read.length - wrong.length)) / read.length;
      assert.ok(share >= RIGHT_AT_LEAST, wrong.map(asLine).join('\n'));
    });
  }

  for (const [name, right] of Object.entries(RIGHT_OF_UNSEEN)) {
    it(`are read rightly in ${right} of 100 of ${name}, which the rules were not made with`, () => {
      const read = readSentences(name as keyof typeof RIGHT_OF_UNSEEN);
      assert.equal(read.filter(({ isRight }) => isRight).length, right);
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
