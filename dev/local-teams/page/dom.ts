type Child = Node | string;

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Makes an element. An attribute that is undefined or false is left out; one that is true is empty. */
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

/** @throws when index.html has no such element */
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
 * Keeps the children of an element in step with a list, one for each item: a child whose item is still there stays
 * the same element, so that what is typed in it, and its focus, remain.
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
        // Moving an element takes its focus away, so only what is out of place is moved.
        if (child.element === before) before = before.nextSibling;
        else parent.insertBefore(child.element, before);
      }
    },
  };
}
