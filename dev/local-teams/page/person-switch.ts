import type { PersonView } from '../page-view.js';
import { make } from './dom.js';

const KINDS: readonly (readonly [PersonView['kind'], string])[] = [
  ['member', 'I kommunen'],
  ['guest', 'Gæster'],
  ['outsider', 'Fra andre organisationer'],
];

/** Chooses the person that the user acts as. The value of an option is the person's id, and `data-name` is the name. */
export function createPersonSwitch(select: HTMLSelectElement, choose: (person: string) => void) {
  let shown = '';
  select.addEventListener('change', () => choose(select.value));
  return {
    show(people: readonly PersonView[], current: string): void {
      const look = JSON.stringify(people);
      if (look !== shown) select.replaceChildren(...KINDS.flatMap(([kind, label]) => groupOf(people, kind, label)));
      shown = look;
      select.value = current;
    },
  };
}

function groupOf(people: readonly PersonView[], kind: PersonView['kind'], label: string): readonly HTMLElement[] {
  const options = people
    .filter((person) => person.kind === kind)
    .map(({ id, name, title, unread }) => {
      const count = unread > 0 ? ` (${unread})` : '';
      return make('option', { value: id, 'data-name': name }, `${name}${title === '' ? '' : `, ${title}`}${count}`);
    });
  return options.length === 0 ? [] : [make('optgroup', { label }, ...options)];
}
