import { z } from 'zod';
import type { Mention, WrittenMessage } from '../../conversation/acts.js';
import { ATTACHMENTS_MAX, ENTITIES_MAX, MESSAGE_HTML_MAX, MESSAGE_MAX, PERSON_NAME_MAX } from '../../domain/limits.js';
import { decodeEntities } from './html-entities.js';
import { cutAtMentions, withoutMentionTags } from './mention-tags.js';
import { type HtmlCopy, readHtmlCopy } from './message-html.js';

/** What a message is before its words are read. */
export type WrittenOutcome =
  | { readonly kind: 'message'; readonly message: WrittenMessage }
  | { readonly kind: 'too long'; readonly length: number };

/** What a message is read from. */
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

/** A mention as its entity tells it. */
interface Named {
  readonly id: string;
  readonly name: string | undefined;
  /** How it stands in the message, where the client says so: `<at>Karen Hansen</at>`. */
  readonly tag: string | undefined;
}

const BOT = '28:';
const HTML = 'text/html';
const CARDS = /^application\/vnd\.microsoft\.(?:card|teams\.card)/iu;

/** Reads what someone wrote. Nothing of it is looked into before its length is known. */
export function readWrittenMessage(activity: Written): WrittenOutcome {
  const text = typeof activity.text === 'string' ? activity.text : '';
  if (text.length > MESSAGE_MAX) return { kind: 'too long', length: text.length };
  const mentions = mentionsIn(activity.entities);
  const bot = botAmong(activity.recipient, mentions);
  const html = htmlCopyOf(activity.attachments);
  const plain = partsOf(text, mentions, bot, decodeEntities);
  // The parser has read the entities of the HTML.
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

/** A message as its reader sees it. */
function plainOf(parts: WrittenMessage['parts']): string {
  return withoutMentionTags(parts.map((part) => (typeof part === 'string' ? part : part.name)).join(''));
}

/** Whether a message has neither words nor anything else to read: no person can write one. */
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

/** Who the bot is in this message, and what it is called. */
interface Addressed {
  readonly id: string;
  readonly names: ReadonlySet<string>;
}

/** Where the bot is not addressed by id, it is the first bot that is mentioned. */
function botAmong(recipient: unknown, mentions: readonly Named[]): Addressed | undefined {
  const { data } = z.object({ id: z.string().optional(), name: z.string().optional() }).safeParse(recipient);
  const id = data?.id ?? mentions.find((mention) => mention.id.startsWith(BOT))?.id;
  if (id === undefined) return undefined;
  const names = [data?.name, ...mentions.filter((mention) => mention.id === id).map(({ name }) => name)];
  return { id, names: new Set(names.filter((name) => name !== undefined).map(nameKey)) };
}

/**
 * Cuts a text up at its mentions. Whom a tag means is said by an entity of the same tag or, where the client leaves that
 * out, of the same name; several people of one name are taken in their order. A tag that means nobody is words.
 *
 * @param decode reads what stands for something else in the text
 */
function partsOf(
  text: string,
  mentions: readonly Named[],
  bot: Addressed | undefined,
  decode: (words: string) => string,
): WrittenMessage['parts'] {
  const found = new Set<Named>();
  const meant = finder(mentions, found);
  const parts = cutAtMentions(text).flatMap((cut): readonly (string | Mention)[] => {
    if ('text' in cut) return [decode(cut.text)];
    const name = decode(cut.name);
    const mention = meant(cut.tag) ?? meant(name);
    if (mention !== undefined) return [{ id: mention.id, name: mention.name ?? name }];
    return bot?.names.has(nameKey(name)) ? [{ id: bot.id, name }] : [name];
  });
  const ids = new Set([...found].map(({ id }) => id));
  const untagged = mentions.filter(({ id }) => !ids.has(id));
  const all = untagged.reduce<WrittenMessage['parts']>((cut, mention) => cutAtName(cut, mention, bot), parts);
  // A space, so that the words on both sides stay apart.
  return all.map((part) => (typeof part !== 'string' && part.id === bot?.id ? ' ' : part));
}

/** Finds who is meant by a tag or a name, and adds them to `found`. */
function finder(mentions: readonly Named[], found: Set<Named>): (written: string) => Named | undefined {
  // Of each name those who are left to be found, the next one last; and the last of all of them, who stays.
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

/** Finds someone whom the entities mention, but whose name stands in the text without a tag. */
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
      // The bot's bare name is a word like any other, unless the message begins with it.
      if (id === bot?.id && sought === name && (index > 0 || part.slice(0, at).trim() !== '')) continue;
      const mention = { id, name: name ?? sought.replace(/^@/u, '') };
      const around = [part.slice(0, at), mention, part.slice(at + sought.length)];
      return [...parts.slice(0, index), ...around, ...parts.slice(index + 1)];
    }
  }
  return parts;
}

/** Two names that are read as one: letter case, entities and what stands around them do not count. */
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
 * Whether the HTML copy says more than the plain text. It must have the same words, or the last of them where it
 * answers another message, whose words the plain text repeats; a copy of something else is not what was written.
 */
function isBetter(html: HtmlCopy, fromHtml: WrittenMessage['parts'], plain: WrittenMessage['parts']): boolean {
  const [its, others] = [plainOf(fromHtml), plainOf(plain)];
  if (!html.hasStructure && !html.hasQuotation && linesOf(its) <= linesOf(others)) return false;
  const [itsLetters, otherLetters] = [lettersOf(its), lettersOf(others)];
  return html.hasQuotation ? otherLetters.endsWith(itsLetters) : itsLetters === otherLetters;
}

/** What two copies of the same words have in common, whatever stands between them. */
function lettersOf(text: string): string {
  return text.replace(/\P{L}+/gu, '');
}

function linesOf(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

/** Files and pictures, as attachments tell of them. A card that came along is a preview of a link. */
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
