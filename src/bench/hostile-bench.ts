import { HOSTILE_CONTESTANTS, type HostileContestant } from './hostile-contestants.js';
import { HOSTILE_INPUTS, type HostileInput } from './hostile-inputs.js';
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

/** What one contestant made of one input, at n, 2n and 4n characters. */
interface Result {
  readonly contestant: HostileContestant;
  readonly input: HostileInput;
  readonly points: readonly [Point, Point, Point];
}

/**
 * Every way of reading text from outside, with every text that may take it long, at three sizes. Prints the worst text of
 * each, how its cost grew with each doubling, and whether that is linear.
 */
export async function benchHostile(print: (line: string) => void): Promise<void> {
  const worst = HOSTILE_CONTESTANTS.map((contestant) => {
    const results = HOSTILE_INPUTS.map((input): Result => resultOf(contestant, input));
    return results.reduce((one, other) => (badness(other) > badness(one) ? other : one));
  });
  const columns = ['n', 'CPU at n', 'at 2n', 'at 4n', 'n to 2n', '2n to 4n'];
  print(`${reportTable(['worst input of each; growth is time ratio / size ratio', ...columns], worst.map(rowOf))}\n`);
  for (const result of worst) print(`${isLinear(result) ? 'linear:     ' : 'NOT linear: '}${result.contestant.name}`);
}

function resultOf(contestant: HostileContestant, input: HostileInput): Result {
  const { read } = contestant;
  const largest = Math.min(contestant.longest, LARGEST);
  const at = (size: number): Point => {
    const text = input.make(size - 2);
    return { size, cost: Math.min(...Array.from({ length: RUNS }, () => costOf(() => read(text)))) };
  };
  return { contestant, input, points: [at(largest / 4), at(largest / 2), at(largest)] };
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

/** What is not linear is worse than what is; of the others, the dearest. */
function badness(result: Result): number {
  const { cost } = result.points[2];
  return isLinear(result) ? cost : Number.MAX_SAFE_INTEGER + cost;
}

function isLinear({ points: [first, middle, last] }: Result): boolean {
  return last.cost < AT_ONCE_MS || Math.min(growth(first, middle), growth(middle, last)) <= LINEAR_WITHIN;
}

function rowOf({ contestant, input, points: [first, middle, last] }: Result): readonly string[] {
  return [
    `${contestant.name}: ${input.name}`,
    count(first.size),
    ...[first, middle, last].map(({ cost }) => milliseconds(cost)),
    ratio(growth(first, middle)),
    ratio(growth(middle, last)),
  ];
}
