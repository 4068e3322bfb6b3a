import { performance } from 'node:perf_hooks';

/** What something cost: time of every processor together, and time on the clock, in milliseconds. */
export interface Cost {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** Runs something in this process. Its CPU time is the whole process's, with collecting garbage and compiling. */
export async function measured(run: () => Promise<unknown>): Promise<Cost> {
  const cpuBefore = process.cpuUsage();
  const wallBefore = performance.now();
  await run();
  const wallMs = performance.now() - wallBefore;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpuMs: (user + system) / 1_000, wallMs };
}
