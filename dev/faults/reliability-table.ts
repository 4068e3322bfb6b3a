import { count, reportTable } from '../bench/report.js';
import type { Fault } from './fault.js';
import type { RunResult } from './run.js';

const COLUMNS = [
  'fault',
  'runs',
  'answers confirmed',
  'stored',
  'in the notat',
  'duplicate rows',
  'duplicate cards',
  'missing cards',
  'stale cards',
  'uncertain shown',
  'runs with a problem',
] as const;

/** The table of docs/reliability.md, with a line for each fault. @param results grouped or not, in any order */
export function reliabilityTable(faults: readonly Fault[], results: readonly RunResult[]): string {
  const rows = faults.flatMap((fault) => {
    const runs = results.filter((result) => result.fault === fault);
    return runs.length === 0 ? [] : [rowOf(fault, runs)];
  });
  return reportTable(COLUMNS, rows);
}

function rowOf({ name, title }: Fault, runs: readonly RunResult[]): readonly string[] {
  const sum = (of: (result: RunResult) => number) => count(runs.reduce((total, result) => total + of(result), 0));
  return [
    name === 'none' ? title : `\`${name}\`: ${title}`,
    count(runs.length),
    sum(({ confirmed }) => confirmed),
    sum(({ stored }) => stored),
    sum(({ inNotat }) => inNotat),
    sum(({ duplicateRows }) => duplicateRows),
    sum(({ duplicateCards }) => duplicateCards),
    sum(({ missingCards }) => missingCards),
    sum(({ staleCards }) => staleCards),
    sum(({ uncertainShown }) => uncertainShown),
    count(runs.filter(hasFailed).length),
  ];
}

/** Whether anything is not as promised. */
export function hasFailed({ problems, confirmed, stored, inNotat, ...rest }: RunResult): boolean {
  const { duplicateRows, duplicateCards, missingCards, staleCards } = rest;
  return (
    problems.length > 0 ||
    stored !== confirmed ||
    inNotat !== confirmed ||
    duplicateRows + duplicateCards + missingCards + staleCards > 0
  );
}

/** What a failed run came to, and how to repeat exactly that run. */
export function failureLines({ fault, run, problems }: RunResult): string {
  return [
    `FAILED ${fault.name}, run ${run}: npm run check:faults -- --only ${fault.name} --run ${run}`,
    ...problems.map((problem) => `  ${problem}`),
  ].join('\n');
}
