import { DEPARTMENT_NAME_MAX } from '../limits.js';
import { asSearched } from '../text/searched.js';
import { idAndName, type RoundDepartment, type UnreadableDepartment } from './round.js';

/**
 * The departments whose names have every word of a text, in any order and spelt in small letters or capitals. Those whose
 * names begin with the text come first. A part of a word is enough, so that people need not write names out.
 *
 * @param search as it was typed; one without words, or longer than any name, finds nothing
 */
export function departmentsNamed<Department extends RoundDepartment | UnreadableDepartment>(
  departments: readonly Department[],
  search: string,
): readonly Department[] {
  if (search.length > DEPARTMENT_NAME_MAX) return [];
  const wanted = asSearched(search);
  if (wanted === '') return [];
  const words = wanted.split(' ').filter((word) => word !== '');
  const named = departments.map((department) => ({ department, name: asSearched(idAndName(department).name) }));
  const found = named.filter(({ name }) => words.every((word) => name.includes(word)));
  const [first, others] = [true, false].map((begins) => found.filter(({ name }) => name.startsWith(wanted) === begins));
  return [...(first ?? []), ...(others ?? [])].map(({ department }) => department);
}
