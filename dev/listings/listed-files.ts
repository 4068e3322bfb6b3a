import { readFile } from 'node:fs/promises';
import { actionsTable } from './actions-table.js';
import { commandLists, englishDescriptions } from './manifest-commands.js';

/** The root of the repository, relative to the compiled file. */
const ROOT = new URL('../../../', import.meta.url);

/** The marks around the table in docs/presses.md. */
const BEGIN = '<!-- actions: npm run listings -->';
const END = '<!-- end of actions -->';

/** A file that lists what people can do. */
export interface ListedFile {
  readonly path: URL;
  readonly present: string;
  /** The same content with lists made from the present rows. */
  readonly listed: string;
}

/** All files that list what people can do. Rejects if a file has no place for its list. */
export async function listedFiles(): Promise<readonly ListedFile[]> {
  return Promise.all([
    listed('manifest/manifest.json', withLists),
    listed('manifest/en.json', withDescriptions),
    listed('docs/presses.md', withTable),
  ]);
}

async function listed(name: string, rewrite: (present: string) => string): Promise<ListedFile> {
  const path = new URL(name, ROOT);
  const present = await readFile(path, 'utf8');
  return { path, present, listed: rewrite(present) };
}

function withLists(present: string): string {
  const manifest = JSON.parse(present);
  manifest.bots[0].commandLists = commandLists();
  return toJson(manifest);
}

function withDescriptions(present: string): string {
  const others = Object.entries(JSON.parse(present)).filter(([key]) => !key.startsWith('bots[0].commandLists'));
  return toJson({ ...Object.fromEntries(others), ...englishDescriptions() });
}

function withTable(present: string): string {
  const [before, after] = [present.indexOf(BEGIN), present.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`docs/presses.md has no place between ${BEGIN} and ${END}`);
  return [present.slice(0, before) + BEGIN, '', ...actionsTable(), '', present.slice(after)].join('\n');
}

/** JSON in the style of the formatter, which puts a short list of words on one line. */
function toJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2).replace(
    /\[\s+("[^"]*"(?:,\s+"[^"]*")*)\s+\]/gu,
    (_, words: string) => `[${words.replace(/\s+/gu, ' ')}]`,
  );
  return `${json}\n`;
}
