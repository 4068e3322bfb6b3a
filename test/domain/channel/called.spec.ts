import assert from 'node:assert/strict';
import { calledSo } from '../../../src/domain/channel/called.js';
import { PERSON_NAME_MAX } from '../../../src/domain/limits.js';
import { aPerson } from '../../support/builders.js';

const PEOPLE = ['Karen Holm', 'Åse Brøndum', 'Karen Margrethe Bæk', 'O\u0308mer Kaya'].map((name) => ({
  person: aPerson({ id: name, name }),
}));

function called(search: string): readonly string[] {
  return calledSo(PEOPLE, search).map(({ person }) => person.name);
}

describe('a search for people by name', () => {
  it('finds those who have every word in their name, in any order and whatever the capital letters', () => {
    assert.deepEqual(called('karen'), ['Karen Holm', 'Karen Margrethe Bæk']);
    assert.deepEqual(called('bæk KAREN'), ['Karen Margrethe Bæk']);
    assert.deepEqual(called('  åse   brø '), ['Åse Brøndum']);
  });

  it('finds a name whatever the form of its letters', () => {
    assert.deepEqual(called('ömer'), ['O\u0308mer Kaya']);
  });

  it('finds nobody where nothing is searched for, or more than a name can be', () => {
    assert.deepEqual(called(''), []);
    assert.deepEqual(called('   '), []);
    assert.deepEqual(called(`karen${' '.repeat(PERSON_NAME_MAX)}`), []);
  });
});
