import { createRequire } from 'node:module';
import type { Piscina } from 'piscina';

/** Why a job did not finish. */
export type ThreadEnd =
  /** The job took longer than its time limit, and its thread was ended. */
  | 'time'
  /** The job needed more heap than its limit, and its thread was ended. */
  | 'memory'
  /** The queue was full, so the job was not started. */
  | 'busy'
  | 'closed';

/** A job was ended or not started. The bot and its other jobs are not affected. */
export class JobEnded extends Error {
  readonly why: ThreadEnd;

  constructor(why: ThreadEnd, options?: ErrorOptions) {
    super(`a Word job was ended: ${why}`, options);
    this.why = why;
  }
}

export interface ThreadLimits {
  /** The time limit for one job, in milliseconds. The time in the queue does not count. */
  readonly timeMs: number;
  readonly heapMb: number;
  /** How many jobs may wait in the queue, besides the one that runs. */
  readonly queue: number;
}

export interface WordThread<Job, Outcome> {
  /**
   * Runs a job after the jobs before it. The job and its outcome are copied between the threads.
   *
   * @throws JobEnded, or the error of the job itself
   */
  run(job: Job): Promise<Outcome>;
  /** Ends the thread, and rejects the jobs that have not finished. */
  close(): Promise<void>;
}

/**
 * How long the thread is kept without a job, in milliseconds. Our choice: enough when one person fetches several files.
 */
const IDLE_MS = 5_000;
/** The size of V8's young generation, where new objects are, in MiB. It is V8's usual size. */
const YOUNG_MB = 32;
const STACK_MB = 4;

/** Loads Piscina in the middle of a function. An `import` there would make the function asynchronous. */
const require = createRequire(import.meta.url);

/**
 * One thread for one of the functions that word-worker.ts exports. The thread is started when there is a job. If a job
 * makes its thread end, the next job gets a new thread. Piscina itself is loaded for the first job.
 *
 * @param name the name of the exported function
 * @param onFault called if the thread fails while it has no job
 */
export function createWordThread<Job, Outcome>(
  name: string,
  { timeMs, heapMb, queue }: ThreadLimits,
  onFault: (error: Error) => void,
): WordThread<Job, Outcome> {
  let pool: Piscina<Job, Outcome> | undefined;
  let isClosed = false;
  let jobs = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function begin(job: Job): Promise<Outcome> {
    if (isClosed) throw new JobEnded('closed');
    pool ??= createPool(name, heapMb, onFault);
    const signal = AbortSignal.timeout(timeMs);
    try {
      return await pool.run(job, { signal });
    } catch (error) {
      if (isClosed) throw new JobEnded('closed', { cause: error });
      if (signal.aborted) throw new JobEnded('time', { cause: error });
      throw isOutOfMemory(error) ? new JobEnded('memory', { cause: error }) : error;
    }
  }

  return {
    async run(job) {
      if (jobs > queue) throw new JobEnded('busy');
      jobs += 1;
      const turn = last.then(() => begin(job));
      // The next job begins also after an error. The error goes to the caller of this job.
      last = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        jobs -= 1;
      }
    },
    async close() {
      isClosed = true;
      await pool?.destroy();
    },
  };
}

function createPool<Job, Outcome>(
  name: string,
  heapMb: number,
  onFault: (error: Error) => void,
): Piscina<Job, Outcome> {
  const piscina = require('piscina') as typeof import('piscina');
  const pool = new piscina.Piscina<Job, Outcome>({
    filename: new URL('word-worker.js', import.meta.url).href,
    name,
    minThreads: 0,
    maxThreads: 1,
    // The queue is kept here and not in Piscina. Piscina forgets its own queue when the only thread ends, and the time
    // limit of a job could not begin when the job begins.
    maxQueue: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB, stackSizeMb: STACK_MB },
    // The environment variables contain the bot's secrets, and no job needs them.
    env: {},
  });
  pool.on('error', onFault);
  return pool;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
