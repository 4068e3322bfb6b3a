import assert from 'node:assert/strict';
import { TEMPLATES_LISTED } from '../../../src/domain/limits.js';
import { numberOf, pageOf } from '../../../src/domain/notat/kept-template.js';
import type { TemplateRecord } from '../../../src/domain/notat/template.js';
import { aPerson, START } from '../../support/builders.js';

const choice: TemplateRecord = {
  number: 5,
  name: 'a.docx',
  sha256: 'e3',
  again: undefined,
  by: aPerson(),
  at: START,
};

describe('a page of templates', () => {
  it('has those that cannot be read among the others, by their numbers', () => {
    assert.equal(TEMPLATES_LISTED, 8);
    const choices = [1, 3, 4, 5, 6, 7, 9, 10, 11].map((number) => ({ ...choice, number }));
    const page = (from: number) => {
      const { templates, unreadable, next } = pageOf({ choices, unreadable: [2, 8], newestNumber: 11 }, from);
      return [templates.map(({ number }) => number), unreadable, next];
    };
    assert.deepEqual(page(0), [[11, 10, 9, 7, 6, 5, 4], [8], 8]);
    assert.deepEqual(page(8), [[3, 1], [2], undefined]);
  });
});

describe('the number of the template in use', () => {
  it('is that of its upload, however it was chosen', () => {
    assert.equal(numberOf({ chosen: choice, sent: choice }), 5);
    assert.equal(numberOf({ chosen: { ...choice, again: 2 }, sent: undefined }), 2);
  });

  it('is 0 for the installation’s own', () => {
    assert.equal(numberOf({ chosen: undefined, sent: undefined }), 0);
    const returned = { ...choice, sha256: undefined };
    assert.equal(numberOf({ chosen: returned, sent: returned }), 0);
  });
});
