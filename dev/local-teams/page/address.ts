import type { Overview, PersonView } from '../page-view.js';
import { CHAT } from './places.js';

/**
 * The address of the page: `?person=<name>&channel=<team>/<channel>&theme=light|dark`. The name of a channel without
 * its team is enough, and `chat` is the personal chat. The page chooses a value for what is left out or unknown.
 */
export interface Address {
  readonly person: PersonView | undefined;
  readonly place: string | undefined;
}

export function readAddress({ people, teams }: Overview): Address {
  const query = new URLSearchParams(location.search);
  const channel = query.get('channel');
  const named = teams.flatMap((team) =>
    team.channels.map(({ id, name }) => ({ id, name, full: `${team.name}/${name}` })),
  );
  const place = named.find(({ full }) => full === channel) ?? named.find(({ name }) => name === channel);
  return {
    person: people.find(({ name }) => name === query.get('person')),
    place: channel === CHAT ? CHAT : place?.id,
  };
}

/** Writes what is shown to the address, so that the page shows the same after it is loaded again. */
export function writeAddress({ people, teams }: Overview, personId: string, placeId: string): void {
  const url = new URL(location.href);
  const person = people.find(({ id }) => id === personId);
  const team = teams.find(({ channels }) => channels.some(({ id }) => id === placeId));
  const channel = team?.channels.find(({ id }) => id === placeId);
  url.searchParams.set('person', person?.name ?? '');
  url.searchParams.set('channel', channel === undefined ? CHAT : `${team?.name}/${channel.name}`);
  history.replaceState(null, '', url);
}
