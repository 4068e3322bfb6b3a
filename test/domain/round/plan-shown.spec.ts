import assert from 'node:assert/strict';
import {
  isAsShown,
  PLAN_SHOWN_MAX,
  parsePlanShown,
  planShown,
  untouchedFields,
} from '../../../src/domain/round/plan-shown.js';
import { formValuesOf, type RoundFormValues } from '../../../src/domain/round/round-form.js';
import { aPlan } from '../../support/builders.js';

const VALUES = formValuesOf(aPlan());
const SHOWN = planShown(VALUES);

describe('what a card showed of a plan', () => {
  it('tells the fields that say the same: all, or all but those that were changed', () => {
    const fields = Object.keys(VALUES).toSorted();
    assert.deepEqual([...untouchedFields(SHOWN, VALUES)], fields);
    const changed = { ...VALUES, title: `${VALUES.title}.`, to: VALUES.title, departments: ['a', 'b'] };
    assert.deepEqual(
      [...untouchedFields(SHOWN, changed)],
      fields.filter((field) => !['title', 'to', 'departments'].includes(field)),
    );
  });

  it('is so of a plan that says it all, whatever the order of its departments, and not where one field differs', () => {
    const chosen = { ...VALUES, departments: ['a', 'b'] };
    assert.ok(isAsShown(planShown(chosen), { ...chosen, departments: ['b', 'a'] }));
    assert.ok(!isAsShown(planShown(chosen), { ...chosen, departments: ['b'] }));
    assert.ok(!isAsShown(SHOWN, { ...VALUES, introduction: 'x' }));
  });

  it('says nothing of a field that the card did not have', () => {
    const more = { ...VALUES, newField: 'x' } as RoundFormValues;
    assert.ok(isAsShown(SHOWN, more));
  });

  it('is read as cards carry it, and not beyond its limit', () => {
    assert.equal(parsePlanShown(SHOWN), SHOWN);
    const longest = 'a'.repeat(PLAN_SHOWN_MAX);
    assert.equal(parsePlanShown(longest), longest);
    for (const sent of [`${longest}aaaaaaa`, SHOWN.slice(1), `${SHOWN.slice(1)}_`, '', 7, undefined]) {
      assert.equal(parsePlanShown(sent), undefined);
    }
  });
});
