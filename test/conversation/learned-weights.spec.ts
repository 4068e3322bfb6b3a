import assert from 'node:assert/strict';
import fc from 'fast-check';
import { learnWeights } from '../../dev/sentences/learn-weights.js';
import { createUnderstanding } from '../../src/conversation/understanding/understand.js';
import { weighingWith } from '../../src/conversation/understanding/weighing.js';

const LESSONS = [
  ['hvem mangler at svare', 'status'],
  ['hvem har ikke svaret', 'status'],
  ['hvem mangler vi', 'status'],
  ['luk kanalen', 'close'],
  ['luk den kanal', 'close'],
  ['vi lukker kanalen', 'close'],
  ['tak for kaffe', 'neither'],
  ['tak for i dag', 'neither'],
].map(([said = '', meaning = '']) => ({ place: 'secretariat', said, meaning }));

const WRITTEN = learnWeights(LESSONS);
const weigh = weighingWith(WRITTEN);

const phrases = (word: string) => ({ da: [word], en: [word] }) as const;
const understand = createUnderstanding(
  [
    { name: 'status', where: ['secretariat'], phrases: phrases('status'), meant: 'done' },
    { name: 'close', where: ['secretariat'], phrases: phrases('luk'), meant: 'offered' },
  ],
  weigh,
);

describe('weights that are learned', () => {
  it('are the same each time', () => assert.deepEqual(learnWeights(LESSONS), WRITTEN));

  it('speak most for what each sentence was said to mean', () => {
    for (const { place, said, meaning } of LESSONS) {
      const weights = [...(weigh(said, place) ?? [])];
      const [most] = weights.toSorted(([, one], [, other]) => other - one);
      assert.equal(most?.[0], meaning, said);
    }
  });

  it('do what shows something, offer what changes something, and say where else it belongs', () => {
    assert.equal(understand('hvem mangler at svare', 'secretariat').kind, 'meant');
    assert.equal(understand('luk kanalen', 'secretariat').kind, 'likely');
    assert.equal(understand('luk kanalen', 'personal').kind, 'elsewhere');
    assert.equal(understand('tak for kaffe', 'secretariat').kind, 'nothing');
  });

  it('never do what changes something, whatever is written', () => {
    const word = fc.constantFrom('luk', 'kanalen', 'den', 'hvem', 'mangler', 'tak', 'vi', 'ikke', '?');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (said) => {
        const found = understand(said.join(' '), 'secretariat');
        assert.ok(found.kind !== 'meant' || found.row.name === 'status');
      }),
    );
  });
});
