import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Template } from 'adaptivecards-templating';
import { lazy } from '../domain/lazy.js';

/** An Adaptive Card as JSON. */
export type Card = Readonly<Record<string, unknown>>;

export type CardName =
  | 'approval'
  | 'ask-dialog'
  | 'ask-secretariat'
  | 'asked-question'
  | 'change-form'
  | 'closed'
  | 'closing'
  | 'deadline'
  | 'decline'
  | 'declined'
  | 'department-form'
  | 'digest'
  | 'edit-dialog'
  | 'final-notat'
  | 'find-department'
  | 'follow-up'
  | 'help'
  | 'kept-dialog'
  | 'more-time'
  | 'notat'
  | 'notat-part'
  | 'notice'
  | 'personal-notice'
  | 'question'
  | 'receipt'
  | 'reminder-plan'
  | 'reply-dialog'
  | 'request'
  | 'round-facts'
  | 'round-form'
  | 'round-preview'
  | 'round-started'
  | 'rounds'
  | 'setup'
  | 'status'
  | 'template'
  | 'templates'
  | 'versions'
  | 'withdrawal'
  | 'withdrawn'
  | 'written';

export type CardRenderer = (name: CardName, data: object) => Card;

/** A renderer whose templates are prepared when they are first needed. */
export interface FolderRenderer extends CardRenderer {
  /**
   * Prepares a template, so that its first card is rendered as fast as the next ones. The first call also loads the
   * packages that parse templates, which takes much longer than a template does. It throws if the template cannot be
   * parsed. Nobody has to call it.
   */
  prepare(name: CardName): void;
}

/** A template, and what is known of it. */
interface Prepared {
  readonly template: Template;
  readonly conditions: readonly string[];
}

/** Loads a package in the middle of a function. An `import` there would make the function asynchronous. */
const require = createRequire(import.meta.url);

const EXPRESSION = '${';
/** U+FDD0 is put between `$` and `{` in the data. Unicode reserves this code point: no text should contain it. */
const DISARMED = '$\uFDD0{';

/**
 * Reads the files once. A template is parsed when it is first needed, and the packages that parse it are loaded then.
 * Together that takes longer than the whole rest of the start. Rendering fails if the data lacks a name that the template uses, so that no person sees
 * `${…}`. The data itself is never read as a template: `${…}` in it stays as it is.
 *
 * @param folder the /cards folder
 */
export function createCardRenderer(folder: URL): FolderRenderer {
  const templates = new Map(
    readdirSync(fileURLToPath(folder))
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const payload: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
        return [file.replace(/\.json$/u, ''), lazy(() => prepare(payload))] as const;
      }),
  );
  const prepared = (name: CardName) => {
    const found = templates.get(name);
    if (found === undefined) throw new Error(`there is no card template '${name}'`);
    return found();
  };
  const render: CardRenderer = (name, data) => {
    const { template, conditions } = prepared(name);
    const known = new Map<string, unknown>(Object.entries(data));
    const unknown = conditions.filter((condition) => typeof known.get(condition) !== 'boolean');
    if (unknown.length > 0) throw new Error(`card '${name}' was not told ${unknown.join(', ')}`);
    // Most cards have no such text. A copy of the data, and one of the card, would take as long as the drawing.
    const isArmed = firstString(data, hasExpression) !== undefined;
    const card: unknown = template.expand({ $root: isArmed ? mapStrings(data, disarm) : data });
    const left = firstString(card, hasExpression);
    if (left !== undefined) throw new Error(`card '${name}' was given no value for ${left}`);
    return (isArmed ? mapStrings(card, rearm) : card) as Card;
  };
  return Object.assign(render, { prepare: (name: CardName) => void prepared(name) });
}

function prepare(payload: unknown): Prepared {
  const templating = require('adaptivecards-templating') as typeof import('adaptivecards-templating');
  return { template: new templating.Template(payload), conditions: conditionsIn(payload) };
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

function hasExpression(text: string): boolean {
  return text.includes(EXPRESSION);
}

/** The first text inside a value that is such a text. */
function firstString(value: unknown, isSuch: (text: string) => boolean): string | undefined {
  if (typeof value === 'string') return isSuch(value) ? value : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    const found = firstString(item, isSuch);
    if (found !== undefined) return found;
  }
  return undefined;
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}
