import { type SettingName, Settings, wordsOf } from '../../src/settings.js';

/** The marks at the beginning and the end of the table in README. The text between them is replaced. */
const BEGIN = '<!-- settings: written by npm run settings from src/settings.ts -->';
const END = '<!-- end of settings -->';

/** The longest line of .env.example, in characters. */
const WIDTH = 100;

const HEAD = `# Notatbot's settings, for whoever runs it. Copy this file to .env, fill it in, and start the bot with
#
#   node --env-file=.env dist/src/start.js
#
# npm start does not read .env: it takes the settings from the environment, which is where a hosting service
# such as App Service puts what is set there. Keep .env out of version control, and readable to the bot alone.
# A setting that is left empty counts as one that is not set. A value with a # in it goes in double quotes.
#
# Written by npm run settings from src/settings.ts.
`;

/** The content of `.env.example`. Settings that are needed are lines to fill in, and the others are comments. */
export function envExample(): string {
  return [HEAD, ...settingNames().map(envLines)].join('\n');
}

/**
 * @param readme with the two marks around the table
 * @returns the same text with a new table
 */
export function withSettingsTable(readme: string): string {
  const [before, rest] = split(readme, BEGIN);
  const [, after] = split(rest, END);
  return `${before}${BEGIN}\n\n${settingsTable()}\n\n${END}${after}`;
}

function settingsTable(): string {
  const rows = settingNames().map((name) => {
    const { isSecret, ...words } = wordsOf(name);
    const meaning = sentences([capitalised(words.what), words.more, isSecret ? 'Secret' : undefined]);
    return `| \`${name}\` | ${meaning} | ${needed(name, '`')} |`;
  });
  return ['| setting | what it is | needed |', '|---|---|---|', ...rows].join('\n');
}

function envLines(name: SettingName): string {
  const { what, more, example, isSecret } = wordsOf(name);
  const ready = fallback(name) ?? (isNeeded(name) ? undefined : example);
  const comments = [
    sentences([capitalised(what), more]),
    sentences([`Needed: ${needed(name, '')}`, isSecret ? 'Secret' : undefined]),
    ...(example === undefined || example === ready ? [] : [`Example: ${example}`]),
  ];
  const line = isNeeded(name) ? `${name}=` : `#${name}=${ready ?? ''}`;
  return [...comments.flatMap((text) => commentLines(plain(text))), line, ''].join('\n');
}

export function settingNames(): readonly SettingName[] {
  // The type of Object.keys does not say that the keys of the shape are the names of the settings.
  return Object.keys(Settings.shape) as SettingName[];
}

function needed(name: SettingName, quote: string): string {
  const value = fallback(name);
  if (value !== undefined) return `no, ${quote}${value}${quote} unless set`;
  return isRequired(name) ? 'always' : (wordsOf(name).neededWhen ?? 'no');
}

/** The default value; undefined where there is none. */
function fallback(name: SettingName): string | undefined {
  const value = String(Settings.shape[name].safeParse(undefined).data ?? '');
  return value === '' ? undefined : value;
}

function isRequired(name: SettingName): boolean {
  return !Settings.shape[name].safeParse(undefined).success;
}

/** Whether every installation needs the setting, or some of them. */
function isNeeded(name: SettingName): boolean {
  return isRequired(name) || wordsOf(name).neededWhen !== undefined;
}

function sentences(parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => (part === undefined ? [] : [part.endsWith('.') ? part : `${part}.`])).join(' ');
}

function capitalised(phrase: string): string {
  return `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)}`;
}

/** Removes the marks of Markdown. */
function plain(markdown: string): string {
  return markdown.replace(/\[(?<shown>[^[\]]+)\]\([^()]+\)/gu, '$<shown>').replace(/[`*]/gu, '');
}

/** Breaks a text at spaces into lines of a comment. */
function commentLines(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(' ')) {
    if (line !== '#' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

function split(text: string, mark: string): readonly [string, string] {
  const [before = '', after, ...more] = text.split(mark);
  if (after === undefined || more.length > 0) throw new Error(`README.md must hold this line once: ${mark}`);
  return [before, after];
}
