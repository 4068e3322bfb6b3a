import { TEMPLATE_MAX_TAGS, TEMPLATE_TAG_MAX } from '../../../domain/limits.js';
import type { TemplatePart, TemplatePlace } from '../../../domain/notat/template-place.js';
import type { TemplateLoop, TemplateRefusal } from '../../../domain/notat/template-problem.js';
import type { WordFile } from '../file/word-parts.js';
import { eachOnce, type FoundRefusal } from './each-once.js';
import { nearest } from './nearest.js';
import { type PartReading, wordsNear } from './part-reading.js';
import { meantTag } from './tag-spelling.js';
import { type TagGroup, type TagMeaning, TEMPLATE_TAGS, tagNames } from './template-tags.js';
import { tagsIn, XML_PART } from './visible-tags.js';

/** The tags that a template uses, and what is wrong with its tags. */
export interface TagReading {
  readonly problems: readonly TemplateRefusal[];
  /** The known tags that are used, each with the loop that it belongs to: see `usedTag`. */
  readonly used: ReadonlySet<string>;
  /** The known tags by name, each with the parts that it is in. */
  readonly parts: ReadonlyMap<string, ReadonlySet<TemplatePart>>;
  /** Where each loop or condition is opened for the first time. */
  readonly opened: ReadonlyMap<string, TemplatePlace>;
}

interface OpenLoop {
  readonly tag: string;
  /** The tags that are known only inside the loop; undefined for a condition. */
  readonly group: TagGroup | undefined;
  readonly isKnown: boolean;
  /** Where it is opened, as an index of the text. */
  readonly at: number;
}

/** The name of a tag in `TagReading.used`: `svar/tekst`, or `/titel` for a tag that belongs to no loop. */
export function usedTag(tag: string, loop: string | undefined): string {
  return `${loop ?? ''}/${tag}`;
}

/** A tag in two braces or in one, or a single brace. A tag cannot continue in the next paragraph. */
const TAGS = /\{\{(?<doubled>[^{}\n]*)\}\}|\{(?<tag>[^{}\n]*)\}|[{}](?=(?<after>.{0,30}))/gu;
/** The beginning of a loop: `#`, `^` for the opposite, or `-w:tr` and a space for a loop over the whole table row. */
const OPENING = /^(?:[#^]|-\S+\s)\s*(?<tag>\S.*)$/u;

/**
 * Reads the tags in all parts of a template as docxtemplater does, but continues after an error.
 *
 * @param readings the parts that show text
 */
export function readTags(file: WordFile, readings: readonly PartReading[]): TagReading {
  const collected: Collected = { problems: [], used: new Set(), parts: new Map(), opened: new Map() };
  if (hasTooManyTags(readings)) {
    const count = TEMPLATE_MAX_TAGS + 1;
    return { ...collected, problems: [{ kind: 'too many', what: 'tags', count, max: TEMPLATE_MAX_TAGS }] };
  }
  for (const reading of readings) readTagsIn(reading, collected);
  collected.problems.push(...unfilledTags(file, readings));
  return { ...collected, problems: eachOnce(collected.problems) };
}

interface Collected {
  readonly problems: FoundRefusal[];
  readonly used: Set<string>;
  readonly parts: Map<string, Set<TemplatePart>>;
  readonly opened: Map<string, TemplatePlace>;
}

/** Stops counting at the limit. */
function hasTooManyTags(readings: readonly PartReading[]): boolean {
  let left = TEMPLATE_MAX_TAGS;
  for (const { text } of readings) {
    for (const _tag of text.matchAll(TAGS)) {
      left -= 1;
      if (left < 0) return true;
    }
  }
  return false;
}

/** Tags in what is shown but never filled, such as an alternative text. */
function unfilledTags(file: WordFile, readings: readonly PartReading[]): readonly TemplateRefusal[] {
  const read = new Set(readings.map(({ name }) => name));
  const inParts = readings.flatMap((reading) =>
    reading.unfilled.map(({ tag, part, at, words }) => {
      const near = part === 'setting' || part === 'link' ? '' : wordsNear(words);
      return { kind: 'tag not filled', tag, place: { ...reading.placeAt(at), part, near } } as const;
    }),
  );
  const elsewhere = file.names
    .filter((name) => XML_PART.test(name) && !read.has(name) && !/^(?:customXml|docProps)\//u.test(name))
    .flatMap((name) => {
      const isLinks = name.endsWith('.rels');
      const part = isLinks ? 'link' : 'setting';
      const place = { part, row: undefined, isInTextBox: false, near: '', others: 0 } as const;
      return [...tagsIn(isLinks ? withBraces(file.textOf(name)) : file.textOf(name))].map(
        (tag) => ({ kind: 'tag not filled', tag, place }) as const,
      );
    });
  return [...inParts, ...elsewhere];
}

/** An address has its braces, and letters such as å, as references: https://www.rfc-editor.org/rfc/rfc3986#section-2.1 */
function withBraces(addresses: string): string {
  return addresses.replace(/%7B(?:[^%"<>]|%(?!7D)[0-9A-F]{2})*%7D/giu, (tag) => {
    try {
      return decodeURIComponent(tag);
    } catch {
      // Not UTF-8, and so no tag of ours.
      return tag;
    }
  });
}

function readTagsIn(reading: PartReading, { problems, used, parts, opened }: Collected): void {
  let open: readonly OpenLoop[] = [];
  const place = (at: number) => reading.placeAt(at);
  const report = (at: number, found: readonly Unplaced[]) => {
    for (const problem of found) problems.push({ ...problem, place: place(at), isCopy: reading.isCopyAt(at) });
  };
  for (const { 0: found, index: at, groups } of reading.text.matchAll(TAGS)) {
    const tag = groups?.['tag']?.trim();
    const doubled = groups?.['doubled']?.trim();
    if (doubled !== undefined && isOfOthers(doubled)) {
      const short = doubled.slice(0, TEMPLATE_TAG_MAX);
      report(at, [{ kind: 'unknown tag', tag: `{${short}}`, nearest: nearest(short, tagNames()) }]);
    } else if (tag === undefined) {
      report(at, [{ kind: 'stray brace', text: `${found}${groups?.['after'] ?? ''}` }]);
    } else if (tag.length > TEMPLATE_TAG_MAX) {
      report(at, [{ kind: 'long tag', tag, length: tag.length, max: TEMPLATE_TAG_MAX }]);
    } else if (tag.startsWith('/')) {
      const closed = closeLoop(open, tag.slice(1).trim());
      open = closed.open;
      report(at, closed.problems);
      for (const unclosed of closed.unclosed) report(unclosed.at, [{ kind: 'unclosed loop', tag: unclosed.tag }]);
      const loop = closed.loop;
      if (loop !== undefined && !reading.canRepeat(loop.at, at))
        report(loop.at, [{ kind: 'loop across places', tag: loop.tag }]);
    } else {
      const loop = OPENING.exec(tag)?.groups?.['tag']?.trim();
      const name = loop ?? tag;
      const meaning = meaningOf(name, open);
      report(at, loop === undefined ? textProblems(tag, open) : loopProblems(loop, open));
      if (meaning !== undefined) {
        used.add(usedTag(name, ownerOf(name, open)?.tag));
        parts.set(name, (parts.get(name) ?? new Set()).add(reading.part));
      }
      if (loop !== undefined) {
        open = [...open, loopOf(loop, meaning, at)];
        if (!opened.has(loop)) opened.set(loop, place(at));
      }
    }
  }
  for (const { tag, at } of open) report(at, [{ kind: 'unclosed loop', tag }]);
}

/** Whether what stands between two pairs of braces is a tag of another program. Our own have been mended by now. */
function isOfOthers(doubled: string): boolean {
  return doubled !== '' && meantTag(doubled) === undefined;
}

type Placed = Extract<TemplateRefusal, { readonly place: TemplatePlace }>;
/** A problem whose place is added when it is reported. */
type Unplaced = Placed extends infer Each ? (Each extends Placed ? Omit<Each, 'place'> : never) : never;

function loopOf(tag: string, meaning: TagMeaning | undefined, at: number): OpenLoop {
  return { tag, group: typeof meaning === 'object' ? meaning : undefined, isKnown: meaning !== undefined, at };
}

/** What a closing tag does. */
interface Closed {
  readonly open: readonly OpenLoop[];
  readonly problems: readonly Unplaced[];
  /** The loop that it closes. */
  readonly loop: OpenLoop | undefined;
  /** Loops inside that one, which are not closed. */
  readonly unclosed: readonly OpenLoop[];
}

/** `{/}` closes the loop that was opened last. */
function closeLoop(open: readonly OpenLoop[], tag: string): Closed {
  const index = tag === '' ? open.length - 1 : open.findLastIndex((loop) => loop.tag === tag);
  if (index < 0) return { open, problems: [{ kind: 'unopened loop', tag }], loop: undefined, unclosed: [] };
  return { open: open.slice(0, index), problems: [], loop: open[index], unclosed: open.slice(index + 1) };
}

function textProblems(tag: string, open: readonly OpenLoop[]): readonly Unplaced[] {
  if (tag.startsWith('@')) return [{ kind: 'markup tag', tag: tag.slice(1).trim() }];
  const meaning = meaningOf(tag, open);
  if (meaning === undefined) return unknownTagProblems(tag, open);
  return meaning === 'text' ? [] : [{ kind: 'not a text', tag }];
}

function loopProblems(tag: string, open: readonly OpenLoop[]): readonly Unplaced[] {
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

function unknownTagProblems(tag: string, open: readonly OpenLoop[]): readonly Unplaced[] {
  const elsewhere = loopsWith(tag, TEMPLATE_TAGS);
  if (elsewhere.length === 0) return [{ kind: 'unknown tag', tag, nearest: nearest(tag, tagNames()) }];
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
