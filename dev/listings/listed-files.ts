import { readFile } from 'node:fs/promises';
import { actionsTable } from './actions-table.js';
import { commandLists, englishDescriptions } from './manifest-commands.js';
import { toldTable } from './told-table.js';

/** The root of the repository, relative to the compiled file. */
const ROOT = new URL('../../../', import.meta.url);

/** A file with a list that is made from the code. */
export interface ListedFile {
  readonly path: URL;
  readonly present: string;
  /** The same content with lists made from the present code. */
  readonly listed: string;
}

/** All files with lists of what people can do, and of whom the bot tells. Rejects if a file has no place for its list. */
export async function listedFiles(): Promise<readonly ListedFile[]> {
  return Promise.all([
    listed('manifest/manifest.json', withLists),
    listed('manifest/en.json', withDescriptions),
    listed('docs/presses.md', (present) => withTable(present, 'actions', actionsTable())),
    listed('docs/told.md', (present) => withTable(present, 'told', toldTable())),
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

/** @param name of the table, which is in the marks around it */
function withTable(present: string, name: string, table: readonly string[]): string {
  const [begin, end] = [`<!-- ${name}: npm run listings -->`, `<!-- end of ${name} -->`];
  const [before, after] = [present.indexOf(begin), present.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`there is no place between ${begin} and ${end}`);
  return [present.slice(0, before) + begin, '', ...table, '', present.slice(after)].join('\n');
}

/** JSON in the style of the formatter, which puts a short list of words on one line. */
function toJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2).replace(
    /\[\s+("[^"]*"(?:,\s+"[^"]*")*)\s+\]/gu,
    (_, words: string) => `[${words.replace(/\s+/gu, ' ')}]`,
  );
  return `${json}\n`;
}
