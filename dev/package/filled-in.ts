import { NOTATBOT } from '../../src/text/bot-name.js';
import type { Installation } from './options.js';

/** A value as JSON can hold it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Anything in the manner of a placeholder, also one that is written wrong. */
const PLACEHOLDER = /\$\{\{[^{}]*\}\}/gu;

/** The manifest, or a language's file, with everything filled in that belongs to an installation. */
export function filledIn(template: Json, installation: Installation): Json {
  const { appId, botId, name = NOTATBOT, publisher, website, privacy, terms } = installation;
  const values: Readonly<Record<string, string>> = {
    TEAMS_APP_ID: appId,
    BOT_ID: botId,
    PUBLISHER: publisher,
    WEBSITE_URL: website,
    PRIVACY_URL: privacy,
    TERMS_URL: terms,
  };
  return eachText(template, (text) =>
    text.replaceAll(NOTATBOT, () => name).replace(PLACEHOLDER, (mark) => values[mark.slice(3, -2)] ?? mark),
  );
}

/** @param file the name of the file, for the sentences */
export function placeholderProblems(file: string, filled: Json): readonly string[] {
  const left = new Set(JSON.stringify(filled).match(PLACEHOLDER));
  return [...left].map((mark) => `${file}: nothing fills in ${mark}.`);
}

function eachText(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((one) => eachText(one, change));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachText(one, change)]));
}

/** `Array.isArray` does not narrow a readonly array. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
