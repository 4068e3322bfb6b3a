import { createRequire } from 'node:module';
import { type Card, createCardRenderer } from '../../src/cards/render.js';

/** Draws the templates that are shipped. */
export const render = createCardRenderer(new URL('../../../cards/', import.meta.url));

/** A part of a card that has a type. */
export type Part = Readonly<Record<string, unknown>> & { readonly type: string };

/** One text in a card, and what it is of its part. */
export interface CardString {
  readonly part: Part | undefined;
  readonly property: string;
  readonly text: string;
}

/** The card, and every part in it, fallbacks included, in the order they are written. */
export function partsOf(card: Card): readonly Part[] {
  return [...walk(card)].flatMap(({ part, property }) => (property === 'type' && part !== undefined ? [part] : []));
}

export function partsOfType(card: Card, type: string): readonly Part[] {
  return partsOf(card).filter((part) => part.type === type);
}

export function stringsIn(card: Card): readonly CardString[] {
  return [...walk(card)];
}

/** What a reader sees as running text, a line for each block. */
export function shownText(card: Card): string {
  const blocks = partsOf(card).filter(({ type }) => type === 'TextBlock' || type === 'RichTextBlock');
  return blocks
    .map((block) =>
      block.type === 'TextBlock' ? withoutTags(block) : partsOfType(block, 'TextRun').map(textOf).join(''),
    )
    .join('\n');
}

export function textRuns(card: Card): readonly string[] {
  return partsOfType(card, 'TextRun').map(textOf);
}

/** Teams shows the name in a mention. */
function withoutTags(block: Part): string {
  return textOf(block).replace(/<\/?at>/gu, '');
}

function textOf(part: Part): string {
  return String(part['text']);
}

function* walk(value: unknown, part?: Part, property = ''): Generator<CardString> {
  if (typeof value === 'string') yield { part, property, text: value };
  if (Array.isArray(value)) for (const item of value) yield* walk(item, part, property);
  if (isObject(value)) {
    const inside = isPart(value) ? value : part;
    for (const [key, item] of Object.entries(value)) yield* walk(item, inside, key);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPart(value: Readonly<Record<string, unknown>>): value is Part {
  return typeof value['type'] === 'string';
}

interface ParseContext {
  readonly eventCount: number;
  getEventAt(index: number): { readonly message: string };
}

/** What we use of Microsoft's renderer. Its package's own entry needs a browser; this file of it does not. */
interface AdaptiveCards {
  readonly AdaptiveCard: new () => {
    parse(card: unknown, context: ParseContext): void;
    validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
  };
  readonly SerializationContext: new (version: unknown) => ParseContext;
  readonly Versions: { readonly v1_5: unknown };
}

const require = createRequire(import.meta.url);
const { AdaptiveCard, SerializationContext, Versions } =
  require('adaptivecards/dist/adaptivecards.js') as AdaptiveCards;

/**
 * What Microsoft's own renderer finds wrong with a card as one of version 1.5. The card's language is left out: the
 * renderer refuses every second one it is shown (its pattern is global, so that it goes on where it stopped).
 */
export function findingsIn({ lang, ...json }: Card): readonly string[] {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(json, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsing, ...card.validateProperties().validationEvents.map(({ message }) => message)];
}
