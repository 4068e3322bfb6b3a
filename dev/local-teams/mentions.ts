import { type Card, isObject, partsOf } from './card-actions.js';

/** A person or a bot that can be mentioned with an `@`. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A piece of a message that is cut at its mentions: the text between two mentions, or who is mentioned. */
export type TextPart = string | Named;

/**
 * A mention as an activity's entity, after
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
 */
export interface MentionEntity {
  readonly type: 'mention';
  readonly mentioned: Named;
  readonly text: string;
}

/** Finds every `@` that is followed by one of the names. If two names match, the longer one is used. */
export function splitAtMentions(text: string, named: readonly Named[]): readonly TextPart[] {
  const longestFirst = named.toSorted((one, other) => other.name.length - one.name.length);
  const parts: TextPart[] = [''];
  for (let at = 0; at < text.length; ) {
    const found = longestFirst.find(({ name }) => text.startsWith(`@${name}`, at));
    const last = parts.length - 1;
    if (found === undefined) parts[last] = `${parts[last]}${text[at]}`;
    else parts.push(found, '');
    at += found === undefined ? 1 : found.name.length + 1;
  }
  return parts;
}

/** The text as it is in activities. */
export function taggedText(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : tagOf(part))).join('');
}

export function mentionEntities(parts: readonly TextPart[]): readonly MentionEntity[] {
  return mentioned(parts).map(({ id, name }) => ({ type: 'mention', mentioned: { id, name }, text: tagOf({ name }) }));
}

/**
 * The mentions among the entities of an activity, or of a card. An entity without all that Teams needs is left out, as
 * Teams ignores it.
 */
export function mentionsIn(entities: unknown): readonly MentionEntity[] {
  return (Array.isArray(entities) ? entities : []).flatMap((entity) => {
    const { type, text, mentioned: who } = isObject(entity) ? entity : {};
    const { id, name } = isObject(who) ? who : {};
    const isTag = typeof text === 'string' && /^<at>.+<\/at>$/su.test(text);
    if (type !== 'mention' || !isTag || typeof id !== 'string' || typeof name !== 'string') return [];
    return [{ type, mentioned: { id, name }, text }];
  });
}

/** The mentions that a card brings with it, whether its texts have them or not. */
export function mentionsOf({ msteams }: Card): readonly MentionEntity[] {
  return mentionsIn(isObject(msteams) ? msteams['entities'] : undefined);
}

/**
 * The mentions of a card whose text is on the card to the letter. Teams looks for it only in text blocks and in facts,
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format ("mention support").
 * What is hidden, or belongs to a button, does not count here, because Microsoft does not say whether it does.
 */
export function mentionsThatNotify(card: Card): readonly MentionEntity[] {
  const texts = [...partsOf(card, isInSight)].flatMap(textsThatMention);
  return mentionsOf(card).filter(({ text }) => texts.some((each) => each.includes(text)));
}

/** The text as people read it. */
export function withoutTags(text: string, mentions: readonly MentionEntity[]): string {
  return mentions.reduce(
    (words, { text: tag }) => words.split(tag).join(tag.slice('<at>'.length, -'</at>'.length)),
    text,
  );
}

/** Teams also sends every message as HTML, with the mentions as numbered `span` elements. */
export function mentionsAsHtml(parts: readonly TextPart[]): string {
  const html = parts.map((part, index) => (typeof part === 'string' ? escapeHtml(part) : span(part, parts, index)));
  return `<div><div>${html.join('')}</div></div>`;
}

function isInSight({ type, isVisible }: Card): boolean {
  return isVisible !== false && !String(type).startsWith('Action.');
}

function textsThatMention({ type, text, facts }: Card): readonly string[] {
  if (type === 'TextBlock') return [String(text)];
  if (type !== 'FactSet' || !Array.isArray(facts)) return [];
  return facts.filter(isObject).flatMap(({ title, value }) => [String(title), String(value)]);
}

function span({ name }: Named, parts: readonly TextPart[], index: number): string {
  const number = mentioned(parts.slice(0, index)).length;
  const attributes = `itemscope="" itemtype="http://schema.skype.com/Mention" itemid="${number}"`;
  return `<span ${attributes}>${escapeHtml(name)}</span>`;
}

function mentioned(parts: readonly TextPart[]): readonly Named[] {
  return parts.filter((part) => typeof part !== 'string');
}

function tagOf({ name }: Pick<Named, 'name'>): string {
  return `<at>${name}</at>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
