import type { Action } from 'adaptivecards';
import { make } from './dom.js';

/** The space between the button and its menu, and between the menu and the edge of the window, in pixels. */
const GAP = 4;

/**
 * Opens the menu with the secondary actions of a card at the pressed button. The arrow keys, Home and End move in it.
 * Escape, Tab and a click elsewhere close it.
 */
export function openOverflowMenu(actions: readonly Action[], button: HTMLElement): void {
  const items = actions.map((action) => createItem(action));
  const menu = make('div', { class: 'menu-list', role: 'menu', popover: 'auto' }, ...items);
  menu.setAttribute('aria-label', button.getAttribute('aria-label') ?? '');
  menu.addEventListener('keydown', (event) => {
    const target = targetOf(event.key, items);
    if (event.key === 'Tab') menu.hidePopover();
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  });
  menu.addEventListener('beforetoggle', ({ newState }) => {
    button.setAttribute('aria-expanded', String(newState === 'open'));
  });
  menu.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed') menu.remove();
  });
  for (const [index, item] of items.entries()) {
    item.addEventListener('click', () => {
      menu.hidePopover();
      button.focus();
      actions[index]?.execute();
    });
  }
  button.setAttribute('aria-haspopup', 'menu');
  button.after(menu);
  menu.showPopover();
  placeAt(menu, button.getBoundingClientRect());
  items[0]?.focus();
}

function createItem({ title, isEnabled, style }: Action): HTMLButtonElement {
  const item = make('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, title ?? '');
  item.disabled = !isEnabled;
  item.classList.toggle('destructive', style === 'destructive');
  return item;
}

function targetOf(key: string, items: readonly HTMLButtonElement[]): HTMLButtonElement | undefined {
  const enabled = items.filter(({ disabled }) => !disabled);
  const current = enabled.findIndex((item) => item.matches(':focus'));
  const next: Readonly<Record<string, number>> = {
    ArrowDown: (current + 1) % enabled.length,
    ArrowUp: (current + enabled.length - 1) % enabled.length,
    Home: 0,
    End: enabled.length - 1,
  };
  const index = next[key];
  return index === undefined ? undefined : enabled[index];
}

/** Places the menu below the button if there is room, otherwise above it, and always inside the window. */
function placeAt(menu: HTMLElement, at: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const hasRoomBelow = at.bottom + GAP + height <= innerHeight - GAP;
  const top = hasRoomBelow ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height);
  menu.style.top = `${top}px`;
  menu.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - GAP - width))}px`;
}
