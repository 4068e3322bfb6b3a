import type { Bench } from './choice.js';
import { reportTable } from './report.js';

/** What a path may cost at most. */
interface Budget {
  readonly path: string;
  readonly most: string;
  /** The bench that measures it; undefined where a spec or another command does. */
  readonly bench: Bench | undefined;
  /** Where it is held instead. */
  readonly elsewhere?: string;
}

/** Every budget of the bot. docs/bench.md says why they are what they are. */
export const BUDGETS = {
  'warm reply': {
    path: 'a reply until it is answered, its row last written by this process',
    most: '1 storage request, 0 connector calls',
    bench: 'reply',
  },
  'cold reply': {
    path: 'a reply until it is answered, its row last written by another process',
    most: '2 storage requests, 0 connector calls',
    bench: 'reply',
  },
  'reply cpu': {
    path: 'a reply until it is answered',
    most: 'CPU 1.6 × the floor (aim 1.3 ×)',
    bench: 'reply',
  },
  life: {
    path: 'a reply’s whole life, with 6, 100 and 1,000 departments',
    most: '8 storage requests, the same for all',
    bench: 'life',
  },
  rate: {
    path: 'a round to 100 and to 1,000 channels',
    most: 'within 5 % of the set rate',
    bench: 'fanout',
  },
  windows: {
    path: 'the windows of Teams, all processes together',
    most: '0 breaches',
    bench: 'fanout',
  },
  notat: {
    path: 'the last of 1,000 answers until the notat is posted',
    most: '10 s',
    bench: 'fanout',
  },
  idle: {
    path: 'an idle minute of one process, with any number of rounds',
    most: '12 storage requests',
    bench: 'idle',
  },
  'notat growth': { path: 'the notat', most: 'linear in its rows', bench: 'notat' },
  'notat cpu': { path: 'the notat of 1,000 departments', most: '0.3 of the CPU of pandoc', bench: 'notat' },
  'start cpu': { path: 'start, beside an echo bot', most: 'CPU 2.5 × (aim 2 ×)', bench: 'start' },
  'start ready': { path: 'start, beside an echo bot', most: 'ready 2 × (aim 1.5 ×)', bench: 'start' },
  'start memory': { path: 'start, beside an echo bot', most: 'idle memory 1.4 × (aim 1.3 ×)', bench: 'start' },
  reads: {
    path: '`status` and `notat`',
    most: 'one partition read besides the index and the channel',
    bench: undefined,
    elsewhere: 'test/acceptance/costs.spec.ts',
  },
  suite: { path: '`npm test`', most: '180 s (aim 150 s)', bench: undefined, elsewhere: 'its own output' },
  ci: { path: '`.ci/run` on two cores', most: '8 minutes', bench: undefined, elsewhere: 'its own output' },
} as const satisfies Readonly<Record<string, Budget>>;

export type BudgetName = keyof typeof BUDGETS;

/** Says what a bench has measured for a budget. A budget may be judged more than once; all must hold. */
export type Judge = (budget: BudgetName, holds: boolean, measured: string) => void;

/** What the benches of one run have said. */
export interface Judgements {
  readonly judge: Judge;
  /** A table of all budgets: which are held, which are not, and which this run has not measured. */
  table(): string;
}

export function collectJudgements(): Judgements {
  const said = new Map<BudgetName, { holds: boolean; measured: string[] }>();
  return {
    judge(budget, holds, measured) {
      const before = said.get(budget);
      said.set(budget, {
        holds: (before?.holds ?? true) && holds,
        measured: [...(before?.measured ?? []), measured],
      });
    },
    table() {
      const rows = Object.entries<Budget>(BUDGETS).map(([name, { path, most, bench, elsewhere }]) => {
        // The names are those of the budgets.
        const found = said.get(name as BudgetName);
        const measured = found?.measured.join('; ') ?? (bench === undefined ? elsewhere : `by “${bench}”`) ?? '';
        const verdict = found === undefined ? 'not measured' : found.holds ? 'held' : 'NOT HELD';
        return [path, most, measured, verdict];
      });
      return reportTable(['path', 'budget', 'measured', ''], rows);
    },
  };
}
