import type { RoundId } from '../../domain/ids.js';
import type { Share } from '../../domain/work/pace.js';
import type { Clock, Processes, ProcessReport, Time } from '../ports.js';

/** How often a process tells the others that it lives, in milliseconds. Each time costs two storage requests. */
export const REPORT_MS = 30_000;

/** A process that has told nothing for so long has ended, in milliseconds: it has missed two reports, and a bit more. */
export const DEAD_MS = 75_000;

/** The most rounds that a report names. Our choice: the others find what is not named when they look at all rounds. */
const OWING_MAX = 100;

/** Who else sends for the same bot. */
export interface Membership {
  share(): Share;
  /**
   * Tells the others that this process lives.
   *
   * @param owing the rounds in which it has something to do
   * @returns what processes told that have ended since without finishing
   */
  report(owing: readonly RoundId[]): Promise<readonly ProcessReport[]>;
  /** Forgets a process that has ended, when somebody has looked at what it left. */
  forget(process: ProcessReport): Promise<void>;
  leave(): Promise<void>;
}

interface Dependencies {
  readonly processes: Processes;
  /** The clock of the store, which all processes share. */
  readonly clock: Clock;
  readonly time: Time;
  readonly worker: string;
}

/**
 * A process takes an equal part of the limits. Until the others have read of it, it is a guest. It is one too when it
 * has not been able to report for long, because the others then take it for ended and share without it.
 */
export function createMembership({ processes, clock, time, worker }: Dependencies): Membership {
  let knownSinceMs: number | undefined;
  let reportedMs: number | undefined;
  let living = 1;

  /** Whether the others take this process for ended, or have never heard of it. */
  const isForgotten = () => reportedMs === undefined || time.elapsed() - reportedMs > DEAD_MS;

  return {
    share() {
      const isNew = knownSinceMs === undefined || time.elapsed() < knownSinceMs;
      return isForgotten() || isNew ? { kind: 'guest' } : { kind: 'shared', between: living };
    },
    async report(owing) {
      const wasForgotten = isForgotten();
      const at = clock.now();
      const all = await processes.report({ id: worker, at, owing: owing.slice(0, OWING_MAX) });
      const others = all.filter(({ id }) => id !== worker);
      const isAlive = (report: ProcessReport) => at.getTime() - report.at.getTime() <= DEAD_MS;
      living = 1 + others.filter(isAlive).length;
      reportedMs = time.elapsed();
      // The others read of this process at their next report.
      if (wasForgotten) knownSinceMs = living === 1 ? reportedMs : reportedMs + REPORT_MS;
      return others.filter((report) => !isAlive(report));
    },
    forget: ({ id }) => processes.remove(id),
    leave: () => processes.remove(worker),
  };
}
