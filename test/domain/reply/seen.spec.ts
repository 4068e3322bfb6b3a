import assert from 'node:assert/strict';
import { isDraftUnseen, seenNow, unseenAnswer } from '../../../src/domain/reply/seen.js';
import { aDraft, aProposal, aRoundDepartment, aVersion, START } from '../../support/builders.js';

const NOTHING = { reply: 0, draft: 0, proposal: 0 };
const LATER = new Date(START.getTime() + 1);

describe('what a person has before their eyes', () => {
  it('is nothing in a department that nobody has touched', () => {
    assert.deepEqual(seenNow(aRoundDepartment()), NOTHING);
  });

  it('is the version of the reply, and when draft and proposal came', () => {
    const department = aRoundDepartment({
      reply: aVersion({ number: 3 }),
      draft: aDraft({ at: START }),
      proposal: aProposal({ at: LATER }),
    });
    assert.deepEqual(seenNow(department), { reply: 3, draft: START.getTime(), proposal: LATER.getTime() });
  });

  it('holds everything there is, so that nothing is unseen', () => {
    const department = aRoundDepartment({ reply: aVersion(), draft: aDraft(), proposal: aProposal() });
    assert.equal(unseenAnswer(department, seenNow(department)), undefined);
    assert.equal(isDraftUnseen(department, seenNow(department)), false);
  });
});

describe('what has come since', () => {
  it('is a reply, whichever version the person saw', () => {
    assert.equal(unseenAnswer(aRoundDepartment({ reply: aVersion() }), NOTHING), 'reply');
    assert.equal(unseenAnswer(aRoundDepartment({ reply: aVersion({ number: 2 }) }), { ...NOTHING, reply: 1 }), 'reply');
  });

  it('is a proposal, whichever the person saw', () => {
    const department = aRoundDepartment({ proposal: aProposal({ at: LATER }) });
    assert.equal(unseenAnswer(department, NOTHING), 'proposal');
    assert.equal(unseenAnswer(department, { ...NOTHING, proposal: START.getTime() }), 'proposal');
  });

  it('is first of all the reply, where both have come', () => {
    assert.equal(unseenAnswer(aRoundDepartment({ reply: aVersion(), proposal: aProposal() }), NOTHING), 'reply');
  });

  it('is not a proposal that has gone', () => {
    assert.equal(unseenAnswer(aRoundDepartment(), { ...NOTHING, proposal: START.getTime() }), undefined);
  });

  it('is a draft, whichever the person saw, but not one that has gone', () => {
    const department = aRoundDepartment({ draft: aDraft({ at: LATER }) });
    assert.ok(isDraftUnseen(department, NOTHING));
    assert.ok(isDraftUnseen(department, { ...NOTHING, draft: START.getTime() }));
    assert.ok(!isDraftUnseen(aRoundDepartment(), { ...NOTHING, draft: START.getTime() }));
  });
});
