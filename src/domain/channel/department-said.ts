import { cleanLine } from '../text/clean-text.js';
import type { PlacedDepartment } from './department.js';
import { departmentNameKey } from './department-name.js';

/**
 * The department that a command names, among those of its channel: the only one whose name stands in it as words of their
 * own. A name that stands only inside a longer one that is named does not count.
 *
 * @param said the words of a command, at most `COMMAND_MAX`
 * @returns undefined where none is named, or several
 */
export function departmentSaid(said: string, departments: readonly PlacedDepartment[]): PlacedDepartment | undefined {
  let rest = ` ${foldedWords(said)} `;
  const named: PlacedDepartment[] = [];
  const longestFirst = departments.toSorted((one, other) => other.department.name.length - one.department.name.length);
  for (const placed of longestFirst) {
    const name = ` ${foldedWords(departmentNameKey(placed.department.name))} `;
    if (name.trim() === '' || !rest.includes(name)) continue;
    named.push(placed);
    rest = rest.replaceAll(name, ' ');
  }
  const [only, ...others] = named;
  return others.length === 0 ? only : undefined;
}

/** Lower case, with one space in place of all that is no letter or number. */
function foldedWords(text: string): string {
  return cleanLine(text)
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
