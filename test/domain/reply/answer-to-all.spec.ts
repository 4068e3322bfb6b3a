import assert from 'node:assert/strict';
import { ANSWERS_TO_ALL_KEPT } from '../../../src/domain/limits.js';
import { withAnswerToAll } from '../../../src/domain/reply/answer-to-all.js';
import {
  missingAnswers,
  othersAnswers,
  unreadAnswersToAll,
  withAnswers,
} from '../../../src/domain/reply/shared-answers.js';
import { aDepartmentId, aDraft, anAnswerToAll, aRound, aRoundDepartment, START } from '../../support/builders.js';

const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

/** So many answers, one a minute. */
function answers(count: number) {
  return Array.from({ length: count }, (_, index) => anAnswerToAll({ text: `Svar ${index}`, at: later(index) }));
}

describe('an answer to all', () => {
  it('is told from the others by its time, also where clocks differ', () => {
    const first = withAnswerToAll([], anAnswerToAll({ at: START }));
    const second = withAnswerToAll(first, anAnswerToAll({ at: new Date(START.getTime() - 5_000) }));
    assert.deepEqual(
      second.map(({ at }) => at.getTime() - START.getTime()),
      [0, 1],
    );
  });

  it('is kept with the newest, by the round and by a department', () => {
    const all = answers(ANSWERS_TO_ALL_KEPT);
    const newest = anAnswerToAll({ text: 'Det nyeste', at: later(60) });
    const kept = [...all.slice(1), newest];
    assert.deepEqual(withAnswerToAll(all, newest), kept);
    assert.deepEqual(withAnswers(aRoundDepartment({ answersToAll: all }), [newest]).answersToAll, kept);
  });

  it('is missing in a department until that has got it, and in a locked one never', () => {
    const answersToAll = answers(3);
    const round = aRound({ answersToAll });
    assert.deepEqual(missingAnswers(round, aRoundDepartment()), answersToAll);
    const [first, ...others] = answersToAll;
    assert.ok(first);
    assert.deepEqual(missingAnswers(round, aRoundDepartment({ answersToAll: [first] })), others);
    assert.deepEqual(missingAnswers(round, aRoundDepartment({ answersToAll })), []);
    assert.deepEqual(missingAnswers(round, aRoundDepartment({ isLocked: true })), []);
  });

  it('is not shown beside the question to the department that has asked it', () => {
    const own = anAnswerToAll({ askedBy: aDepartmentId() });
    const other = anAnswerToAll();
    assert.deepEqual(othersAnswers(aRoundDepartment({ answersToAll: [own, other] })), [other]);
  });

  it('is unread until somebody in the department does something; the newest comes first', () => {
    const answersToAll = answers(3);
    assert.deepEqual(unreadAnswersToAll(aRoundDepartment({ answersToAll })), answersToAll.toReversed());
    const draft = aDraft({ at: later(1) });
    assert.deepEqual(unreadAnswersToAll(aRoundDepartment({ answersToAll, draft })), answersToAll.slice(2));
  });
});
