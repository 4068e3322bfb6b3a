import { z } from 'zod';
import type { Mention, WrittenMessage } from '../../conversation/acts.js';
import { ATTACHMENTS_MAX, ENTITIES_MAX, MESSAGE_HTML_MAX, MESSAGE_MAX, PERSON_NAME_MAX } from '../../domain/limits.js';
import { decodeEntities } from './html-entities.js';
import { cutAtMentions, withoutMentionTags } from './mention-tags.js';
import { type HtmlCopy, readHtmlCopy } from './message-html.js';

/** The result of reading a message. */
export type WrittenOutcome =
  | { readonly kind: 'message'; readonly message: WrittenMessage }
  | { readonly kind: 'too long'; readonly length: number };

/** The fields of an activity that a message is read from. */
export interface Written {
  readonly text?: unknown;
  readonly entities?: unknown;
  readonly attachments?: unknown;
  readonly recipient?: unknown;
}

const MentionEntity = z.object({
  type: z.literal('mention'),
  text: z.string().max(MESSAGE_MAX).optional().catch(undefined),
  mentioned: z.object({ id: z.string().min(1), name: z.string().min(1).optional().catch(undefined) }),
});

/** A mention as its entity in the activity describes it. */
interface Named {
  readonly id: string;
  readonly name: string | undefined;
  /** How it is written in the message: `<at>Karen Hansen</at>`. Undefined where the client does not say. */
  readonly tag: string | undefined;
}

const BOT = '28:';
const HTML = 'text/html';
const CARDS = /^application\/vnd\.microsoft\.(?:card|teams\.card)/iu;

/** Reads what someone wrote. The length is checked before anything else is done with the text. */
export function readWrittenMessage(activity: Written): WrittenOutcome {
  const text = typeof activity.text === 'string' ? activity.text : '';
  if (text.length > MESSAGE_MAX) return { kind: 'too long', length: text.length };
  const mentions = mentionsIn(activity.entities);
  const bot = botAmong(activity.recipient, mentions);
  const html = htmlCopyOf(activity.attachments);
  const plain = partsOf(text, mentions, bot, decodeEntities);
  // The HTML parser has already decoded the HTML entities.
  const fromHtml = html === undefined ? undefined : partsOf(html.text, mentions, bot, (words) => words);
  const parts = html !== undefined && fromHtml !== undefined && isBetter(html, fromHtml, plain) ? fromHtml : plain;
  const message = {
    parts,
    plain: plainOf(parts),
    hasFiles: hasFiles(activity.attachments) || html?.hasFiles === true,
  };
  const { length } = message.plain;
  return length > MESSAGE_MAX ? { kind: 'too long', length } : { kind: 'message', message };
}

/** The message as a reader sees it. */
function plainOf(parts: WrittenMessage['parts']): string {
  return withoutMentionTags(parts.map((part) => (typeof part === 'string' ? part : part.name)).join(''));
}

/** Whether a message has neither words nor attachments. A person cannot send such a message. */
export function isEmpty({ text, attachments }: Written): boolean {
  const words = typeof text === 'string' ? text : '';
  return words.length <= MESSAGE_MAX && decodeEntities(words).trim() === '' && !hasFiles(attachments);
}

function mentionsIn(entities: unknown): readonly Named[] {
  if (!Array.isArray(entities)) return [];
  return entities.slice(0, ENTITIES_MAX).flatMap((entity) => {
    const { data } = MentionEntity.safeParse(entity);
    if (data === undefined) return [];
    const { text, mentioned } = data;
    return [{ id: mentioned.id, name: mentioned.name?.slice(0, PERSON_NAME_MAX), tag: text || undefined }];
  });
}

/** The id and the names of the bot in this message. */
interface Addressed {
  readonly id: string;
  readonly names: ReadonlySet<string>;
}

/** Where the recipient has no id, the bot is the first bot that is mentioned. */
function botAmong(recipient: unknown, mentions: readonly Named[]): Addressed | undefined {
  const { data } = z.object({ id: z.string().optional(), name: z.string().optional() }).safeParse(recipient);
  const id = data?.id ?? mentions.find((mention) => mention.id.startsWith(BOT))?.id;
  if (id === undefined) return undefined;
  const names = [data?.name, ...mentions.filter((mention) => mention.id === id).map(({ name }) => name)];
  return { id, names: new Set(names.filter((name) => name !== undefined).map(nameKey)) };
}

/**
 * Cuts a text at its mentions. The entity with the same tag tells who is meant. Where the client leaves the tag out of
 * the entity, the entity with the same name tells it. Several entities with one name are used in their order. A tag
 * without an entity is read as words.
 *
 * @param decode decodes the HTML entities of the text
 */
function partsOf(
  text: string,
  mentions: readonly Named[],
  bot: Addressed | undefined,
  decode: (words: string) => string,
): WrittenMessage['parts'] {
  const found = new Set<Named>();
  const findMention = createMentionFinder(mentions, found);
  const parts = cutAtMentions(text).flatMap((cut): readonly (string | Mention)[] => {
    if ('text' in cut) return [decode(cut.text)];
    const name = decode(cut.name);
    const mention = findMention(cut.tag) ?? findMention(name);
    if (mention !== undefined) return [{ id: mention.id, name: mention.name ?? name }];
    return bot?.names.has(nameKey(name)) ? [{ id: bot.id, name }] : [name];
  });
  const ids = new Set([...found].map(({ id }) => id));
  const untagged = mentions.filter(({ id }) => !ids.has(id));
  const all = untagged.reduce<WrittenMessage['parts']>((cut, mention) => cutAtName(cut, mention, bot), parts);
  // The bot's mention becomes a space, so that the words on both sides are not joined.
  return all.map((part) => (typeof part !== 'string' && part.id === bot?.id ? ' ' : part));
}

/** Finds the mention for a tag or a name, and adds it to `found`. */
function createMentionFinder(mentions: readonly Named[], found: Set<Named>): (written: string) => Named | undefined {
  // For each tag and name, a stack of the mentions that are not found yet. The next mention is at its end. The last
  // mention stays in the stack, so that it is found again for further tags with the same name.
  const byKey = new Map<string, Named[]>();
  for (const mention of mentions.toReversed()) {
    const keys = new Set([mention.tag, mention.name].filter((key) => key !== undefined).map(nameKey));
    for (const key of keys) byKey.get(key)?.push(mention) ?? byKey.set(key, [mention]);
  }
  return (written) => {
    const left = byKey.get(nameKey(written)) ?? [];
    let mention = left.at(-1);
    while (left.length > 1 && mention !== undefined && found.has(mention)) {
      left.pop();
      mention = left.at(-1);
    }
    if (mention !== undefined) found.add(mention);
    return mention;
  };
}

/** Cuts the text at the name of a person who is mentioned in the entities, but has no tag in the text. */
function cutAtName(
  parts: WrittenMessage['parts'],
  { id, name, tag }: Named,
  bot: Addressed | undefined,
): WrittenMessage['parts'] {
  const written = [tag, name === undefined ? undefined : `@${name}`, name].filter((each) => each !== undefined);
  for (const sought of written.filter(({ length }) => length > 1)) {
    for (const [index, part] of parts.entries()) {
      const at = typeof part === 'string' ? part.indexOf(sought) : -1;
      if (typeof part !== 'string' || at < 0) continue;
      // The bot's name without a tag is an ordinary word, unless the message begins with it.
      if (id === bot?.id && sought === name && (index > 0 || part.slice(0, at).trim() !== '')) continue;
      const mention = { id, name: name ?? sought.replace(/^@/u, '') };
      const around = [part.slice(0, at), mention, part.slice(at + sought.length)];
      return [...parts.slice(0, index), ...around, ...parts.slice(index + 1)];
    }
  }
  return parts;
}

/** The same key for names that count as equal: letter case, HTML entities and spaces around the name are ignored. */
function nameKey(name: string): string {
  return decodeEntities(name)
    .replace(/\u00A0/gu, ' ')
    .trim()
    .toLocaleLowerCase('da');
}

function htmlCopyOf(attachments: unknown): HtmlCopy | undefined {
  for (const { contentType, content } of attachmentsIn(attachments)) {
    if (contentType !== HTML || typeof content !== 'string') continue;
    return content.length > MESSAGE_HTML_MAX ? undefined : readHtmlCopy(content);
  }
  return undefined;
}

/**
 * Whether the HTML copy tells more than the plain text. It must have the same words, or it is not a copy of this
 * message. In an answer to another message, the plain text begins with the quoted words, so it needs only to end with
 * the same words.
 */
function isBetter(html: HtmlCopy, fromHtml: WrittenMessage['parts'], plain: WrittenMessage['parts']): boolean {
  const [its, others] = [plainOf(fromHtml), plainOf(plain)];
  if (!html.hasStructure && !html.hasQuotation && linesOf(its) <= linesOf(others)) return false;
  const [itsLetters, otherLetters] = [lettersOf(its), lettersOf(others)];
  return html.hasQuotation ? otherLetters.endsWith(itsLetters) : itsLetters === otherLetters;
}

/** The letters alone, for comparing two copies with different spaces and punctuation. */
function lettersOf(text: string): string {
  return text.replace(/\P{L}+/gu, '');
}

function linesOf(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

/** Whether the attachments have files or pictures. A card among the attachments is the preview of a link. */
function hasFiles(attachments: unknown): boolean {
  return attachmentsIn(attachments).some(({ contentType }) => contentType !== HTML && !CARDS.test(contentType));
}

function attachmentsIn(attachments: unknown): readonly { readonly contentType: string; readonly content: unknown }[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.slice(0, ATTACHMENTS_MAX).flatMap((attachment) => {
    const { data } = z.object({ contentType: z.string(), content: z.unknown().optional() }).safeParse(attachment);
    return data === undefined ? [] : [{ contentType: data.contentType, content: data.content }];
  });
}
