import { lazy } from '../domain/lazy.js';
import type { Person } from '../domain/person.js';

const danishOr = lazy(() => new Intl.ListFormat('da-DK', { type: 'disjunction' }));
const danishAnd = lazy(() => new Intl.ListFormat('da-DK', { type: 'conjunction' }));
const englishOr = lazy(() => new Intl.ListFormat('en-GB', { type: 'disjunction' }));
const englishAnd = lazy(() => new Intl.ListFormat('en-GB', { type: 'conjunction' }));

/** `Åse Brøndum, Bo Friis eller Jonas Bech` */
export function danishAnyOf(people: readonly Person[]): string {
  return danishOr().format(names(people));
}

/** `Åse Brøndum, Bo Friis og Jonas Bech` */
export function danishAllOf(people: readonly Pick<Person, 'name'>[]): string {
  return danishAnd().format(names(people));
}

/** The same of names that are not people's. */
export function danishAllNames(all: readonly string[]): string {
  return danishAnd().format(all);
}

/** The same of names that are not people's. */
export function englishAllNames(all: readonly string[]): string {
  return englishAnd().format(all);
}

/** `Åse Brøndum, Bo Friis or Jonas Bech` */
export function englishAnyOf(people: readonly Person[]): string {
  return englishOr().format(names(people));
}

/** `Åse Brøndum, Bo Friis and Jonas Bech` */
export function englishAllOf(people: readonly Pick<Person, 'name'>[]): string {
  return englishAnd().format(names(people));
}

function names(people: readonly Pick<Person, 'name'>[]): readonly string[] {
  return people.map(({ name }) => name);
}
