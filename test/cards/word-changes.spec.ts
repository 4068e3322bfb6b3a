import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ChangedRun, wordChanges } from '../../src/cards/reply/word-changes.js';

const text = fc.array(fc.constantFrom('vi', 'har', 'lært', 'ikke', ' ', '  ', '\n', '.', 'æøå'), { maxLength: 40 });
const said = (lines: readonly (readonly ChangedRun[])[], isLeftOut: (run: ChangedRun) => boolean) =>
  lines.flatMap((runs) => runs.filter((run) => !isLeftOut(run)).map((run) => run.text)).join('');
const joined = (words: readonly string[]) => words.join('');
const withoutLineFeeds = (words: readonly string[]) => joined(words).replaceAll('\n', '');

describe('what changed between two versions', () => {
  it('is told word by word', () => {
    assert.deepEqual(wordChanges('Vi har lært noget.', 'Vi har lært meget.'), [
      [
        { text: 'Vi har lært ', isAdded: false, isRemoved: false },
        { text: 'noget', isAdded: false, isRemoved: true },
        { text: 'meget', isAdded: true, isRemoved: false },
        { text: '.', isAdded: false, isRemoved: false },
      ],
    ]);
  });

  it('is told line by line', () => {
    const lines = wordChanges('Et afsnit.', 'Et afsnit.\n\nOg et til.');
    assert.deepEqual(
      lines.map((runs) => runs.map((run) => [run.text, run.isAdded])),
      [[['Et afsnit.', false]], [['Og et til.', true]]],
    );
  });

  it('is nothing when nothing changed', () => {
    fc.assert(
      fc.property(text, (words) => {
        const lines = wordChanges(joined(words), joined(words));
        assert.ok(lines.flat().every((run) => !run.isAdded && !run.isRemoved));
      }),
    );
  });

  it('is the one text and then the other, where they have hardly a word in common', () => {
    const words = (word: string) => Array.from({ length: 1_000 }, (_, n) => `${word}${n}`).join(' ');
    assert.deepEqual(wordChanges(words('før'), words('nu')), [
      [{ text: words('før'), isAdded: false, isRemoved: true }],
      [{ text: words('nu'), isAdded: true, isRemoved: false }],
    ]);
  });

  it('leaves both texts readable, every word of each in its order', () => {
    fc.assert(
      fc.property(text, text, (earlier, later) => {
        const lines = wordChanges(joined(earlier), joined(later));
        assert.equal(
          said(lines, (run) => run.isRemoved),
          withoutLineFeeds(later),
        );
        assert.equal(
          said(lines, (run) => run.isAdded),
          withoutLineFeeds(earlier),
        );
      }),
    );
  });
});
