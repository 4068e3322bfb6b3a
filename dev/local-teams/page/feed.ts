import type { FeedItemView, Overview } from '../page-view.js';
import { byId, createKeyedList, icon, type Keyed, make } from './dom.js';
import { timeInWords } from './time.js';

export interface Feed {
  show(overview: Overview): void;
  close(): void;
}

/** The bell in the bar, with the number of unread lines, and the activity feed that it opens. */
export function createFeed(button: HTMLButtonElement, open: (item: FeedItemView) => void): Feed {
  const panel = byId('feed', HTMLElement);
  const count = make('span', { class: 'bell-count', hidden: true });
  const nothing = make('p', { class: 'feed-nothing' }, 'Ingen notifikationer endnu.');
  const list = make('ul');
  let botName = '';
  const lines = createKeyedList<FeedItemView>(
    list,
    ({ message }) => message,
    (item) => createLine(item, botName, choose),
  );
  button.append(icon('bell'), count);
  panel.append(make('h2', { class: 'feed-heading' }, 'Aktivitet'), nothing, list);

  function toggle(isOpen: boolean): void {
    if (!isOpen && panel.contains(document.activeElement)) button.focus();
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) panel.querySelector('button')?.focus();
  }
  function choose(item: FeedItemView): void {
    toggle(false);
    open(item);
  }

  button.addEventListener('click', () => toggle(panel.hidden === true));
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !panel.contains(target) && !button.contains(target)) toggle(false);
  });

  return {
    show({ feed, botName: name }) {
      botName = name;
      const unread = feed.filter(({ isRead }) => !isRead).length;
      const label = unread === 0 ? 'Aktivitet' : `Aktivitet, ${unread} ${unread === 1 ? 'ulæst' : 'ulæste'}`;
      button.setAttribute('aria-label', label);
      count.textContent = String(unread);
      count.hidden = unread === 0;
      nothing.hidden = feed.length > 0;
      lines.show(feed);
    },
    close: () => toggle(false),
  };
}

function createLine(item: FeedItemView, botName: string, choose: (item: FeedItemView) => void): Keyed<FeedItemView> {
  const { channel, summary, at } = item;
  const what = channel === undefined ? `${botName} skrev til dig` : `${botName} nævnte dig i ${channel}`;
  const unread = make('span', { class: 'unseen' }, 'Ulæst: ');
  const button = make(
    'button',
    { type: 'button', class: 'feed-line' },
    make('span', { class: 'feed-what' }, unread, what),
    make('time', { class: 'feed-time', datetime: at }, timeInWords(new Date(at))),
    make('span', { class: 'feed-summary' }, summary),
  );
  button.addEventListener('click', () => choose(item));
  return {
    element: make('li', {}, button),
    update({ isRead }) {
      unread.hidden = isRead;
      button.classList.toggle('unread', !isRead);
    },
  };
}
