import { setTimeout as wait } from 'node:timers/promises';
import type { Judge } from './budgets.js';
import type { Started } from './processes/started-program.js';
import { count, reportTable, verdict } from './report.js';
import { arrangeRounds } from './town/arrange-rows.js';
import { setBenchStage, startBot, tableOf, townSettings, untilQuiet } from './town/bench-stage.js';

const MINUTE_MS = 60_000;
const MOST = 12;
const DEPARTMENTS = 6;

const TOWNS = [
  { open: 0, closed: 0 },
  { open: 1, closed: 0 },
  { open: 100, closed: 0 },
  { open: 100, closed: 1_000 },
] as const;

/** Counts the storage requests of a bot that has nothing to do, for a minute, with one process for each number of rounds. */
export async function benchIdle(print: (line: string) => void, judge: Judge): Promise<void> {
  const started: Started = [];
  try {
    const stage = await setBenchStage(started);
    const settings = townSettings(stage, DEPARTMENTS);
    const tables = TOWNS.map((_, index) => tableOf(stage, `idle${index}`));
    for (const [index, rounds] of TOWNS.entries()) await arrangeRounds(tables[index] ?? raise(), settings, rounds);
    for (const table of tables) await startBot(stage, table);
    // A process may tidy up once when it starts.
    await untilQuiet(stage);
    await stage.store.forget();
    await wait(MINUTE_MS);
    const answered = await stage.store.answered();
    const requests = tables.map(({ tableName }) => answered.filter(({ table }) => table === tableName));
    const rows = TOWNS.map(({ open, closed }, index) => [
      `${count(open)} open, ${count(closed)} closed`,
      count(requests[index]?.length ?? 0),
      count((requests[index] ?? []).reduce((sum, { rows: read }) => sum + read, 0)),
    ]);
    print(`One whole minute, all processes at the same time, on a store without latency.\n`);
    print(`${reportTable(['rounds', 'storage requests', 'rows'], rows)}\n`);
    const most = Math.max(...requests.map(({ length }) => length));
    print(verdict(most <= MOST, `at most ${MOST} storage requests a minute: ${count(most)}`));
    judge('idle', most <= MOST, `at most ${count(most)}`);
  } finally {
    for (const running of started.reverse()) await running.stop();
  }
}

function raise(): never {
  throw new Error('there is a table for each town');
}
