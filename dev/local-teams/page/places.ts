import type { Overview } from '../page-view.js';
import { hueOf } from './avatar.js';
import { createKeyedList, icon, type Keyed, make } from './dom.js';

/** The id of the personal chat as a place. All other places have the id of a channel. */
export const CHAT = 'chat';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly unread: number;
  readonly isCurrent: boolean;
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** The list at the left: the chat with the bot, and the channels of each team. */
export function createPlaces(parent: HTMLElement, open: (place: string) => void) {
  const groups = createKeyedList<Group>(
    parent,
    ({ id }) => id,
    (group) => createGroup(group, open),
  );
  return {
    show({ teams, chatUnread, botName }: Overview, current: string): void {
      const chat = { id: CHAT, name: botName, unread: chatUnread, isCurrent: current === CHAT };
      groups.show([
        { id: CHAT, name: 'Chat', entries: [chat] },
        ...teams.map(({ id, name, channels }) => ({
          id,
          name,
          entries: channels.map((channel) => ({ ...channel, isCurrent: channel.id === current })),
        })),
      ]);
    },
  };
}

function createGroup({ id, name }: Group, open: (place: string) => void): Keyed<Group> {
  const headingId = `group-${id}`;
  const list = make('ul', { 'aria-labelledby': headingId });
  const entries = createKeyedList<Entry>(
    list,
    (entry) => entry.id,
    (entry) => createEntry(entry, open),
  );
  const mark = make('span', { class: 'team-mark', 'aria-hidden': 'true' }, name.slice(0, 1));
  mark.style.setProperty('--hue', hueOf(name));
  const heading = make('h2', { id: headingId }, ...(id === CHAT ? [] : [mark]), name);
  return { element: make('section', {}, heading, list), update: (group) => entries.show(group.entries) };
}

function createEntry({ id, name }: Entry, open: (place: string) => void): Keyed<Entry> {
  const count = make('span', { class: 'count', hidden: true });
  const button = make('button', { type: 'button', class: 'place' });
  if (id === CHAT) button.append(icon('chat'));
  button.append(make('span', { class: 'name' }, name), count);
  button.addEventListener('click', () => open(id));
  return {
    element: make('li', {}, button),
    update({ unread, isCurrent }) {
      count.hidden = unread === 0;
      count.replaceChildren(String(unread), make('span', { class: 'unseen' }, unread === 1 ? ' ulæst' : ' ulæste'));
      button.classList.toggle('unread', unread > 0);
      if (isCurrent) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
    },
  };
}
