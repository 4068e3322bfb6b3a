import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dependsOnRoster,
  type Home,
  isDepartmentRight,
  isSecretaryByTeam,
  namedRoles,
  type Right,
  type Role,
  type Verdict,
  verdictOf,
} from '../../src/domain/rights.js';
import { aDepartment, aPerson, aSecretariat, aSecretary } from '../support/builders.js';

/** From the least to the most. */
const VERDICTS: readonly Verdict[] = ['may not', 'as a request', 'for approval', 'may'];
const NAMED: readonly Role[] = ['administrator', 'secretary', 'head', 'deputy'];
const OUTSIDERS: readonly Role[] = ['foreigner', 'bot', 'unknown'];
const ROLES: readonly Role[] = [...NAMED, 'member', 'guest', ...OUTSIDERS];

type Cells = Readonly<Record<Role, readonly [withHeads: Verdict, withoutHeads: Verdict]>>;

const TABLE: Readonly<Record<Right, Cells>> = {
  'take part': {
    administrator: ['may', 'may'],
    secretary: ['may', 'may'],
    head: ['may', 'may'],
    deputy: ['may', 'may'],
    member: ['may', 'may'],
    guest: ['may', 'may'],
    foreigner: ['may not', 'may not'],
    bot: ['may not', 'may not'],
    unknown: ['may not', 'may not'],
  },
  answer: {
    administrator: ['for approval', 'may'],
    secretary: ['for approval', 'may'],
    head: ['may', 'may'],
    deputy: ['may', 'may'],
    member: ['for approval', 'may'],
    guest: ['for approval', 'may'],
    foreigner: ['may not', 'may not'],
    bot: ['may not', 'may not'],
    unknown: ['may not', 'may not'],
  },
  decide: {
    administrator: ['may not', 'may'],
    secretary: ['may not', 'may'],
    head: ['may', 'may'],
    deputy: ['may', 'may'],
    member: ['may not', 'may'],
    guest: ['may not', 'may'],
    foreigner: ['may not', 'may not'],
    bot: ['may not', 'may not'],
    unknown: ['may not', 'may not'],
  },
  'run rounds': {
    administrator: ['may not', 'may not'],
    secretary: ['may', 'may'],
    head: ['may not', 'may not'],
    deputy: ['may not', 'may not'],
    member: ['may not', 'may not'],
    guest: ['may not', 'may not'],
    foreigner: ['may not', 'may not'],
    bot: ['may not', 'may not'],
    unknown: ['may not', 'may not'],
  },
  'set up departments': {
    administrator: ['may', 'may'],
    secretary: ['may', 'may'],
    head: ['as a request', 'as a request'],
    deputy: ['as a request', 'as a request'],
    member: ['as a request', 'as a request'],
    guest: ['as a request', 'as a request'],
    foreigner: ['may not', 'may not'],
    bot: ['may not', 'may not'],
    unknown: ['may not', 'may not'],
  },
  'manage the set-up': {
    administrator: ['may', 'may'],
    secretary: ['may', 'may'],
    head: ['may not', 'may not'],
    deputy: ['may not', 'may not'],
    member: ['may not', 'may not'],
    guest: ['may not', 'may not'],
    foreigner: ['may not', 'may not'],
    bot: ['may not', 'may not'],
    unknown: ['may not', 'may not'],
  },
  'place the secretariat': {
    administrator: ['may', 'may'],
    secretary: ['may not', 'may not'],
    head: ['may not', 'may not'],
    deputy: ['may not', 'may not'],
    member: ['may not', 'may not'],
    guest: ['may not', 'may not'],
    foreigner: ['may not', 'may not'],
    bot: ['may not', 'may not'],
    unknown: ['may not', 'may not'],
  },
};

// The type of the table has every right, and so has the table.
const RIGHTS = Object.keys(TABLE) as readonly Right[];

const anyRight = fc.constantFrom(...RIGHTS);
const someRoles = fc.subarray([...ROLES]);
const rank = (verdict: Verdict) => VERDICTS.indexOf(verdict);

describe('the table of rights', () => {
  for (const right of RIGHTS) {
    for (const role of ROLES) {
      const [withHeads, withoutHeads] = TABLE[right][role];
      it(`says of “${right}”, for ${role}: ${withHeads} where there are heads, ${withoutHeads} where there are none`, () => {
        assert.deepEqual([verdictOf(right, [role], true), verdictOf(right, [role], false)], [withHeads, withoutHeads]);
      });
    }
  }

  it('gives nothing to someone who is nothing', () => {
    for (const right of RIGHTS) assert.equal(verdictOf(right, [], false), 'may not');
  });

  it('takes nothing from someone for being something more', () => {
    fc.assert(
      fc.property(anyRight, someRoles, someRoles, fc.boolean(), (right, some, more, hasHeads) => {
        const [before, after] = [some, [...some, ...more]].map((roles) => verdictOf(right, roles, hasHeads));
        assert.ok(before !== undefined && after !== undefined && rank(after) >= rank(before));
      }),
    );
  });

  it('gives someone with several roles the most that one of them gives, in whatever order', () => {
    fc.assert(
      fc.property(anyRight, someRoles, fc.boolean(), (right, roles, hasHeads) => {
        const each = roles.map((role) => TABLE[right][role][hasHeads ? 0 : 1]);
        const most = each.reduce((best, verdict) => (rank(verdict) > rank(best) ? verdict : best), 'may not');
        assert.equal(verdictOf(right, roles, hasHeads), most);
        assert.equal(verdictOf(right, roles.toReversed(), hasHeads), most);
      }),
    );
  });

  it('gives nothing to foreigners, bots and unknown people', () => {
    fc.assert(
      fc.property(anyRight, fc.subarray([...OUTSIDERS]), fc.boolean(), (right, roles, hasHeads) => {
        assert.equal(verdictOf(right, roles, hasHeads), 'may not');
      }),
    );
  });

  it('depends on heads for two rights alone, and those are judged with the department', () => {
    const depending = RIGHTS.filter((right) =>
      ROLES.some((role) => verdictOf(right, [role], true) !== verdictOf(right, [role], false)),
    );
    assert.deepEqual(depending, ['answer', 'decide']);
    assert.deepEqual(RIGHTS.filter(isDepartmentRight), depending);
  });
});

describe('the roster of a team', () => {
  const POSSIBLE: Readonly<Record<Home, readonly Role[]>> = {
    here: ['member', 'guest'],
    elsewhere: ['member', 'guest', 'foreigner', 'unknown'],
    'not told': ['member', 'guest', 'foreigner', 'unknown'],
  };

  it('is needed exactly where two things that the person may be there have different verdicts', () => {
    fc.assert(
      fc.property(
        anyRight,
        fc.constantFrom<Home>('here', 'elsewhere', 'not told'),
        fc.subarray([...NAMED]),
        fc.boolean(),
        (right, home, named, hasHeads) => {
          const verdicts = POSSIBLE[home].map((role) => verdictOf(right, [...named, role], hasHeads));
          const isSame = verdicts.every((verdict) => verdict === verdicts[0]);
          assert.equal(dependsOnRoster(right, home, named, hasHeads), !isSame);
        },
      ),
    );
  });

  it('is needed for an answer only where the person’s tenant is not told and the person is no head', () => {
    for (const hasHeads of [true, false]) {
      assert.equal(dependsOnRoster('answer', 'not told', [], hasHeads), true);
      assert.equal(dependsOnRoster('answer', 'not told', ['head'], hasHeads), false);
      assert.equal(dependsOnRoster('answer', 'here', [], hasHeads), false);
    }
  });

  it('is not needed to refuse a decision to someone who is no head, where there are heads', () => {
    assert.equal(dependsOnRoster('decide', 'not told', [], true), false);
    assert.equal(dependsOnRoster('decide', 'not told', [], false), true);
  });
});

describe('what a person is by name', () => {
  const person = aPerson();
  const namesake = aPerson({ id: 'en-anden' });

  it('is found in the settings, the secretariat and the department, by the id', () => {
    const secretariat = aSecretariat({ secretaries: [aSecretary(), { ...person, name: 'Et nyt navn' }] });
    const department = aDepartment({ heads: [person], deputies: [aSecretary(), person] });
    const roles = namedRoles(person.id, ['en-tredje', person.id], { secretariat, department });
    assert.deepEqual(roles, ['administrator', 'secretary', 'head', 'deputy']);
  });

  it('is one of them alone where only one names the person', () => {
    const isNamed = { secretaries: [person], heads: [person], deputies: [person] };
    const nobody = { secretaries: [], heads: [], deputies: [] };
    assert.deepEqual(namedRoles(person.id, [person.id], { secretariat: nobody, department: nobody }), [
      'administrator',
    ]);
    assert.deepEqual(namedRoles(person.id, [], { secretariat: isNamed, department: nobody }), ['secretary']);
    assert.deepEqual(namedRoles(person.id, [], { department: { heads: [person], deputies: [] } }), ['head']);
    assert.deepEqual(namedRoles(person.id, [], { department: { heads: [], deputies: [person] } }), ['deputy']);
  });

  it('is nothing for a namesake, or where there is nobody to be named by', () => {
    const secretariat = aSecretariat({ secretaries: [person] });
    const department = aDepartment({ heads: [person], deputies: [person] });
    assert.deepEqual(namedRoles(namesake.id, [person.id], { secretariat, department }), []);
    assert.deepEqual(namedRoles(person.id, [], {}), []);
  });
});

describe('a secretary by team', () => {
  it('is each member, as long as nobody is named', () => {
    for (const role of ROLES) assert.equal(isSecretaryByTeam({ secretaries: [] }, role), role === 'member', role);
  });

  it('is nobody once someone is named', () => {
    for (const role of ROLES) assert.equal(isSecretaryByTeam({ secretaries: [aSecretary()] }, role), false, role);
  });
});
