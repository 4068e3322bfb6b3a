import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DECIDE } from '../../src/conversation/decide.js';
import { isTypoOf, stemOf } from '../../src/conversation/understanding/alike.js';
import type { Decision } from '../../src/conversation/understanding/decision.js';
import { featuresOf, WORDS_MAX } from '../../src/conversation/understanding/features.js';
import { COMMAND_MAX } from '../../src/domain/limits.js';

const PLACES = ['secretariat', 'department', 'unregistered', 'personal'] as const;

const on = (said: string, place: (typeof PLACES)[number]) =>
  DECIDE({ parts: [said], plain: said, hasFiles: false }, place);

/** What is done. The words of a command are answered in another place with where they belong, as a sentence is. */
function summaryOf(decision: Decision, place?: (typeof PLACES)[number]): unknown {
  switch (decision.kind) {
    case 'command':
    case 'elsewhere': {
      const isHere = place === undefined || decision.row.where.includes(place);
      return [isHere ? decision.kind : 'elsewhere', decision.row.name];
    }
    case 'offers':
      return [decision.kind, ...decision.offers.map(({ row }) => row.name)];
    case 'facts':
      return [decision.kind, decision.about];
    case 'none':
      return [decision.kind];
  }
}

/** Sentences of the words that commands are made of, and of others. */
const someSentence = fc
  .array(
    fc.constantFrom(
      ...['status', 'notatet', 'afslut', 'runden', 'ikke', 'frakobl', 'hvem', 'mangler', 'kan', 'du', 'ny', 'skabelon'],
      ...['påmindelser', 'frist', 'tak', 'hjælp', 'chef', 'opgøre', 'haven', 'æble', 'vores', 'kanal', ',', '?', '.'],
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));

describe('understanding a sentence', () => {
  it('never fails, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2 * COMMAND_MAX }),
        fc.constantFrom(...PLACES),
        (said, place) => {
          on(said, place);
        },
      ),
    );
  });

  it('shows the templates to who wants an earlier one back, and offers the standard one only where that is meant', () => {
    for (const said of [
      'brug den forrige skabelon igen',
      'jeg vil se vores tidligere skabeloner',
      'show our earlier templates',
    ]) {
      assert.equal([summaryOf(on(said, 'personal'))].flat()[1], 'template.show', said);
    }
    const [kind, first] = [summaryOf(on('vi vil tilbage til den almindelige skabelon', 'personal'))].flat();
    assert.deepEqual([kind, first], ['offers', 'template.use-installations']);
  });

  it('is the same in capitals, and with ae, oe and aa for æ, ø and å', () => {
    fc.assert(
      fc.property(someSentence, fc.constantFrom(...PLACES), (said, place) => {
        const plain = said.replace(/æ/gu, 'ae').replace(/ø/gu, 'oe').replace(/å/gu, 'aa');
        const expected = summaryOf(on(said, place), place);
        assert.deepEqual(summaryOf(on(said.toUpperCase(), place), place), expected, said);
        // *frist* reads what follows it as it is written, as names are read.
        if (!said.includes('frist')) assert.deepEqual(summaryOf(on(plain, place), place), expected, said);
      }),
    );
  });

  it('does nothing that changes anything, unless its very words are written', () => {
    fc.assert(
      fc.property(someSentence, fc.constantFrom(...PLACES), (said, place) => {
        const decision = on(said, place);
        const isDone = decision.kind === 'command' && decision.row.meant === 'offered';
        const bare = said.replace(/[ .!?]+$/u, '');
        if (isDone) assert.ok(decision.row.read(decision.words) !== undefined && decision.words.bare === bare, said);
      }),
    );
  });

  it('does not do what is said not to be done', () => {
    for (const said of [
      'afslut ikke runden',
      'start ikke en ny runde',
      'lad være med at afslutte',
      'don’t close the round',
    ]) {
      assert.deepEqual(summaryOf(on(said, 'secretariat')), ['none'], said);
    }
  });

  it('shows nothing for thanks, praise, what is said to a person, and what is told as done', () => {
    for (const said of [
      'tak for notatet, det var lige det',
      'det er et flot notat',
      'Lars, vil du afslutte runden?',
      'kan nogen sende mig notatet?',
      'jeg har rykket dem på mail',
      'når runden er lukket, går jeg på ferie',
      'Karen sagde at fristen er flyttet',
    ]) {
      assert.deepEqual(summaryOf(on(said, 'secretariat')), ['none'], said);
    }
  });

  it('looks at no more words than anyone would say to a bot', () => {
    assert.equal(featuresOf('status '.repeat(WORDS_MAX + 1), 'secretariat'), undefined);
    assert.equal(featuresOf('.'.repeat(2 * WORDS_MAX + 1), 'secretariat'), undefined);
    assert.ok(featuresOf('status '.repeat(WORDS_MAX), 'secretariat') !== undefined);
  });
});

describe('words that are alike', () => {
  const SAME = [
    ['runderne', 'runde'],
    ['rykkeren', 'ryk'],
    ['skabelonen', 'skabelon'],
  ] as const;
  for (const [said, meant] of SAME) {
    it(`${said} is a form of ${meant}`, () => assert.equal(stemOf(said), stemOf(meant)));
  }

  const TYPOS = [
    ['statsu', 'status'],
    ['tilkynt', 'tilknyt'],
    ['notatt', 'notat'],
  ] as const;
  for (const [said, meant] of TYPOS) it(`${said} is ${meant} with a mistake`, () => assert.ok(isTypoOf(said, meant)));

  const OTHERS = [
    ['kunde', 'runde'],
    ['frisk', 'frist'],
    ['luk', 'ryk'],
    ['direktion', 'direktør'],
  ] as const;
  for (const [said, meant] of OTHERS) it(`${said} is not ${meant}`, () => assert.ok(!isTypoOf(said, meant)));

  it('differ as much the one way as the other', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'æ'), minLength: 5, maxLength: 8 });
    fc.assert(fc.property(word, word, (one, other) => isTypoOf(one, other) === isTypoOf(other, one)));
  });
});
