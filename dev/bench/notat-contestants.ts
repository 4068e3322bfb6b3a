import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileNotat } from '../../src/domain/notat/notat.js';
import { childCost, isInstalled } from './child-cost.js';
import { COMPILED_AT, generatedRound } from './generated-round.js';
import { notatHtml } from './notat-html.js';
import { type Cost, measured } from './own-cost.js';
import { notatInWord } from './write-notat.js';

/** One way to write the same round to a Word file. */
export interface Contestant {
  readonly name: string;
  /** Writes one notat for a round with this number of departments. */
  readonly run: (departments: number) => Promise<Cost>;
}

export const BOT = 'Notatbot, running';
const BOT_AT_START = 'Notatbot, one process for one notat';
export const PANDOC = 'pandoc, from HTML';
export const PANDOC_AT_LEAST = 'pandoc, from its own JSON';

const WARM_UPS = 3;
const WRITE_ONCE = fileURLToPath(new URL('write-once.js', import.meta.url));

/** The bot after it has run for a while. It runs in this process, which has first written notats of all the sizes. */
export async function botRunning(sizes: readonly number[]): Promise<Contestant> {
  const write = await notatInWord();
  const rounds = new Map(sizes.map((size) => [size, generatedRound(size)]));
  for (let run = 0; run < WARM_UPS; run += 1) {
    for (const round of rounds.values()) await write(round);
  }
  return {
    name: BOT,
    run: (departments) => {
      const round = rounds.get(departments) ?? generatedRound(departments);
      return measured(() => write(round));
    },
  };
}

/**
 * The contestants that are programs, and are measured from outside: the bot's writer and pandoc, if they are installed.
 *
 * @param folder the folder where they read and write
 */
export async function programs(folder: string, sizes: readonly number[]): Promise<readonly Contestant[]> {
  const inFolder = (name: string) => path.join(folder, name);
  const found: Contestant[] = [];
  if (await isInstalled(process.execPath)) {
    const run = (size: number) => childCost(process.execPath, [WRITE_ONCE, String(size), inFolder('own.docx')]);
    found.push({ name: BOT_AT_START, run });
  }
  if (!(await isInstalled('pandoc'))) return found;
  for (const size of sizes) {
    const html = inFolder(`${size}.html`);
    await writeFile(html, notatHtml(compileNotat(generatedRound(size), COMPILED_AT)));
    await childCost('pandoc', ['-f', 'html', '-t', 'json', '-o', inFolder(`${size}.json`), html]);
  }
  const pandoc = (name: string, format: 'html' | 'json'): Contestant => ({
    name,
    run: (size) =>
      childCost('pandoc', ['-f', format, '-t', 'docx', '-o', inFolder('pandoc.docx'), inFolder(`${size}.${format}`)]),
  });
  return [...found, pandoc(PANDOC, 'html'), pandoc(PANDOC_AT_LEAST, 'json')];
}
