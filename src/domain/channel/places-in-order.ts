import type { DepartmentId } from '../ids.js';
import { inRoundOrder, type OtherDepartment } from './department.js';

/** The places that departments get: only of those whose place changes. */
export type ChangedPlaces = ReadonlyMap<DepartmentId, number>;

/**
 * Puts a department after another one among the notat's rows, or first. Few departments get another place: the one that
 * is moved gets a number between its neighbours' where there is one, and those before it that have none get one too.
 *
 * @param after the department that it is to follow; undefined to put it first
 * @returns undefined where one of the two is not there
 */
export function placesAfterMove(
  departments: readonly OtherDepartment[],
  moved: DepartmentId,
  after: DepartmentId | undefined,
): ChangedPlaces | undefined {
  const present = inRoundOrder(departments);
  const it = present.find(({ department }) => department.id === moved);
  const rest = present.filter((each) => each !== it);
  const index = after === undefined ? 0 : rest.findIndex(({ department }) => department.id === after) + 1;
  if (it === undefined || (after !== undefined && index === 0)) return undefined;
  if (present[index] === it) return new Map();
  const [before, behind] = [rest.slice(0, index), rest.slice(index)];
  const places = new Map<DepartmentId, number>();
  let last: number | undefined;
  for (const { department, order } of before) {
    last = order ?? (last ?? 0) + 1;
    if (order === undefined) places.set(department.id, last);
  }
  const place = placeBetween(last, behind[0]?.order);
  if (place === undefined) return numbered([...before, it, ...behind]);
  return places.set(moved, place);
}

/** Sorts departments by name, in the Danish alphabet. */
export function placesByName(departments: readonly OtherDepartment[]): ChangedPlaces {
  return numbered(departments.toSorted((one, other) => one.department.name.localeCompare(other.department.name, 'da')));
}

/** @returns undefined where no number is between the two */
function placeBetween(before: number | undefined, behind: number | undefined): number | undefined {
  if (before === undefined) return (behind ?? 2) - 1;
  if (behind === undefined) return before + 1;
  const middle = (before + behind) / 2;
  return before < middle && middle < behind ? middle : undefined;
}

function numbered(departments: readonly OtherDepartment[]): ChangedPlaces {
  return new Map(
    departments.flatMap(({ department, order }, index) => (order === index + 1 ? [] : [[department.id, index + 1]])),
  );
}
