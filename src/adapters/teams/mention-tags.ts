/**
 * How a mention stands in a message: `<at>Karen Hansen</at>`, in some clients with an attribute or two. Each of its
 * repetitions begins with a character that the one before it cannot hold, so that the pattern is linear.
 */
const MENTION = /<at(?:\s+[\w-]+="[^"<>]*"|\s+[\w-]+='[^'<>]*')*\s*>(?<name>[^<>]*)<\/at\s*>/giu;
const TAG = /^<\/?at(?:\s+[\w-]+="[^"<>]*"|\s+[\w-]+='[^'<>]*')*\s*\/?>$/iu;

/** The longest tag that is looked for, in characters. Of a longer one the sign is taken out alone. */
const TAG_MAX = 200;

/** What is left of a tag that nobody closed: its signs, but not the words after them. */
const LEFT_OVER = /(?<!<\/?)(?:<\/?)+(?=at\b)/giu;

/** A text cut up at its mentions: what lies between them, and what stands in them. */
export type Cut = { readonly text: string } | { readonly tag: string; readonly name: string };

/** Cuts a text up at everything that is written as a mention, whoever is meant. */
export function cutAtMentions(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  for (const found of text.matchAll(MENTION)) {
    cuts.push({ text: text.slice(from, found.index) }, { tag: found[0], name: found.groups?.['name'] ?? '' });
    from = found.index + found[0].length;
  }
  cuts.push({ text: text.slice(from) });
  return cuts;
}

/**
 * The text without the tags of mentions, whole or not, also those that come about when another is taken out; what
 * stands in them stays. A sign before the word *at* goes too, so that none of them can reach an answer.
 */
export function withoutMentionTags(text: string): string {
  if (!/<\/?at/iu.test(text)) return text;
  const kept: string[] = [];
  const openings: number[] = [];
  for (const character of text) {
    kept.push(character);
    if (character === '<') openings.push(kept.length - 1);
    if (character !== '>') continue;
    const from = openings.pop();
    if (from !== undefined && isTag(kept, from)) kept.length = from;
  }
  return kept.join('').replace(LEFT_OVER, '');
}

function isTag(characters: readonly string[], from: number): boolean {
  return characters.length - from <= TAG_MAX && TAG.test(characters.slice(from).join(''));
}
