import { isObject } from '../local-teams/card-actions.js';
import { cardText } from '../local-teams/card-text.js';
import { type Differing, type Verdict, verdictOn } from './known-differences.js';
import type { RecordedExchange } from './recorder.js';
import { attachmentIn, shownIn } from './shown.js';

/**
 * A difference. In `where` are the activities or requests that have it, and in `what` their fields. Several are joined
 * with commas.
 */
export interface Difference extends Differing {
  /** undefined where nobody has found out yet which is right. */
  readonly verdict: Verdict | undefined;
}

export interface Comparison {
  /** How many fields of activities and of requests look the same. */
  readonly same: number;
  readonly differences: readonly Difference[];
}

/** By activity or request, then by field: the forms that the value has. */
type Facts = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Compares the HTTP traffic of two runs of the same flow. It compares the shapes, and not the values. */
export function compare(playground: readonly RecordedExchange[], local: readonly RecordedExchange[]): Comparison {
  const [theirs, ours] = [factsOf(playground), factsOf(local)];
  const all: Difference[] = [];
  const add = (differing: Differing) => all.push({ ...differing, verdict: verdictOn(differing) });
  let same = 0;
  for (const where of new Set([...theirs.keys(), ...ours.keys()])) {
    const [there, here] = [theirs.get(where), ours.get(where)];
    if (there === undefined || here === undefined) {
      const [playground, local] = [there, here].map((facts) => (facts === undefined ? '(absent)' : '(played)'));
      add({ where, what: 'all of it', playground: String(playground), local: String(local) });
      continue;
    }
    for (const what of new Set([...there.keys(), ...here.keys()])) {
      const [playground, local] = [looksIn(there.get(what)), looksIn(here.get(what))];
      if (playground === local) same += 1;
      else add({ where, what, playground, local });
    }
  }
  return { same, differences: joined(joined(all, 'where'), 'what') };
}

/** Joins the differences that are equal in everything except `by` to one. */
function joined(differences: readonly Difference[], by: 'where' | 'what'): readonly Difference[] {
  const lines = new Map<string, Difference>();
  for (const difference of differences) {
    const key = JSON.stringify({ ...difference, [by]: undefined });
    const earlier = lines.get(key);
    lines.set(key, earlier === undefined ? difference : { ...earlier, [by]: `${earlier[by]}, ${difference[by]}` });
  }
  return [...lines.values()];
}

function looksIn(looks: ReadonlySet<string> = new Set()): string {
  return looks.size === 0 ? '(absent)' : [...looks].sort().join(' | ');
}

function factsOf(exchanges: readonly RecordedExchange[]): Facts {
  const facts = new Map<string, Map<string, Set<string>>>();
  const add = (where: string, what: string, looks: string) => {
    const known = facts.get(where) ?? new Map<string, Set<string>>();
    facts.set(where, known.set(what, (known.get(what) ?? new Set()).add(looks)));
  };
  for (const exchange of exchanges) {
    const { direction, method, path, request, status, response } = exchange;
    if (direction === 'to bot') {
      const kind = kindOf(request);
      // The data of the action comes from the card. Both got the same card, so it is not compared.
      for (const [field, looks] of fieldsOf({ ...request, value: outlineOf(request['value']) }))
        add(kind, field, looks);
      add(kind, 'the bot’s status', String(status));
    } else {
      const heading = headingOf(exchange);
      const fields = fieldsOf(response).map(([field, looks]) => `${field}: ${looks}`);
      add(`${method} ${routeOf(path)}`, `“${heading}”`, `${status} {${fields.join(', ')}}`);
      if (path.length > 2) add(`${method} ${routeOf(path)}`, 'conversation id', lookOf(path[2]));
      if (path.length > 4) add(`${method} ${routeOf(path)}`, 'activity id', lookOf(path[4]));
    }
  }
  return facts;
}

const INVOKES: Readonly<Record<string, string>> = {
  'fileConsent/invoke': 'file consent',
  'task/fetch': 'opened dialog',
  'task/submit': 'submitted dialog',
};

function kindOf(activity: Readonly<Record<string, unknown>>): string {
  if (activity['type'] === 'invoke') return INVOKES[String(activity['name'])] ?? 'Execute';
  if (activity['type'] !== 'message') return String(activity['type']);
  if (activity['value'] !== undefined) return 'Submit';
  const { attachments, conversation } = activity;
  if (Array.isArray(attachments) && attachments.some(isFile)) return 'file';
  return isObject(conversation) && conversation['conversationType'] === 'personal' ? 'personal message' : 'mention';
}

function isFile(attachment: unknown): boolean {
  return isObject(attachment) && attachment['contentType'] === 'application/vnd.microsoft.teams.file.download.info';
}

/** The first line of a card, in which the two bots have the same name. */
function headingOf(exchange: RecordedExchange): string {
  const [heading = ''] = cardText(shownIn(exchange)?.card ?? {}).split('\n');
  return heading.replace(/(?:Test Bot|Notatbot)$/u, '<bot>') || fileCardIn(exchange);
}

/** The content type of a file card, which has no heading; empty for a message without a file card. */
function fileCardIn(exchange: RecordedExchange): string {
  const { contentType = '' } = attachmentIn(exchange);
  return String(contentType).startsWith('application/vnd.microsoft.teams.card.file.') ? String(contentType) : '';
}

function outlineOf(value: unknown): unknown {
  if (!isObject(value) || !isObject(value['action'])) return value === undefined ? undefined : {};
  return { ...value, action: { ...value['action'], data: {}, title: '', verb: '' } };
}

function routeOf(path: readonly string[]): string {
  return path.map((part, index) => (index === 2 ? ':conversation' : index === 4 ? ':activity' : part)).join('/');
}

function fieldsOf(value: unknown, name = ''): readonly (readonly [string, string])[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each) => fieldsOf(each, `${name}[${labelOf(each)}]`));
  if (!isObject(value)) return [[name, lookOf(value)]];
  return Object.entries(value).flatMap(([key, each]) => fieldsOf(each, name === '' ? key : `${name}.${key}`));
}

function labelOf(item: unknown): string {
  return isObject(item) ? String(item['type'] ?? item['contentType'] ?? '') : '';
}

/** The forms of values in Microsoft's examples. Narrower forms come first. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/^\d{13}$/u, '<milliseconds>'],
  [/^19:[^;]+@thread\.tacv2;messageid=\d{13}$/u, '19:<channel>@thread.tacv2;messageid=<milliseconds>'],
  [/^19:[^;]+@thread\.tacv2$/u, '19:<channel>@thread.tacv2'],
  [/^[^:]+;messageid=\d{13}$/u, '<name>;messageid=<milliseconds>'],
  [/^(?:team|channel-[a-z]+|user)-id(?:-\d+)?$/u, '<name>'],
  [/^f:[\da-f-]{36}$/u, 'f:<guid>'],
  [/^a:.+$/u, 'a:<id>'],
  [/^28:.+$/u, '28:<bot>'],
  [/^29:.+$/u, '29:<user>'],
  // The ids of the Playground's tenant, bot and people have one or two digits too many.
  [/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12,14}$/u, '<guid>'],
  [/^[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}$/u, '<GUID>'],
  [/^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/u, '<UTC, .mmm>'],
  [/^\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d$/u, '<local time with offset>'],
  [/^http:\/\/(?:localhost|127\.0\.0\.1):\d+\/$/u, '<origin>/'],
  [/^http:\/\/(?:localhost|127\.0\.0\.1):\d+(?<path>\/.+)$/u, '<origin><path, no / last>'],
  [/^[a-z]{2}-[A-Z]{2}$/u, '<language>'],
  [/^(?:[A-Z]{2})$/u, '<country>'],
  [/^(?:UTC|[A-Z][a-z]+\/[A-Z]\w+)$/u, '<time zone>'],
  [/<at>/u, '<text with <at>>'],
  [/^<div>/u, '<html>'],
];

/** Names and words from the two Teams. */
const WORDS = /^(?:My Team|Alex Wilber|Megan Bowen|Test Bot|Notatbot|status)$/u;

function lookOf(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const look = LOOKS.find(([form]) => form.test(value))?.[1];
  return look ?? (WORDS.test(value) || value.includes(' ') || value === '' ? '<text>' : value);
}
