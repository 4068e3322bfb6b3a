import { Piscina } from 'piscina';

/** Why a job came to no end of its own. */
export type ThreadEnd =
  /** Its thread took longer than it may, and was ended. */
  | 'time'
  /** Its thread needed more heap than it has, and was ended. */
  | 'memory'
  /** As many wait already as may; it was not begun. */
  | 'busy'
  | 'closed';

/** A job that was given up, and cost the bot nothing else. */
export class JobEnded extends Error {
  readonly why: ThreadEnd;

  constructor(why: ThreadEnd, options?: ErrorOptions) {
    super(`a Word job was ended: ${why}`, options);
    this.why = why;
  }
}

export interface ThreadLimits {
  /** For one job, in milliseconds, from when its turn comes. */
  readonly timeMs: number;
  readonly heapMb: number;
  /** How many jobs may wait besides the one under way. */
  readonly queue: number;
}

export interface WordThread<Job, Outcome> {
  /**
   * Does a job when those before it are done. What is given and got is copied between the threads.
   *
   * @throws JobEnded; or the job's own error
   */
  run(job: Job): Promise<Outcome>;
  /** Ends the thread, and rejects what has not come to its end. */
  close(): Promise<void>;
}

/** How long the thread is kept for a next job, in milliseconds. Our choice: a notat in several formats, not an evening. */
const IDLE_MS = 5_000;
/** What has just been made is kept apart from the rest of the heap, and may take so much, in MiB: V8's usual size. */
const YOUNG_MB = 32;
const STACK_MB = 4;

/**
 * One thread, started when there is something to do, for one of the jobs that word-worker.ts exports. A job that ends its
 * thread ends itself alone: the next one gets another.
 *
 * @param onFault told of a thread that failed while it had nothing to do
 */
export function createWordThread<Job, Outcome>(
  name: string,
  { timeMs, heapMb, queue }: ThreadLimits,
  onFault: (error: Error) => void,
): WordThread<Job, Outcome> {
  const pool = new Piscina<Job, Outcome>({
    filename: new URL('word-worker.js', import.meta.url).href,
    name,
    minThreads: 0,
    maxThreads: 1,
    // The turns are taken here: Piscina's own queue is left lying when the only thread ends, and no job could be given its
    // time from when it begins.
    maxQueue: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB, stackSizeMb: STACK_MB },
    // The environment has the bot's secrets, and no job needs any of it.
    env: {},
  });
  pool.on('error', onFault);
  let isClosed = false;
  let jobs = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function begin(job: Job): Promise<Outcome> {
    if (isClosed) throw new JobEnded('closed');
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
      // The next begins however this one ends; its own caller is told how.
      last = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        jobs -= 1;
      }
    },
    async close() {
      isClosed = true;
      await pool.destroy();
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
