import { TEMPLATE_MAX_TAGS, TEMPLATE_TAG_MAX } from '../../../domain/limits.js';
import type { TemplateLoop, TemplateRefusal } from '../../../domain/notat/template-problem.js';
import { textOf, type WordFile, type WordPart } from '../file/word-parts.js';
import { contentOf, elementsOf } from '../file/xml-tree.js';
import { nearest } from './nearest.js';
import { type TagGroup, type TagMeaning, TEMPLATE_TAGS } from './template-tags.js';

/** The tags that a template uses, and what is wrong with its tags. */
export interface TagReading {
  readonly problems: readonly TemplateRefusal[];
  /** The known tags that are used, each with the loop that it belongs to: see `usedTag`. */
  readonly used: ReadonlySet<string>;
}

interface OpenLoop {
  readonly tag: string;
  /** The tags that are known only inside the loop; undefined for a condition. */
  readonly group: TagGroup | undefined;
  readonly isKnown: boolean;
}

/** The name of a tag in `TagReading.used`: `svar/tekst`, or `/titel` for a tag that belongs to no loop. */
export function usedTag(tag: string, loop: string | undefined): string {
  return `${loop ?? ''}/${tag}`;
}

/** A tag in braces, or a single brace. A tag cannot continue in the next paragraph. */
const TAGS = /\{(?<tag>[^{}\n]*)\}|[{}](?=(?<after>.{0,30}))/gu;
/** The beginning of a loop: `#`, `^` for the opposite, or `-w:tr` and a space for a loop over the whole table row. */
const OPENING = /^(?:[#^]|-\S+\s)\s*(?<tag>\S.*)$/u;

/** Reads the tags in all parts of a template as docxtemplater does, but continues after an error. */
export function readTags(file: WordFile): TagReading {
  const parts = file.partsOf(
    ...(['document', 'header', 'footer', 'footnotes', 'comments'] as const),
    ...(['properties', 'moreProperties', 'ownProperties'] as const),
  );
  const texts = parts.map(textWithTags);
  if (hasTooManyTags(texts)) {
    const count = TEMPLATE_MAX_TAGS + 1;
    return { problems: [{ kind: 'too many', what: 'tags', count, max: TEMPLATE_MAX_TAGS }], used: new Set() };
  }
  const readings = texts.map(readTagsIn);
  return {
    problems: readings.flatMap(({ problems }) => problems),
    used: new Set(readings.flatMap(({ used }) => [...used])),
  };
}

/** Stops counting at the limit. */
function hasTooManyTags(texts: readonly string[]): boolean {
  let left = TEMPLATE_MAX_TAGS;
  for (const text of texts) {
    for (const _tag of text.matchAll(TAGS)) {
      left -= 1;
      if (left < 0) return true;
    }
  }
  return false;
}

function textWithTags({ kind, xml }: WordPart): string {
  if (!/properties$/iu.test(kind)) return textOf(xml);
  const properties = elementsOf(xml, '*').filter(({ children }) =>
    children.every((child) => typeof child === 'string'),
  );
  return properties.map(contentOf).join('\n');
}

function readTagsIn(text: string): TagReading {
  const problems: TemplateRefusal[] = [];
  const used = new Set<string>();
  let open: readonly OpenLoop[] = [];
  for (const { 0: found, groups } of text.matchAll(TAGS)) {
    const tag = groups?.['tag']?.trim();
    if (tag === undefined) {
      problems.push({ kind: 'stray brace', text: `${found}${groups?.['after'] ?? ''}` });
    } else if (tag.length > TEMPLATE_TAG_MAX) {
      problems.push({ kind: 'long tag', tag, length: tag.length, max: TEMPLATE_TAG_MAX });
    } else if (tag.startsWith('/')) {
      const closed = closeLoop(open, tag.slice(1).trim());
      open = closed.open;
      problems.push(...closed.problems);
    } else {
      const opened = OPENING.exec(tag)?.groups?.['tag']?.trim();
      const meaning = meaningOf(opened ?? tag, open);
      problems.push(...(opened === undefined ? textProblems(tag, open) : loopProblems(opened, open)));
      if (meaning !== undefined) used.add(usedTag(opened ?? tag, ownerOf(opened ?? tag, open)?.tag));
      if (opened !== undefined) open = [...open, loopOf(opened, meaning)];
    }
  }
  problems.push(...open.map(({ tag }) => ({ kind: 'unclosed loop', tag }) as const));
  return { problems, used };
}

function loopOf(tag: string, meaning: TagMeaning | undefined): OpenLoop {
  return { tag, group: typeof meaning === 'object' ? meaning : undefined, isKnown: meaning !== undefined };
}

/** `{/}` closes the loop that was opened last. */
function closeLoop(
  open: readonly OpenLoop[],
  tag: string,
): { readonly open: readonly OpenLoop[]; readonly problems: readonly TemplateRefusal[] } {
  const index = tag === '' ? open.length - 1 : open.findLastIndex((loop) => loop.tag === tag);
  if (index < 0) return { open, problems: [{ kind: 'unopened loop', tag }] };
  const unclosed = open.slice(index + 1).map((loop) => ({ kind: 'unclosed loop', tag: loop.tag }) as const);
  return { open: open.slice(0, index), problems: unclosed };
}

function textProblems(tag: string, open: readonly OpenLoop[]): readonly TemplateRefusal[] {
  if (tag.startsWith('@')) return [{ kind: 'markup tag', tag: tag.slice(1).trim() }];
  const meaning = meaningOf(tag, open);
  if (meaning === undefined) return unknownTagProblems(tag, open);
  return meaning === 'text' ? [] : [{ kind: 'not a text', tag }];
}

function loopProblems(tag: string, open: readonly OpenLoop[]): readonly TemplateRefusal[] {
  const meaning = meaningOf(tag, open);
  if (meaning === undefined) return unknownTagProblems(tag, open);
  const outer = open.findLast(({ group }) => group !== undefined);
  if (outer === undefined || typeof meaning !== 'object') return [];
  return outer.group !== undefined && Object.hasOwn(outer.group, tag)
    ? []
    : [{ kind: 'loop in loop', tag, outer: outer.tag }];
}

function meaningOf(tag: string, open: readonly OpenLoop[]): TagMeaning | undefined {
  const group: TagGroup = ownerOf(tag, open)?.group ?? TEMPLATE_TAGS;
  return Object.hasOwn(group, tag) ? group[tag] : undefined;
}

/** The loop that a tag belongs to: the innermost open loop that has the tag. */
function ownerOf(tag: string, open: readonly OpenLoop[]): OpenLoop | undefined {
  return open.findLast(({ group }) => group !== undefined && Object.hasOwn(group, tag));
}

function unknownTagProblems(tag: string, open: readonly OpenLoop[]): readonly TemplateRefusal[] {
  const elsewhere = loopsWith(tag, TEMPLATE_TAGS);
  if (elsewhere.length === 0) return [{ kind: 'unknown tag', tag, nearest: nearest(tag, tagNames(TEMPLATE_TAGS)) }];
  // If the name of an open loop is misspelt, all tags in it look misplaced, so they are not reported.
  return open.some(({ isKnown }) => !isKnown) ? [] : [{ kind: 'misplaced tag', tag, loops: elsewhere }];
}

/** The loops that the tag can be used in. */
function loopsWith(tag: string, group: TagGroup): readonly TemplateLoop[] {
  return Object.entries(group).flatMap(([loop, meaning]) => {
    if (typeof meaning !== 'object') return [];
    const inner = loopsWith(tag, meaning);
    return Object.hasOwn(meaning, tag) && isLoop(loop) ? [loop, ...inner] : inner;
  });
}

function isLoop(tag: string): tag is TemplateLoop {
  const loops: Readonly<Record<TemplateLoop, true>> = {
    indledning: true,
    fagområder: true,
    svar: true,
    oprindelser: true,
  };
  return Object.hasOwn(loops, tag);
}

function tagNames(group: TagGroup): readonly string[] {
  const names = Object.entries(group).flatMap(([tag, meaning]) =>
    typeof meaning === 'object' ? [tag, ...tagNames(meaning)] : [tag],
  );
  return [...new Set(names)];
}
