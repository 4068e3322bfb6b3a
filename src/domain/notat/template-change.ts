import type { TemplatePlace } from './template-place.js';

/**
 * Something that the bot takes out or mends in its own copy of a template, each time that it uses the template. The
 * file as it was sent is kept. Texts are at most `TEMPLATE_QUOTE_MAX` characters, and lists at most
 * `TEMPLATE_NAMES_MAX` long.
 */
export type TemplateChange =
  /** Comments were taken out. `by` has the names of those who wrote them; `place` is that of the first. */
  | {
      readonly kind: 'comments';
      readonly count: number;
      readonly by: readonly string[];
      readonly place: TemplatePlace;
    }
  /** Hidden text was taken out. */
  | { readonly kind: 'hidden text'; readonly text: string; readonly place: TemplatePlace }
  /** A tag in hidden text is shown in the notat, and the hidden text around it was taken out. */
  | { readonly kind: 'hidden tag'; readonly tag: string; readonly place: TemplatePlace }
  /** Document variables were taken out. There can be more than are named. */
  | { readonly kind: 'variables'; readonly names: readonly string[]; readonly count: number }
  /**
   * A field or a content control showed a property of the template. `shows` is the tag that it shows instead, without
   * braces; undefined where it was taken out. `property` is Word's name, such as `AUTHOR`.
   */
  | {
      readonly kind: 'property shown';
      readonly property: string;
      readonly shows: string | undefined;
      readonly place: TemplatePlace;
    }
  /**
   * A tag that was written in another way, such as `{ Titel }`. `from` and `to` are with the braces. The two can look
   * the same: then `from` had hidden characters, or letters that only look like ours.
   */
  | { readonly kind: 'tag respelt'; readonly from: string; readonly to: string }
  /** Content controls with tags in them, and those that show data from elsewhere, became ordinary text. */
  | { readonly kind: 'controls made text'; readonly count: number }
  /** Changes of formatting that somebody had tracked are part of the document now. */
  | { readonly kind: 'tracked formatting'; readonly count: number }
  /** A picture that is in the file was linked to another file as well. The link was taken out. */
  | { readonly kind: 'linked picture'; readonly place: TemplatePlace }
  /** The template was protected against editing. Its notats are not. */
  | { readonly kind: 'protection' }
  /** A field that could run something became ordinary text. `field` is Word's name, such as `MACROBUTTON`. */
  | { readonly kind: 'field made text'; readonly field: string; readonly text: string; readonly place: TemplatePlace }
  /** The link to another template was taken out; `name` is the name of its file. */
  | { readonly kind: 'attached template'; readonly name: string }
  /** A template of Word, .dotx, is used as a document. */
  | { readonly kind: 'word template' }
  /** Building blocks (the glossary part), which no notat shows, were taken out. */
  | { readonly kind: 'building blocks' }
  /** The file told the types of its parts in a way that not all programs read. */
  | { readonly kind: 'part types' }
  /** The properties of the file, such as its author, do not come into a notat. `by` is its author, if it has one. */
  | { readonly kind: 'properties'; readonly by: string | undefined }
  /** The number of changes that are not listed. */
  | { readonly kind: 'more changes'; readonly count: number };

/** The weightiest first: what others could have read, then what looks different, then what nobody sees. */
const ORDER: Readonly<Record<TemplateChange['kind'], number>> = {
  comments: 0,
  'hidden text': 1,
  'property shown': 2,
  variables: 3,
  'field made text': 4,
  'hidden tag': 5,
  'tag respelt': 6,
  'controls made text': 7,
  'tracked formatting': 8,
  'linked picture': 9,
  protection: 10,
  'attached template': 11,
  'word template': 12,
  'building blocks': 13,
  properties: 14,
  'part types': 15,
  'more changes': 16,
};

/**
 * The weightiest changes first, at most `max` of them, and the number of the rest. The same change in several places is one,
 * with the number of the other places.
 */
export function weightiestChanges(changes: readonly TemplateChange[], max: number): readonly TemplateChange[] {
  const sorted = eachOnce(changes).toSorted((one, other) => ORDER[one.kind] - ORDER[other.kind]);
  const left = sorted.length - max;
  return left > 0 ? [...sorted.slice(0, max), { kind: 'more changes', count: left }] : sorted;
}

function eachOnce(changes: readonly TemplateChange[]): readonly TemplateChange[] {
  const each = new Map<string, TemplateChange>();
  for (const change of changes) {
    const { place, ...what } = { place: undefined, ...change };
    const key = JSON.stringify(what);
    const before = each.get(key);
    const isAgain = before !== undefined && 'place' in before;
    each.set(key, isAgain ? { ...before, place: oneMore(before.place) } : change);
  }
  return [...each.values()];
}

function oneMore(place: TemplatePlace): TemplatePlace {
  return { ...place, others: place.others + 1 };
}
