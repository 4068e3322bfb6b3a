import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Template } from 'adaptivecards-templating';

/** An Adaptive Card as JSON. */
export type Card = Readonly<Record<string, unknown>>;

export type CardName =
  | 'approval'
  | 'closed'
  | 'closing'
  | 'decline'
  | 'declined'
  | 'follow-up'
  | 'help'
  | 'notat'
  | 'notat-part'
  | 'notice'
  | 'question'
  | 'receipt'
  | 'request'
  | 'round-form'
  | 'round-preview'
  | 'round-started'
  | 'status'
  | 'template'
  | 'versions';

export type CardRenderer = (name: CardName, data: object) => Card;

const EXPRESSION = '${';
/** U+FDD0 is put between `$` and `{` in the data. Unicode reserves this code point: no text should contain it. */
const DISARMED = '$\uFDD0{';

/**
 * Reads the templates once. Rendering fails if the data lacks a name that the template uses, so that no person sees
 * `${…}`. The data itself is never read as a template: `${…}` in it stays as it is.
 *
 * @param folder the /cards folder
 */
export function createCardRenderer(folder: URL): CardRenderer {
  const templates = new Map(
    readdirSync(fileURLToPath(folder))
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const payload: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
        const template = { template: new Template(payload), conditions: conditionsIn(payload) };
        return [file.replace(/\.json$/u, ''), template] as const;
      }),
  );
  return (name, data) => {
    const found = templates.get(name);
    if (found === undefined) throw new Error(`there is no card template '${name}'`);
    const { template, conditions } = found;
    const known = new Map<string, unknown>(Object.entries(data));
    const unknown = conditions.filter((condition) => typeof known.get(condition) !== 'boolean');
    if (unknown.length > 0) throw new Error(`card '${name}' was not told ${unknown.join(', ')}`);
    const card: unknown = template.expand({ $root: mapStrings(data, disarm) });
    refuseLeftOver(name, card);
    return mapStrings(card, rearm) as Card;
  };
}

/**
 * The names in the `$when` conditions of a template. Without a value, the part would be left out and nobody would
 * notice.
 */
function conditionsIn(template: unknown): readonly string[] {
  if (Array.isArray(template)) return template.flatMap(conditionsIn);
  if (template === null || typeof template !== 'object') return [];
  return Object.entries(template).flatMap(([key, value]) =>
    key === '$when' ? [String(value).replace(/^\$\{|\}$/gu, '')] : conditionsIn(value),
  );
}

function disarm(text: string): string {
  return text.replaceAll(EXPRESSION, DISARMED);
}

function rearm(text: string): string {
  return text.replaceAll(DISARMED, EXPRESSION);
}

function refuseLeftOver(name: string, card: unknown): void {
  mapStrings(card, (text) => {
    if (text.includes(EXPRESSION)) throw new Error(`card '${name}' was given no value for ${text}`);
    return text;
  });
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}
