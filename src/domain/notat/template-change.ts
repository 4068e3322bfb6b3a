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
  /** A page header or footer was left out, because no page shows it: that of a first or an even page, switched off. */
  | { readonly kind: 'unseen header'; readonly part: 'header' | 'footer'; readonly text: string }
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
  /** What an empty content control shows until somebody fills it in was taken out: `text`, which is empty for a picture. */
  | { readonly kind: 'placeholder'; readonly text: string; readonly place: TemplatePlace }
  /**
   * A field that shows what no notat has was taken out. `field` is Word's name for it, such as `MERGEFIELD`; `text` is what
   * it showed, or empty.
   */
  | { readonly kind: 'field taken out'; readonly field: string; readonly text: string; readonly place: TemplatePlace }
  /**
   * A list that Word had made of the template's headings, captions or other entries was taken out. It would tell of the
   * template, and not of the notat.
   */
  | { readonly kind: 'list taken out'; readonly list: TemplateList; readonly place: TemplatePlace }
  /** A field that Word could not update in a notat became the text that it showed, which can be empty. */
  | { readonly kind: 'field made text'; readonly field: string; readonly text: string; readonly place: TemplatePlace }
  /** A link to a file on a disk or among one person's files became the text that it had; empty for one without a text. */
  | { readonly kind: 'link to file'; readonly text: string; readonly place: TemplatePlace }
  /** Pictures of the format SVG could not be read, and the notat shows the copies that Word keeps beside them. */
  | { readonly kind: 'pictures as copies'; readonly count: number }
  /** Pictures of the format SVG could not be read, and have no copies. The notat is without them. */
  | { readonly kind: 'pictures taken out'; readonly count: number }
  /** Content controls with tags in them, and those that show data from elsewhere or a choice, became ordinary text. */
  | { readonly kind: 'controls made text'; readonly count: number }
  /** Changes of formatting that somebody had tracked are part of the document now. */
  | { readonly kind: 'tracked formatting'; readonly count: number }
  /** A picture that is in the file was linked to another file as well. The link was taken out. */
  | { readonly kind: 'linked picture'; readonly place: TemplatePlace }
  /** The workbooks that charts were made of, in the file or elsewhere, were left out. The charts look as before. */
  | { readonly kind: 'chart sources'; readonly count: number }
  /** The template, or a part of it, was protected against editing, with or without a password; its notats are not. */
  | { readonly kind: 'protection' }
  /** A field that shows where to write, and can run a macro, became the ordinary text that it shows. */
  | { readonly kind: 'macro button'; readonly text: string; readonly place: TemplatePlace }
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

/** What Word makes a list of: headings, captions, words or sources. */
export type TemplateList = 'contents' | 'captions' | 'index' | 'authorities';

/** The weightiest first: what others could have read, then what looks different, then what nobody sees. */
const KINDS: Readonly<Record<TemplateChange['kind'], true>> = {
  comments: true,
  'hidden text': true,
  'unseen header': true,
  'pictures taken out': true,
  'property shown': true,
  'field taken out': true,
  'list taken out': true,
  placeholder: true,
  'link to file': true,
  variables: true,
  'macro button': true,
  'hidden tag': true,
  'field made text': true,
  'pictures as copies': true,
  'tag respelt': true,
  'controls made text': true,
  'tracked formatting': true,
  'linked picture': true,
  'chart sources': true,
  protection: true,
  'attached template': true,
  'word template': true,
  'building blocks': true,
  properties: true,
  'part types': true,
  'more changes': true,
};
const WEIGHTIEST_FIRST = Object.keys(KINDS);

/**
 * The weightiest changes first, at most `max` of them, and the number of the rest. The same change in several places is one,
 * with the number of the other places.
 */
export function weightiestChanges(changes: readonly TemplateChange[], max: number): readonly TemplateChange[] {
  const sorted = eachOnce(changes).toSorted((one, other) => rank(one) - rank(other));
  const left = sorted.length - max;
  return left > 0 ? [...sorted.slice(0, max), { kind: 'more changes', count: left }] : sorted;
}

function rank({ kind }: TemplateChange): number {
  return WEIGHTIEST_FIRST.indexOf(kind);
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
