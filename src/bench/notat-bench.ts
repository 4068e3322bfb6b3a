import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileNotat } from '../domain/notat.js';
import { childCost, isInstalled } from './child-cost.js';
import { COMPILED_AT, generatedRound } from './generated-round.js';
import { notatHtml } from './notat-html.js';
import { type Cost, measured } from './own-cost.js';
import { count, milliseconds, ratio, reportTable, verdict } from './report.js';
import { costOfEachMore, growth, median, type Point } from './statistics.js';
import { notatInWord } from './write-notat.js';

const SIZES = [6, 100, 1_000] as const;
/** More than a round can hold: there, what is paid once is too little to hide a row that gets dearer. */
const BEYOND = 4_000;
const WARM_UPS = 3;
const RUNS = 7;

/** What counts as linear: time ratio to row ratio, with room for what the machine does besides. */
const LINEAR_WITHIN = 1.1;

const WRITE_ONCE = fileURLToPath(new URL('write-once.js', import.meta.url));

/** One way from the same round to a Word file. */
interface Contestant {
  readonly name: string;
  /** Writes a notat of so many departments, once. */
  readonly run: (departments: number) => Promise<Cost>;
}

/** Contestants as the verdicts name them. */
const BOT = 'Notatbot, running';
const BOT_AT_START = 'Notatbot, one process for one notat';
const PANDOC = 'pandoc, from HTML';
const PANDOC_AT_LEAST = 'pandoc, from its own JSON';

/** What a contestant's least CPU became from one size to the next. */
interface Growth {
  readonly name: string;
  readonly from: Point;
  readonly to: Point;
}

/** How each contestant did with each size, in the order of `SIZES`. */
type Results = ReadonlyMap<string, readonly (readonly Cost[])[]>;

/**
 * From replies to the notat in Word, for rounds of three sizes, beside pandoc with the same table. Prints what it
 * found, and whether the budgets hold.
 */
export async function benchNotat(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'notatbot-bench-'));
  try {
    const bot = await botRunning();
    const contestants = [bot, ...(await processes(folder))];
    if (contestants.length < 4) print('Left out, because pandoc, or bash to time it with, is not installed.');
    const results = await compete(contestants);
    print(costTable(results));
    print('');
    const beyond = await runsOf(BEYOND, bot);
    const growths = [
      ...growthsOf(BOT, [...(results.get(BOT) ?? []), beyond], [...SIZES, BEYOND]),
      ...(results.has(PANDOC) ? growthsOf(PANDOC, results.get(PANDOC) ?? [], SIZES) : []),
    ];
    print(growthTable(growths));
    print('');
    for (const line of verdicts(results, growths)) print(line);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function botRunning(): Promise<Contestant> {
  const write = await notatInWord();
  const rounds = new Map(SIZES.map((size) => [size as number, generatedRound(size)]));
  for (let run = 0; run < WARM_UPS; run += 1) for (const round of rounds.values()) await write(round);
  return {
    name: BOT,
    run: async (departments) => {
      const round = rounds.get(departments) ?? generatedRound(departments);
      return measured(() => write(round));
    },
  };
}

/** Those that are measured from outside, as far as they are installed. */
async function processes(folder: string): Promise<readonly Contestant[]> {
  const inFolder = (name: string) => path.join(folder, name);
  const contestants: Contestant[] = [];
  if (await isInstalled(process.execPath)) {
    const run = (size: number) => childCost(process.execPath, [WRITE_ONCE, String(size), inFolder('own.docx')]);
    contestants.push({ name: BOT_AT_START, run });
  }
  if (!(await isInstalled('pandoc'))) return contestants;
  for (const size of SIZES) {
    const html = inFolder(`${size}.html`);
    await writeFile(html, notatHtml(compileNotat(generatedRound(size), COMPILED_AT)));
    await childCost('pandoc', ['-f', 'html', '-t', 'json', '-o', inFolder(`${size}.json`), html]);
  }
  const pandoc = (name: string, format: 'html' | 'json'): Contestant => ({
    name,
    run: (size) =>
      childCost('pandoc', ['-f', format, '-t', 'docx', '-o', inFolder('pandoc.docx'), inFolder(`${size}.${format}`)]),
  });
  return [...contestants, pandoc(PANDOC, 'html'), pandoc(PANDOC_AT_LEAST, 'json')];
}

/** Turn by turn, so that what else the machine does falls on all of them. */
async function compete(contestants: readonly Contestant[]): Promise<Results> {
  const results = new Map(contestants.map(({ name }) => [name, SIZES.map((): Cost[] => [])]));
  for (const [index, size] of SIZES.entries()) {
    for (let run = 0; run < RUNS; run += 1) {
      for (const { name, run: write } of contestants) results.get(name)?.[index]?.push(await write(size));
    }
  }
  return results;
}

async function runsOf(size: number, { run }: Contestant): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (let each = 0; each < RUNS; each += 1) costs.push(await run(size));
  return costs;
}

function costTable(results: Results): string {
  const rows = SIZES.flatMap((size, index) =>
    [...results].map(([name, costs]) => {
      const runs = costs[index] ?? [];
      const cpu = cpuOf(results, name, index) ?? 0;
      const floors = [PANDOC, PANDOC_AT_LEAST].map((floor) => cpuOf(results, floor, index));
      return [
        `${count(size)} departments: ${name}`,
        milliseconds(cpu),
        milliseconds(least(runs)),
        milliseconds(median(runs.map(({ wallMs }) => wallMs))),
        ...floors.map((floor) => (floor === undefined ? '–' : ratio(cpu / floor))),
      ];
    }),
  );
  const columns = ['CPU', 'least CPU', 'clock', 'CPU to HTML', 'CPU to JSON'];
  return reportTable([`median of ${RUNS}`, ...columns], rows);
}

function growthTable(growths: readonly Growth[]): string {
  const rows = growths.map(({ name, from, to }) => [
    `${name}: from ${count(from.size)} to ${count(to.size)} departments`,
    ratio(growth(from, to)),
    milliseconds(costOfEachMore(from, to)),
  ]);
  return reportTable(['growth of the least CPU', 'time ratio / row ratio', 'each more row'], rows);
}

/** From each size to the next, by the least of each: the run that the machine disturbed least. */
function growthsOf(name: string, runs: readonly (readonly Cost[])[], sizes: readonly number[]): readonly Growth[] {
  const points = sizes.map((size, index) => ({ size, cost: least(runs[index] ?? []) }));
  return points.slice(1).map((to, index) => ({ name, from: points[index] ?? to, to }));
}

function verdicts(results: Results, growths: readonly Growth[]): readonly string[] {
  const last = SIZES.length - 1;
  const floor = cpuOf(results, PANDOC, last);
  const races = [BOT, BOT_AT_START].flatMap((name) => {
    const cost = cpuOf(results, name, last);
    if (floor === undefined || cost === undefined) return [];
    const sentence = `1,000 departments in less CPU time than ${PANDOC}: ${name}, ${ratio(cost / floor)} of it`;
    return [verdict(cost < floor, sentence)];
  });
  const most = Math.max(...growths.filter(({ name }) => name === BOT).map(({ from, to }) => growth(from, to)));
  return [verdict(most <= LINEAR_WITHIN, `linear in its rows: growth at most ${ratio(most)}`), ...races];
}

/** In milliseconds, the median; undefined for who did not compete. */
function cpuOf(results: Results, name: string, index: number): number | undefined {
  const costs = results.get(name)?.[index];
  return costs && median(costs.map(({ cpuMs }) => cpuMs));
}

/** In milliseconds of CPU. */
function least(costs: readonly Cost[]): number {
  return Math.min(...costs.map(({ cpuMs }) => cpuMs));
}
