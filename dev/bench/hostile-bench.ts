import { HOSTILE_CONTESTANTS, type HostileContestant } from './hostile-contestants.js';
import { HOSTILE_INPUTS, type HostileInput } from './hostile-inputs.js';
import { HOSTILE_TEMPLATES, type HostileTemplate } from './hostile-templates.js';
import { count, milliseconds, ratio, reportTable } from './report.js';
import { growth, type Point } from './statistics.js';

/**
 * Time ratio to size ratio: 1 is linear, 2 is quadratic. The room between is for what the machine does besides. What is
 * not linear exceeds it at both doublings; at one alone it is memory, as where Node lays strings of over 128 KB elsewhere.
 */
const LINEAR_WITHIN = 1.5;

/** The most characters of 4n: little enough for a text to lie where small ones do. */
const LARGEST = 40_000;

/** A text that is read faster than this, in milliseconds of CPU, is read at once, and its growth is nothing but noise. */
const AT_ONCE_MS = 1;

/** A size is read again until so much CPU is spent on it, in milliseconds: the clock counts in larger steps than a reading. */
const MEASURED_MS = 10;
const RUNS = 3;

/** Something to read at any size: a way of reading and what it may take long for. */
interface Trial {
  readonly name: string;
  /** The three sizes, each twice the one before. */
  readonly sizes: readonly [number, number, number];
  /** Makes what is read of that size. @returns the reading of it */
  readonly reading: (size: number) => () => unknown;
}

/** What came of one trial, at its three sizes. */
interface Result {
  readonly trial: Trial;
  readonly points: readonly [Point, Point, Point];
}

/**
 * Every way of reading text from outside, with every text that may take it long, and the check of templates with every
 * kind of template that may, each at three sizes. Prints the worst of each, how its cost grew with each doubling, and
 * whether that is linear.
 */
export async function benchHostile(print: (line: string) => void): Promise<void> {
  const texts = () =>
    HOSTILE_CONTESTANTS.map((contestant) =>
      HOSTILE_INPUTS.map((input) => resultOf(textTrial(contestant, input))).reduce(worse),
    );
  const templates = () => HOSTILE_TEMPLATES.map((template) => resultOf(templateTrial(template)));
  for (const measure of [texts, templates]) {
    const results = measure();
    const columns = ['n', 'CPU at n', 'at 2n', 'at 4n', 'n to 2n', '2n to 4n'];
    print(
      `${reportTable(['worst input of each; growth is time ratio / size ratio', ...columns], results.map(rowOf))}\n`,
    );
    for (const result of results) print(`${isLinear(result) ? 'linear:     ' : 'NOT linear: '}${result.trial.name}`);
    print('');
  }
}

function textTrial({ name, longest, read }: HostileContestant, input: HostileInput): Trial {
  const largest = Math.min(longest, LARGEST);
  return {
    name: `${name}: ${input.name}`,
    sizes: [largest / 4, largest / 2, largest],
    reading: (size) => {
      const text = input.make(size - 2);
      return () => read(text);
    },
  };
}

/** Judged on this thread, where the CPU is counted. */
function templateTrial({ name, n, build, run }: HostileTemplate): Trial {
  return {
    name: `a template: ${name}`,
    sizes: [n, 2 * n, 4 * n],
    reading: (size) => {
      const template = build(size);
      return () => run(template);
    },
  };
}

function resultOf(trial: Trial): Result {
  const [first, middle, last] = trial.sizes;
  return { trial, points: [pointAt(trial, first), pointAt(trial, middle), pointAt(trial, last)] };
}

function pointAt({ reading }: Trial, size: number): Point {
  const read = reading(size);
  return { size, cost: Math.min(...Array.from({ length: RUNS }, () => costOf(read))) };
}

/** In milliseconds of this process's CPU, for one reading. */
function costOf(read: () => unknown): number {
  const before = process.cpuUsage();
  for (let times = 1; ; times += 1) {
    read();
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1_000;
    if (spent >= MEASURED_MS) return spent / times;
  }
}

function worse(one: Result, other: Result): Result {
  return badness(other) > badness(one) ? other : one;
}

/** What is not linear is worse than what is; of the others, the dearest. */
function badness(result: Result): number {
  const { cost } = result.points[2];
  return isLinear(result) ? cost : Number.MAX_SAFE_INTEGER + cost;
}

function isLinear({ points: [first, middle, last] }: Result): boolean {
  return last.cost < AT_ONCE_MS || Math.min(growth(first, middle), growth(middle, last)) <= LINEAR_WITHIN;
}

function rowOf({ trial, points: [first, middle, last] }: Result): readonly string[] {
  return [
    trial.name,
    count(first.size),
    ...[first, middle, last].map(({ cost }) => milliseconds(cost)),
    ratio(growth(first, middle)),
    ratio(growth(middle, last)),
  ];
}
