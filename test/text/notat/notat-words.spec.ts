import assert from 'node:assert/strict';
import type { NamedChange, NotatCounts, NotatModel } from '../../../src/domain/notat/notat.js';
import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import {
  countsWords,
  documentTypeWords,
  headerLines,
  noReplyWords,
  statusWords,
} from '../../../src/text/notat/notat-words.js';
import { aNotat, aRow } from '../../adapters/word/a-notat.js';
import { aDeadline, aLocalDate } from '../../support/builders.js';

const DAY = aLocalDate('2026-12-03');

describe('the words of the notat', () => {
  it('say why there is no reply', () => {
    const words = (answer: Parameters<typeof noReplyWords>[0], changes: Partial<NotatModel> = {}) =>
      noReplyWords(answer, aNotat(changes));
    assert.equal(words({ kind: 'nil', remark: 'Se sidste år.' }), 'Ingen bemærkninger');
    assert.equal(words({ kind: 'not theirs' }), 'Rapporten vedrører ikke fagområdet');
    assert.equal(words({ kind: 'unanswered' }), 'Har ikke svaret inden fristen');
    assert.equal(
      words({ kind: 'awaited', deadline: DAY }),
      'Har endnu ikke svaret (fristen er torsdag den 3. december 2026)',
    );
    assert.equal(
      words({ kind: 'awaited', deadline: aDeadline('2026-12-03T09:30') }),
      'Har endnu ikke svaret (fristen er torsdag den 3. december 2026 kl. 9.30)',
    );
  });

  it('await nobody in a final one, though it was closed before the deadline', () => {
    assert.equal(
      noReplyWords({ kind: 'awaited', deadline: DAY }, aNotat({ status: 'final', number: 1 })),
      'Har ikke svaret',
    );
  });

  const counts: readonly (readonly [Partial<NotatCounts>, string])[] = [
    [{ asked: 9, answered: 8, nil: 2 }, '8 af 9 fagområder har svaret; to har ingen bemærkninger'],
    [{ asked: 9, answered: 1 }, '1 af 9 fagområder har svaret'],
    [{ asked: 9, answered: 1, nil: 1 }, '1 af 9 fagområder har svaret; det har ingen bemærkninger'],
    [{ asked: 9, answered: 9 }, 'Alle ni fagområder har svaret'],
    [{ asked: 9, answered: 9, nil: 1 }, 'Alle ni fagområder har svaret; ét har ingen bemærkninger'],
    [{ asked: 9, answered: 9, nil: 9 }, 'Alle ni fagområder har svaret; ingen af dem har bemærkninger'],
    [{ asked: 2, answered: 2 }, 'Begge fagområder har svaret'],
    [{ asked: 9, answered: 0 }, 'Ingen af de ni fagområder har svaret'],
    [{ asked: 1, answered: 1 }, 'Fagområdet har svaret'],
    [{ asked: 1, answered: 1, late: 1 }, 'Fagområdet har svaret; svaret er modtaget efter fristen'],
    [{ asked: 1, answered: 0 }, 'Fagområdet har ikke svaret'],
    [{ asked: 9, answered: 9, late: 1 }, 'Alle ni fagområder har svaret; ét svar er modtaget efter fristen'],
    [{ asked: 9, answered: 8, late: 3 }, '8 af 9 fagområder har svaret; tre svar er modtaget efter fristen'],
    [
      { asked: 9, answered: 8, nil: 2, late: 1, notTheirs: 2 },
      '8 af 9 fagområder har svaret; to har ingen bemærkninger; ét svar er modtaget efter fristen; ' +
        'rapporten vedrører ikke to af de spurgte fagområder',
    ],
    [
      { asked: 1, answered: 1, notTheirs: 1 },
      'Ét fagområde har svaret; rapporten vedrører ikke ét af de spurgte fagområder',
    ],
    [
      { asked: 1, notTheirs: 2 },
      'Det ene fagområde, der er spurgt, har ikke svaret; rapporten vedrører ikke to af de spurgte fagområder',
    ],
    [{ notTheirs: 1 }, 'Rapporten vedrører ikke fagområdet'],
    [{ notTheirs: 3 }, 'Rapporten vedrører ingen af de tre fagområder'],
    [{}, 'Notatet omfatter ingen fagområder'],
  ];
  for (const [some, words] of counts) {
    it(`count: ${words}`, () => {
      assert.equal(countsWords({ asked: 0, answered: 0, nil: 0, late: 0, notTheirs: 0, ...some }), words);
    });
  }

  it('say what the document is, and how far', () => {
    const said = (changes: Partial<NotatModel>) => {
      const notat = aNotat(changes);
      return [documentTypeWords(notat), statusWords(notat)];
    };
    const sentence = 'Fagområdet har svaret.';
    assert.deepEqual(said({ status: 'interim' }), ['Foreløbigt notat', `Foreløbigt notat: ${sentence}`]);
    assert.deepEqual(said({ status: 'complete' }), ['Notat', sentence]);
    assert.deepEqual(said({ status: 'final', number: 2 }), [
      'Notat 2',
      `Endeligt notat: ${sentence} Ingen svar er ændret siden notat 1.`,
    ]);
  });

  it('say how many have answered in the secretariat’s own words, or not at all', () => {
    const said = (changes: Partial<NotatModel>) => statusWords(aNotat({ status: 'complete', ...changes }));
    assert.equal(said({ countsSentence: '1 har svaret' }), '1 har svaret.');
    assert.equal(said({ countsSentence: 'Alle har svaret!' }), 'Alle har svaret!');
    assert.equal(said({ countsSentence: '1 svar', status: 'interim' }), 'Foreløbigt notat: 1 svar.');
    const none = { countsSentence: '' };
    assert.deepEqual(
      [
        said(none),
        said({ ...none, status: 'interim' }),
        said({ ...none, status: 'final' }),
        said({ ...none, isTrial: true }),
      ],
      ['', 'Foreløbigt notat.', 'Endeligt notat.', 'Prøve af notat.'],
    );
    const rows = [aRow('A', { kind: 'unreadable' })];
    assert.equal(said({ ...none, rows }), 'Svaret fra 1 fagområde kan ikke læses.');
  });

  it('name every line of a full header, and only the date of an empty one', () => {
    const header = {
      ...EMPTY_HEADER,
      caseNumber: '2026-014',
      to: 'Byrådet',
      from: 'Sekretariatet',
      regarding: 'Punkt 7',
      kle: '00.22',
    };
    const lines = (changes: Partial<NotatModel>) => headerLines(aNotat(changes)).map(({ label }) => label);
    assert.deepEqual(lines({ header }), ['J.nr.', 'Dato', 'Til', 'Fra', 'Vedrørende', 'KLE']);
    assert.deepEqual(headerLines(aNotat()), [{ label: 'Dato', text: '30. november 2026' }]);
  });
});

describe('what a later final notat says of the one before', () => {
  const said = (changes: readonly NamedChange[], number = 2) =>
    statusWords(aNotat({ status: 'final', number, changes })).replace(/^.*?har svaret\. ?/u, '');

  it('is which departments’ answers are others, by how', () => {
    assert.equal(
      said([
        { department: 'Skole', kind: 'changed' },
        { department: 'Social', kind: 'new' },
        { department: 'Kultur', kind: 'changed' },
        { department: 'Teknik', kind: 'excused' },
        { department: 'Miljø', kind: 'missing' },
        { department: 'Vej', kind: 'withdrawn' },
      ]),
      'Ændret siden notat 1: nyt svar fra Social; rettet svar fra Skole og Kultur; rapporten vedrører ikke Teknik; intet svar længere fra Miljø; ikke længere spurgt: Vej.',
    );
  });

  it('counts the departments where they are many', () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ department: `F${index}`, kind: 'changed' }) as const);
    assert.equal(said(many, 3), 'Ændret siden notat 2: rettet svar fra 11 fagområder.');
  });

  it('is that nothing is another, or nothing at all in a first notat', () => {
    assert.equal(said([]), 'Ingen svar er ændret siden notat 1.');
    assert.equal(said([], 1), '');
  });
});
