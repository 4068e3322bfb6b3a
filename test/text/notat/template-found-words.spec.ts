import assert from 'node:assert/strict';
import { templateFoundWords } from '../../../src/text/notat/template-found-words.js';
import { UNDERSTOOD } from '../../cards/every-template-card.js';

const { counts } = UNDERSTOOD;
const NONE = { sections: 1, headers: 0, footers: 0, textBoxes: 0, pictures: 0, notes: 0 };

describe('what was found in a template', () => {
  it('is told by the part of the file in which each field is, but for the properties, which are the bot’s', () => {
    assert.deepEqual(templateFoundWords.da(UNDERSTOOD), [
      'Felter i teksten: titel, status, indledning, fagområder, fagområde, svar.',
      'Felter i sidehovedet: dokumenttype.',
      'Felter i sidefoden: sagsnummer.',
      'Hvert fagområde får sin egen række i tabellen.',
      'Den har ét sidehoved, to sidefødder og ét billede.',
    ]);
    assert.equal(templateFoundWords.en(UNDERSTOOD).at(-1), 'It has one page header, two page footers and one picture.');
  });

  it('counts what a letterhead has, and nothing that it has not', () => {
    const last = (changes: Partial<typeof counts>) =>
      templateFoundWords.da({ tags: [], hasDepartmentRows: false, counts: { ...NONE, ...changes } });
    assert.deepEqual(last({}), []);
    assert.deepEqual(last({ notes: 1 }), ['Den har én note.']);
    assert.deepEqual(last({ sections: 2, textBoxes: 12 }), ['Den har to sektioner og 12 tekstbokse.']);
  });
});
