import assert from 'node:assert/strict';
import { DEPARTMENT_NAME_MAX } from '../../../src/domain/limits.js';
import { departmentsNamed } from '../../../src/domain/round/named-departments.js';
import { aDepartment, aRoundDepartment } from '../../support/builders.js';

const NAMES = ['Kultur og Fritid', 'Skolen på Bakken', 'Bakkens Børnehave', 'Sundhed og Ældre', 'Ny Skole'];
const departments = NAMES.map((name) => aRoundDepartment({ department: aDepartment({ name }) }));

const found = (search: string) => departmentsNamed(departments, search).map(({ department }) => department.name);

describe('finding departments by a part of their names', () => {
  it('finds those that have every word, in any order, in small letters or capitals', () => {
    assert.deepEqual(found('BAKKEN skole'), ['Skolen på Bakken']);
    assert.deepEqual(found('  æ '), ['Sundhed og Ældre']);
    // As a Mac writes it: the letter and its ring apart.
    assert.deepEqual(found('pa\u030A'), ['Skolen på Bakken']);
  });

  it('has those first that begin so', () => {
    assert.deepEqual(found('bakken'), ['Bakkens Børnehave', 'Skolen på Bakken']);
  });

  it('finds none by nothing, or by what no name is as long as', () => {
    for (const search of ['', '   ', 'xyz', 'o'.repeat(DEPARTMENT_NAME_MAX + 1)]) assert.deepEqual(found(search), []);
  });
});
