import assert from 'node:assert/strict';
import { setUpProblems } from '../../../src/domain/channel/set-up-problems.js';
import {
  aDepartment,
  aKnownTeam,
  anAddress,
  aPerson,
  aRegisteredDepartment,
  aSecretariat,
} from '../../support/builders.js';

describe('what is wrong with the set-up', () => {
  const [head, deputy] = [aPerson({ id: 'chef' }), aPerson({ id: 'stedfortraeder' })];
  const department = aRegisteredDepartment({
    address: anAddress({ teamId: 'et-team' }),
    department: aDepartment({ heads: [head], deputies: [deputy, head] }),
  });
  const elsewhere = aSecretariat({ address: anAddress({ teamId: 'et-andet' }, 'sekretariatet') });

  it('is nothing where everything can be reached and nobody has left', () => {
    assert.deepEqual(setUpProblems(elsewhere, [department], []), []);
  });

  it('is that there is no secretariat', () => {
    assert.deepEqual(setUpProblems(undefined, [], []), [{ kind: 'no secretariat' }]);
  });

  it('is that the bot cannot write to the secretariat, or to a department', () => {
    const teams = [
      aKnownTeam({ teamId: 'et-team', state: 'bot removed' }),
      aKnownTeam({ teamId: 'et-andet', state: 'archived' }),
    ];
    assert.deepEqual(setUpProblems(elsewhere, [department], teams), [
      { kind: 'secretariat not reached', why: 'archived' },
      { kind: 'department not reached', department, why: 'bot removed' },
    ]);
  });

  it('is that heads or deputies have left, each once', () => {
    const left = { ...department, left: ['chef', 'en-tidligere'] };
    assert.deepEqual(setUpProblems(elsewhere, [left], []), [{ kind: 'people left', department: left, people: [head] }]);
  });
});
