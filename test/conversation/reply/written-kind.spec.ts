import assert from 'node:assert/strict';
import { kindOfWritten, type WrittenKind } from '../../../src/conversation/reply/written-kind.js';
import { WRITTEN_QUESTION_MAX } from '../../../src/domain/limits.js';

const READ: Readonly<Record<WrittenKind, readonly string[]>> = {
  thanks: [
    'Tak!',
    'tak for det',
    'OK.',
    'Super 🎉',
    '👍🏽',
    '❤️',
    'Modtaget, tak. Vi svarer i næste uge',
    'Thank you so much',
  ],
  deadline: ['Frist?', 'frist', 'hvornår er fristen', 'HVORNÅR SKAL VI SVARE', 'Er der en deadline', 'When is it due?'],
  report: ['rapporten', 'Hvor ligger beretningen?', 'send linket tak', 'Which report is it', 'Can I get a link?'],
  status: ['status', 'Har vi svaret?', 'hvem svarer?', 'Er svaret sendt?', 'Hvem mangler at svare', 'How far are we?'],
  'wish for more time': ['Vi har brug for mere tid', 'Kan vi få en uge mere?', 'May we have an extension'],
  something: [
    ...['', '?', '-', '❌', '😡', 'nej tak', 'Tak. Vi har ingen bemærkninger.', 'Hej alle sammen i sekretariatet'],
    ...['Har læst rapporten. Intet at bemærke', 'Fristen er holdt i alle sager.', 'Status er uændret.'],
    ...['Må vi svare på engelsk?', 'Tak? Hvad skal det sige?', 'Vi har modtaget svaret fra borgeren'],
  ],
};

describe('what a message in a department’s channel may be', () => {
  for (const [kind, texts] of Object.entries(READ)) {
    for (const text of texts) {
      it(`${kind}: “${text}”`, () => {
        assert.equal(kindOfWritten(text), kind);
      });
    }
  }

  it('is read whether æ, ø and å are written with one letter or with two', () => {
    for (const text of ['Hvornår skal vi svare?', 'Kan vi få længere tid?']) {
      const spelled = text.replaceAll('å', 'aa').replaceAll('æ', 'ae');
      assert.equal(kindOfWritten(spelled), kindOfWritten(text));
      assert.equal(kindOfWritten(text.normalize('NFD')), kindOfWritten(text));
    }
  });

  it('is never more than something when it is long', () => {
    const asked = 'Hvad er fristen?';
    assert.equal(kindOfWritten(asked.padEnd(WRITTEN_QUESTION_MAX)), 'deadline');
    assert.equal(kindOfWritten(asked.padEnd(WRITTEN_QUESTION_MAX + 1)), 'something');
  });

  it('is never more than something when it has more than two sentences', () => {
    assert.equal(kindOfWritten('Hej. Vi er i gang. Hvad er fristen?'), 'deadline');
    assert.equal(kindOfWritten('Vi er i gang. Det går godt. Hvad er fristen?'), 'something');
  });

  it('is no question about the round in a sentence of many words', () => {
    const long = `Hvad er fristen ${'i sager '.repeat(5)}?`;
    assert.equal(kindOfWritten(long), 'something');
  });
});
