import type PizZip from 'pizzip';
import { meantTag } from './tag-spelling.js';

/** A tag that stands in a notat, although it should have been filled. */
export interface VisibleTag {
  /** The name of the part of the file. */
  readonly part: string;
  /** Without its braces, such as `#svar`. */
  readonly tag: string;
}

/** From a brace to the next, whatever mark-up lies between. Each character is looked at once. */
const BETWEEN_BRACES = /\{(?<inside>[^{}]*)\}/gu;
const MARKUP = /<[^<>]*>/gu;
/** What ends a line: a tag never goes on after it, and two lines that someone typed are no tag. */
const END_OF_LINE = /<(?:\/w:p|\/a:p|w:br|w:cr|w:tab)\b/u;
/** `{` or `}` as a reference. Ordinary programs write braces as they are. */
const BRACE_REFERENCE = /&#(?:x0*7[bd]|0*12[35]);/giu;
/** Parts that Word shows as they are, or whose attributes it shows. */
export const XML_PART = /\.(?:xml|rels|vml)$/iu;

const NONE: ReadonlySet<string> = new Set();

/**
 * A last look at a written notat: the tags that are still in it, anywhere in its parts, as text or in an attribute, also
 * where they are spread over runs. Custom XML is not looked at, because nothing shows it.
 *
 * @param zip decompressed. What people have typed in braces counts too, if it is a tag
 */
export function visibleTags(zip: PizZip): readonly VisibleTag[] {
  return Object.keys(zip.files)
    .filter((name) => XML_PART.test(name) && !name.startsWith('customXml/'))
    .flatMap((part) => [...tagsIn(zip.files[part]?.asText() ?? '')].map((tag) => ({ part, tag })));
}

/** The tags in XML or in any other text, each once and without its braces. */
export function tagsIn(text: string): ReadonlySet<string> {
  const plain = text.includes('&#') ? text.replace(BRACE_REFERENCE, brace) : text;
  if (!plain.includes('{')) return NONE;
  return new Set(
    [...plain.matchAll(BETWEEN_BRACES)].flatMap(({ groups }) => {
      const inside = groups?.['inside'] ?? '';
      // `{/}` closes any loop, so only a notat that was not filled at all would have it.
      return END_OF_LINE.test(inside) ? [] : (meantTag(inside.replace(MARKUP, '')) ?? []);
    }),
  );
}

function brace(reference: string): string {
  return /b;|123/iu.test(reference) ? '{' : '}';
}
