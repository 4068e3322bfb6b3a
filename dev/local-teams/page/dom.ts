type Child = Node | string;

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Makes an element. An attribute that is undefined or false is left out. An attribute that is true gets an empty value.
 */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** @param name one of the symbols in index.html */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** @throws Error if index.html has no such element */
export function byId<Element extends HTMLElement>(id: string, type: new () => Element): Element {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`there is no ${type.name} #${id}`);
  return element;
}

export interface Keyed<Item> {
  readonly element: HTMLElement;
  update(item: Item): void;
}

/**
 * Keeps one child of an element for each item of a list. While an item is in the list, its child is the same element,
 * so that the typed text and the focus remain.
 */
export function createKeyedList<Item>(
  parent: HTMLElement,
  keyOf: (item: Item) => string,
  create: (item: Item) => Keyed<Item>,
): { show(items: readonly Item[]): void } {
  const shown = new Map<string, Keyed<Item>>();
  return {
    show(items) {
      const wanted = new Set(items.map(keyOf));
      for (const [key, child] of shown) {
        if (wanted.has(key)) continue;
        child.element.remove();
        shown.delete(key);
      }
      let before: ChildNode | null = parent.firstChild;
      for (const item of items) {
        const key = keyOf(item);
        const child = shown.get(key) ?? create(item);
        shown.set(key, child);
        child.update(item);
        // An element loses its focus when it is moved, so only elements in the wrong position are moved.
        if (child.element === before) before = before.nextSibling;
        else parent.insertBefore(child.element, before);
      }
    },
  };
}
