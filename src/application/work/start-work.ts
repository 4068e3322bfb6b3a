import type { Clock, DepartmentMemory, Processes, RoundIndex, RoundStore, Time } from '../ports.js';
import { createCompleteness } from './completeness.js';
import { startFinding } from './finding.js';
import type { LaneDependencies } from './lane.js';
import { createMembership } from './membership.js';
import { createOpenedRounds } from './opened-rounds.js';
import { createOutbox } from './outbox.js';
import { createPace, type Pace } from './pace.js';
import { rememberDepartments } from './remembered-departments.js';
import { tellOutbox } from './telling-rounds.js';

export interface WorkDependencies extends Omit<LaneDependencies, 'completeness' | 'pace' | 'opened' | 'index'> {
  readonly index: RoundIndex;
  readonly processes: Processes;
  /** The clock of the store, which all processes share. */
  readonly clock: Clock;
  readonly time: Time;
  /** How many messages a second all processes together may send. */
  readonly postsASecond: number;
}

/** The work that nobody waits for in front of a card: everything that is owed. */
export interface Work {
  /** The store for everyone: what is written through it is delivered at once, and remembered. */
  readonly rounds: RoundStore;
  readonly memory: DepartmentMemory;
  readonly pace: Pick<Pace, 'countAnswer'>;
  /** Resolves when everything that is due has been done, as far as this process knows. */
  idle(): Promise<void>;
  /** Begins nothing more. Resolves when what is under way has ended, or after the time limit. */
  stop(withinMs: number): Promise<void>;
}

/** Starts to deliver what is owed, and to look for it. Any number of processes may do this at the same time. */
export function startWork({ rounds: stored, ...deps }: WorkDependencies): Work {
  const remembered = rememberDepartments(stored);
  const rounds = tellOutbox(remembered, () => ({ outbox, lookAt: (roundId) => finding.lookAt(roundId) }));
  const membership = createMembership(deps);
  const pace = createPace(deps.time, deps.postsASecond, membership.share);
  const completeness = createCompleteness({ ...deps, rounds });
  const opened = createOpenedRounds(stored);
  const outbox = createOutbox({ ...deps, rounds, pace, completeness, opened });
  const finding = startFinding({ ...deps, rounds, completeness, outbox, membership });
  return {
    rounds,
    memory: remembered,
    pace,
    async idle() {
      do {
        await finding.idle();
        await outbox.idle();
      } while (!finding.isIdle());
    },
    async stop(withinMs) {
      await Promise.all([outbox.stop(withinMs), finding.stop()]);
      // Without this the others would leave its part of the limits unused for a minute.
      await membership.leave().catch((error: unknown) => deps.log.error('process not removed', error));
    },
  };
}
