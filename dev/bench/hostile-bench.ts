import { HOSTILE_CONTESTANTS, type HostileContestant } from './hostile-contestants.js';
import { HOSTILE_INPUTS, type HostileInput } from './hostile-inputs.js';
import { HOSTILE_TEMPLATES, type HostileTemplate } from './hostile-templates.js';
import { count, milliseconds, ratio, reportTable } from './report.js';
import { growth, type Point } from './statistics.js';

/**
 * The largest ratio of time to size that counts as linear. When the size doubles, 1 is linear and 2 is quadratic. The
 * room between them is for other work of the machine. What is not linear is above the limit at both doublings. At only
 * one of them, memory is the cause, for example because Node keeps strings of more than 128 KB in another place.
 */
const LINEAR_WITHIN = 1.5;

/** The largest size of a text (4n), in characters. Node keeps texts up to this size in the same place as small ones. */
const LARGEST = 40_000;

/** In milliseconds of CPU. For a text that is read faster than this, the measured growth is only noise. */
const AT_ONCE_MS = 1;

/**
 * In milliseconds of CPU. Each size is read again and again for this long, because one reading is too short to measure.
 */
const MEASURED_MS = 10;
const RUNS = 3;

/** A reader together with an input that may be slow for it, at any size. */
interface Trial {
  readonly name: string;
  /** Three sizes. Each is twice the one before it. */
  readonly sizes: readonly [number, number, number];
  /** Makes an input of that size. @returns a function that reads it */
  readonly reading: (size: number) => () => unknown;
}

/** The result of one trial at its three sizes. */
interface Result {
  readonly trial: Trial;
  readonly points: readonly [Point, Point, Point];
}

/**
 * Measures every reader of text from outside with every text that may be slow for it, and the check of templates with
 * every kind of template that may be slow, each at three sizes. For each it prints the worst input, how the cost grew
 * at each doubling, and whether that is linear.
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

/** The template is checked on this thread, because only the CPU time of this thread is measured. */
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

/** The cost of one reading, in milliseconds of CPU of this process. */
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

/** A result that is not linear is worse than all that are. Otherwise the one with the higher cost is worse. */
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
