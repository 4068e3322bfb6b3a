import { PERSON_NAME_MAX } from '../limits.js';
import type { Person } from '../person.js';
import { cleanLine } from '../text/clean-text.js';

/**
 * The people whose names have every word of a search in them, in any order and whatever the capital letters.
 *
 * @param search as someone typed it. Nobody is called what is longer than a name may be, or nothing
 */
export function calledSo<Each extends { readonly person: Person }>(
  people: readonly Each[],
  search: string,
): readonly Each[] {
  const words = search.length > PERSON_NAME_MAX ? [] : folded(search).split(' ');
  const [first] = words;
  if (first === undefined || first === '') return [];
  return people.filter(({ person }) => {
    const name = folded(person.name);
    return words.every((word) => name.includes(word));
  });
}

function folded(name: string): string {
  return cleanLine(name).toLocaleLowerCase('da').normalize('NFC');
}
