/**
 * A mention in a message: `<at>Karen Hansen</at>`. Some clients add attributes. Each repetition in the pattern begins
 * with a character that the repetition before it cannot match, so the pattern runs in linear time.
 */
const MENTION = /<at(?:\s+[\w-]+="[^"<>]*"|\s+[\w-]+='[^'<>]*')*\s*>(?<name>[^<>]*)<\/at\s*>/giu;
const TAG = /^<\/?at(?:\s+[\w-]+="[^"<>]*"|\s+[\w-]+='[^'<>]*')*\s*\/?>$/iu;

/** The longest tag that is removed whole, in characters. From a longer one only the `<` is removed. */
const TAG_MAX = 200;

/** The signs `<` or `</` of a tag that is not closed, without the words after them. */
const LEFT_OVER = /(?<!<\/?)(?:<\/?)+(?=at\b)/giu;

/** A piece of a text that is cut at its mentions: the text between two mentions, or a mention. */
export type Cut = { readonly text: string } | { readonly tag: string; readonly name: string };

/** Cuts a text at everything that is written as a mention, without finding out who is meant. */
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
 * Removes the tags of mentions and keeps the text inside them. It also removes incomplete tags, and tags that appear
 * when another tag inside them is removed. So no tag of a mention can get into an answer.
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
