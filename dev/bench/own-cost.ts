import { performance } from 'node:perf_hooks';

/** The cost of a run in milliseconds: the CPU time of all processors together, and the time on the clock. */
export interface Cost {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/**
 * Runs something in this process. The CPU time is that of the whole process, with garbage collection and compilation.
 */
export async function measured(run: () => Promise<unknown>): Promise<Cost> {
  const cpuBefore = process.cpuUsage();
  const wallBefore = performance.now();
  await run();
  const wallMs = performance.now() - wallBefore;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpuMs: (user + system) / 1_000, wallMs };
}
