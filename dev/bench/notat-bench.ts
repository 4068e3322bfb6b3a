import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Judge } from './budgets.js';
import { BOT, botRunning, type Contestant, PANDOC, PANDOC_AT_LEAST, programs } from './notat-contestants.js';
import type { Cost } from './own-cost.js';
import { count, milliseconds, ratio, reportTable, verdict } from './report.js';
import { costOfEachMore, growth, median, type Point } from './statistics.js';

const SIZES = [6, 100, 1_000] as const;
const LARGEST = SIZES[2];
/**
 * More departments than a round can have. At this size, costs that occur once are too small to hide a growing cost per
 * row.
 */
const BEYOND = 4_000;
const RUNS = 7;

/** The largest ratio of time to rows that counts as linear. 1 is linear; the rest is for other work of the machine. */
const LINEAR_WITHIN = 1.1;
/** The most CPU time that the running bot may need for the largest round, as a part of the time of pandoc. */
const PART_OF_PANDOC = 0.3;

/** The runs of each contestant, by its name, at each size. */
type Results = ReadonlyMap<string, ReadonlyMap<number, readonly Cost[]>>;

/** The costs of one contestant at one size and at the next. */
interface Step {
  readonly name: string;
  readonly from: Point;
  readonly to: Point;
}

/**
 * Measures the way from replies to the notat in Word, for rounds of three sizes, and compares it with pandoc, which
 * writes the same table. Prints the results, and whether the budgets hold.
 */
export async function benchNotat(print: (line: string) => void, judge: Judge): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'notatbot-bench-'));
  try {
    const bot = await botRunning(SIZES);
    const results = await compete([bot, ...(await programs(folder, SIZES))], SIZES);
    const beyond = await compete([bot], [BEYOND]);
    const steps = [...stepsOf(BOT, results, beyond), ...stepsOf(PANDOC, results)];
    for (const part of [costTable(results), growthTable(steps), verdicts(results, steps, judge).join('\n')]) {
      print(`${part}\n`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The contestants run in turns, so that other work of the machine affects all of them. */
async function compete(contestants: readonly Contestant[], sizes: readonly number[]): Promise<Results> {
  const results = new Map(contestants.map(({ name }) => [name, new Map(sizes.map((size) => [size, [] as Cost[]]))]));
  for (const size of sizes) {
    for (let run = 0; run < RUNS; run += 1) {
      for (const { name, run: write } of contestants)
        results
          .get(name)
          ?.get(size)
          ?.push(await write(size));
    }
  }
  return results;
}

function costTable(results: Results): string {
  const rows = SIZES.flatMap((size) =>
    [...results].map(([name, bySize]) => {
      const runs = bySize.get(size) ?? [];
      const cpu = median(runs.map(({ cpuMs }) => cpuMs));
      const floors = [PANDOC, PANDOC_AT_LEAST].map((floor) => cpuOf(results, floor, size));
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

function growthTable(steps: readonly Step[]): string {
  const rows = steps.map(({ name, from, to }) => [
    `${name}: from ${count(from.size)} to ${count(to.size)} departments`,
    ratio(growth(from, to)),
    milliseconds(costOfEachMore(from, to)),
  ]);
  return reportTable(['growth of the least CPU', 'time ratio / row ratio', 'each more row'], rows);
}

function verdicts(results: Results, steps: readonly Step[], judge: Judge): readonly string[] {
  const most = Math.max(...steps.filter(({ name }) => name === BOT).map(({ from, to }) => growth(from, to)));
  const linear = verdict(most <= LINEAR_WITHIN, `linear in its rows: a growth of at most ${ratio(most)}`);
  judge('notat growth', most <= LINEAR_WITHIN, `a growth of at most ${ratio(most)}`);
  const floor = cpuOf(results, PANDOC, LARGEST);
  const race = `${count(LARGEST)} departments in at most ${PART_OF_PANDOC} of the CPU time of ${PANDOC}`;
  if (floor === undefined) return [linear, `not measured:  ${race}, since pandoc or bash is not installed`];
  const part = (cpuOf(results, BOT, LARGEST) ?? Number.NaN) / floor;
  judge('notat cpu', part <= PART_OF_PANDOC, ratio(part));
  return [linear, verdict(part <= PART_OF_PANDOC, `${race}: ${ratio(part)}`)];
}

/**
 * The steps from each size to the next. Each size has the cost of its cheapest run, which the machine disturbed least.
 */
function stepsOf(name: string, ...all: readonly Results[]): readonly Step[] {
  const points = all
    .flatMap((results) => [...(results.get(name) ?? [])])
    .map(([size, runs]): Point => ({ size, cost: least(runs) }));
  return points.slice(1).map((to, index) => ({ name, from: points[index] ?? to, to }));
}

/** The median, in milliseconds of CPU; undefined for a contestant that did not run. */
function cpuOf(results: Results, name: string, size: number): number | undefined {
  const runs = results.get(name)?.get(size);
  return runs && median(runs.map(({ cpuMs }) => cpuMs));
}

/** The cost of the cheapest run, in milliseconds of CPU. */
function least(runs: readonly Cost[]): number {
  return Math.min(...runs.map(({ cpuMs }) => cpuMs));
}
