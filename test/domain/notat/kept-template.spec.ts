import assert from 'node:assert/strict';
import { numberOf } from '../../../src/domain/notat/kept-template.js';
import type { TemplateRecord } from '../../../src/domain/notat/template.js';
import { aPerson, START } from '../../support/builders.js';

describe('the number of the template in use', () => {
  const choice: TemplateRecord = {
    number: 5,
    name: 'a.docx',
    sha256: 'e3',
    again: undefined,
    by: aPerson(),
    at: START,
  };

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
