import { make } from './dom.js';

/**
 * Draws the tags in an element's text, such as `<at>Anne Jensen</at>`, as names. A tag that is not among them is drawn as
 * it is written, as Teams does (MicrosoftDocs/msteams-docs issue 1058).
 */
export function drawMentions(element: Element, tags: readonly string[]): void {
  for (const tag of new Set(tags)) {
    for (const text of textsOf(element)) {
      const parts = text.data.split(tag);
      const name = tag.replaceAll(/<\/?at>/gu, '');
      const named = (part: string) => [make('span', { class: 'mentioned' }, name), part];
      if (parts.length > 1) text.replaceWith(...parts.flatMap((part, index) => (index === 0 ? [part] : named(part))));
    }
  }
}

function textsOf(element: Element): readonly Text[] {
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof Element) return textsOf(node);
    return node instanceof Text ? [node] : [];
  });
}
