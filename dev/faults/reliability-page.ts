import { readFile, writeFile } from 'node:fs/promises';

const PAGE = new URL('../../../docs/reliability.md', import.meta.url);

/** The marks around the table. */
const BEGIN = '<!-- faults: npm run check:faults -- --write -->';
const END = '<!-- end of faults -->';

/** Writes the table into docs/reliability.md. Rejects if the page has no place for it. */
export async function writeReliabilityPage(table: string): Promise<void> {
  const present = await readFile(PAGE, 'utf8');
  const [before, after] = [present.indexOf(BEGIN), present.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`docs/reliability.md has no place between ${BEGIN} and ${END}`);
  await writeFile(PAGE, [present.slice(0, before) + BEGIN, '', table, '', present.slice(after)].join('\n'));
}
