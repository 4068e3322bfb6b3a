import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { startEmbeddedAzurite } from '../demo/embedded-azurite.js';
import { createBotChildren } from './bot-children.js';
import type { Fault, RoundLength } from './fault.js';
import { NO_FAULT } from './faults.js';
import { type FaultOptions, readOptions } from './options.js';
import { writeReliabilityPage } from './reliability-page.js';
import { failureLines, hasFailed, reliabilityTable } from './reliability-table.js';
import { type RunOptions, type RunResult, runOnce } from './run.js';

/**
 * The program behind `npm run check:faults`: whole rounds under every kind of fault, judged from outside the bot. See
 * docs/reliability.md.
 */
try {
  const options = readOptions(process.argv.slice(2));
  const results = await tryAll(options);
  const table = reliabilityTable(options.faults, results);
  print(`\n${table}`);
  if (options.isWritten) await writeReliabilityPage(table);
  if (results.some(hasFailed)) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function tryAll(options: FaultOptions): Promise<readonly RunResult[]> {
  const azurite = await startEmbeddedAzurite({ port: await freePort() });
  const children = createBotChildren({ ahead: options.jobs, logFile: options.log });
  const shared = { connectionString: azurite.connectionString, children };
  try {
    // How many calls a round has is known only after one without a fault.
    const { length } = await runOnce(shared, NO_FAULT, 1);
    print(`A round has ${length.storage} storage requests that are no polls, and ${length.connector} connector calls.`);
    const runs = options.faults.flatMap((fault) => runsOf(fault, length, options).map((run) => ({ fault, run })));
    return await inParallel(runs, options.jobs, ({ fault, run }) => tryOne(shared, fault, run, length));
  } finally {
    await children.close();
    await azurite.stop();
  }
}

/** The numbers of the runs to try. A sample is spread evenly. */
function runsOf(fault: Fault, length: RoundLength, { run, sample }: FaultOptions): readonly number[] {
  if (run !== undefined) return [run];
  const all = fault.runs(length);
  const wanted = Math.min(all, sample ?? all);
  return Array.from({ length: wanted }, (_, index) => 1 + Math.floor((index * all) / wanted));
}

async function tryOne(shared: RunOptions, fault: Fault, run: number, length: RoundLength): Promise<RunResult> {
  const began = performance.now();
  const result = await runOnce(shared, fault, run, length);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  print(hasFailed(result) ? failureLines(result) : `${fault.name}, run ${run}: as promised, in ${seconds} s`);
  return result;
}

/** The results have the order of the items. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  jobs: number,
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await act(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return results;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
