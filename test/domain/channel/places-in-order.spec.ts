import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inRoundOrder, type OtherDepartment } from '../../../src/domain/channel/department.js';
import { type ChangedPlaces, placesAfterMove, placesByName } from '../../../src/domain/channel/places-in-order.js';
import { aDepartmentId, anOtherDepartment, START } from '../../support/builders.js';

const place = fc.option(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, min: 0, max: 2 })), {
  nil: undefined,
});
/** Departments as they may be, with places that earlier moves gave them, or without. */
const departments = fc.array(place, { minLength: 1, maxLength: 12 }).map((orders) =>
  orders.map((order, n) => {
    const registeredAt = new Date(START.getTime() + n * 60_000);
    return anOtherDepartment(`Område-${n}`.replace('å', 'aa'), { order, registeredAt });
  }),
);

const idsOf = (all: readonly OtherDepartment[]) => inRoundOrder(all).map(({ department }) => department.id);

function after(all: readonly OtherDepartment[], places: ChangedPlaces | undefined): readonly OtherDepartment[] {
  assert.ok(places);
  return all.map((each) => ({ ...each, order: places.get(each.department.id) ?? each.order }));
}

describe('moving a department among the notat’s rows', () => {
  it('puts it after the other one, or first, and leaves all others in their order', () => {
    fc.assert(
      fc.property(departments, fc.nat(), fc.option(fc.nat(), { nil: undefined }), (all, from, to) => {
        const present = idsOf(all);
        const moved = present[from % present.length];
        const rest = present.filter((id) => id !== moved);
        const behind = to === undefined || rest.length === 0 ? undefined : rest[to % rest.length];
        assert.ok(moved);
        const index = behind === undefined ? 0 : rest.indexOf(behind) + 1;
        const expected = [...rest.slice(0, index), moved, ...rest.slice(index)];
        assert.deepEqual(idsOf(after(all, placesAfterMove(all, moved, behind))), expected);
      }),
    );
  });

  const three = ['A', 'B', 'C'].map((name, n) => anOtherDepartment(name, { order: n + 1 }));
  const [a, b, c] = ['a', 'b', 'c'].map((id) => aDepartmentId(id));
  assert.ok(a && b && c);

  it('changes the place of that one alone where there is room', () => {
    assert.deepEqual(placesAfterMove(three, c, a), new Map([[c, 1.5]]));
    assert.deepEqual(placesAfterMove(three, c, undefined), new Map([[c, 0]]));
    assert.deepEqual(placesAfterMove(three, a, c), new Map([[a, 4]]));
  });

  it('changes nothing where it stands there', () => {
    assert.deepEqual(placesAfterMove(three, b, a), new Map());
  });

  it('numbers all where no number is between two', () => {
    const crowded = three.map((each) => ({ ...each, order: 7 }));
    assert.deepEqual([...(placesAfterMove(crowded, c, a) ?? [])].length, 3);
  });

  it('is not possible for one that is not there, nor after one that is not there', () => {
    const gone = aDepartmentId('vaek');
    assert.deepEqual([placesAfterMove(three, gone, a), placesAfterMove(three, a, gone)], [undefined, undefined]);
  });
});

describe('sorting the notat’s rows by name', () => {
  it('follows the Danish alphabet, and changes nothing the next time', () => {
    const ids = ['z', 'ae', 'oe', 'aa'];
    const all = ['Zoo', 'Æ', 'Ø', 'Å'].map((name, n) => {
      const each = anOtherDepartment(ids[n] ?? '');
      return { ...each, department: { ...each.department, name } };
    });
    const sorted = after(all.toReversed(), placesByName(all.toReversed()));
    assert.deepEqual(idsOf(sorted), ids);
    assert.deepEqual(placesByName(sorted), new Map());
  });
});
