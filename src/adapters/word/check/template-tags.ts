import { HEADER_FIELD_NAMES, HEADER_FIELDS, type HeaderFieldName } from '../../../domain/notat/notat-header.js';

/**
 * What a tag stands for: a text to show, a condition for showing a passage, or a loop with tags of its own. A condition
 * or a loop is opened with `#` (or with `^` for its opposite) and closed with `/`.
 */
export type TagMeaning = 'text' | 'condition' | TagGroup;

export interface TagGroup {
  readonly [tag: string]: TagMeaning;
}

const LINE = {
  afsnit: 'condition',
  punkt: 'condition',
  nummereret: 'condition',
  bemærkning: 'condition',
  nummer: 'text',
  tekst: 'text',
} as const satisfies TagGroup;

type HeaderTag = (typeof HEADER_FIELDS)[HeaderFieldName]['tag'];

/** One value for each tag that stands for a field of the header. */
export function eachHeaderTag<Value>(
  make: (tag: HeaderTag, field: HeaderFieldName) => Value,
): Readonly<Record<HeaderTag, Value>> {
  const values = HEADER_FIELD_NAMES.map((field) => {
    const { tag } = HEADER_FIELDS[field];
    return [tag, make(tag, field)] as const;
  });
  return Object.fromEntries(values) as Record<HeaderTag, Value>; // TypeScript does not keep the type of the keys.
}

/**
 * All tags that a template can use. They are in Danish, because municipalities make the templates. docs/skabelon.md
 * explains each tag. `templateData` gives their values.
 */
export const TEMPLATE_TAGS = {
  titel: 'text',
  dokumenttype: 'text',
  notatnummer: 'text',
  dato: 'text',
  ...eachHeaderTag(() => 'text' as const),
  status: 'text',
  foreløbigt: 'condition',
  endeligt: 'condition',
  indledning: LINE,
  fagområder: { fagområde: 'text', fortsat: 'condition', svar: LINE },
  oprindelsesside: 'condition',
  oprindelser: {
    fagområde: 'text',
    svaretaf: 'text',
    godkendtaf: 'text',
    modtaget: 'text',
    version: 'text',
  },
} as const satisfies TagGroup;

/** The names of all tags, each once. */
export function tagNames(group: TagGroup = TEMPLATE_TAGS): readonly string[] {
  const names = Object.entries(group).flatMap(([tag, meaning]) =>
    typeof meaning === 'object' ? [tag, ...tagNames(meaning)] : [tag],
  );
  return [...new Set(names)];
}
