import assert from 'node:assert/strict';
import { remindingAll, whyNotReminded } from '../../../src/domain/round/reminding-all.js';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import {
  aDecline,
  aDepartment,
  aDepartmentId,
  anOverview,
  aPosted,
  aReminder,
  aRound,
  aRoundDepartment,
  aTimeRequest,
  aVersion,
  START,
} from '../../support/builders.js';

function asked(name: string, changes: Partial<RoundDepartment> = {}): RoundDepartment {
  return aRoundDepartment({
    department: aDepartment({ id: aDepartmentId(name), name }),
    cards: [aPosted()],
    ...changes,
  });
}

const YESTERDAY = new Date(START.getTime() - 24 * 60 * 60 * 1_000);

describe('reminding all who are missing', () => {
  it('reminds the silent, and says who is not reminded, and why', () => {
    const unreadable = [{ departmentId: aDepartmentId('ulaest'), name: undefined, position: 9 }];
    const departments = [
      asked('tavs'),
      asked('mindet-i-gaar', { reminders: [aReminder({ at: YESTERDAY })] }),
      asked('mindet-i-dag', { reminders: [aReminder({ at: START })] }),
      asked('afvist', { decline: aDecline() }),
      asked('vil-have-tid', { timeRequest: aTimeRequest() }),
      asked('uden-kort', { cards: [] }),
      asked('ikke-naaet', { trouble: { fate: 'stopped', what: 'post request', word: '403' } }),
      asked('har-svaret', { reply: aVersion() }),
    ];
    const all = remindingAll(anOverview({ round: aRound({ state: 'open' }), departments, unreadable }), START);
    const names = (of: readonly RoundDepartment[]) => of.map(({ department }) => department.name);
    assert.deepEqual(names(all.reminded), ['tavs', 'mindet-i-gaar']);
    assert.deepEqual(names(all.today), ['mindet-i-dag']);
    assert.deepEqual(names(all.waiting), ['afvist', 'vil-have-tid']);
    assert.deepEqual(names(all.withoutCard), ['uden-kort', 'ikke-naaet']);
    assert.deepEqual(all.unreadable, unreadable);
  });

  it('reminds those of whose cards an older row does not tell, and those to whom another message has not arrived', () => {
    assert.equal(whyNotReminded(asked('a', { cards: undefined }), START), undefined);
    const trouble = { fate: 'uncertain', what: 'post department notice', word: '504' } as const;
    assert.equal(whyNotReminded(asked('a', { trouble }), START), undefined);
  });

  it('reminds nobody who has answered, or in a closed round', () => {
    assert.equal(whyNotReminded(asked('a', { reply: aVersion() }), START), 'answered');
    assert.equal(whyNotReminded(asked('a', { isLocked: true }), START), 'answered');
  });
});
