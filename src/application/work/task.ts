import type { RoundId } from '../../domain/ids.js';
import type { Round, RoundDepartment } from '../../domain/round/round.js';
import type { Delivery, DeliveryOutcome, DeliveryTask } from '../../domain/work/delivery.js';
import type {
  ChannelRegistry,
  KnownTeams,
  Log,
  Messenger,
  Preferences,
  RoundChange,
  RoundIndex,
  Stored,
} from '../ports.js';
import type { ClosingDependencies } from '../round/finish-closing.js';
import type { Completeness } from './completeness.js';

/** What the handlers of tasks use. */
export interface TaskDependencies extends ClosingDependencies {
  readonly channels: Pick<ChannelRegistry, 'find' | 'list' | 'secretariat'>;
  readonly index: Pick<RoundIndex, 'noteActive'>;
  readonly messenger: Messenger;
  readonly preferences: Preferences;
  readonly knownTeams: Pick<KnownTeams, 'list'>;
  readonly completeness: Completeness;
  readonly log: Log;
}

/** One task that has been claimed. */
export interface Claimed<Task extends DeliveryTask = DeliveryTask> {
  readonly roundId: RoundId;
  readonly task: Task;
  readonly delivery: Delivery;
  /** Everything else that is owed in its lane, as it was read before the claim. */
  readonly lane: readonly Stored<Delivery>[];
  /** The department of the lane, as it was read before the claim; undefined in the secretariat's lane. */
  readonly department: RoundDepartment | undefined;
}

/** What came of a task. */
export interface Done {
  readonly outcome: DeliveryOutcome;
  /** What is known of the department now. It is written together with the outcome. */
  readonly learned?: (department: RoundDepartment) => RoundDepartment;
  /**
   * The department that `learned` is about, as it was used, where the lane is not its own. If it has been changed in the
   * meantime, the secretariat's cards about it must be made true.
   */
  readonly about?: RoundDepartment;
  /** What is known of the round now, for deliveries to the secretariat. It is written together with the outcome. */
  readonly learnedOfRound?: (round: Round) => Round;
  /** Written together with the outcome. */
  readonly changes?: readonly RoundChange[];
}

export type TaskOf<Kind extends DeliveryTask['kind']> = Extract<DeliveryTask, { kind: Kind }>;

/** Does one kind of task. It may reject: then the task is tried again. */
export type Handler<Kind extends DeliveryTask['kind']> = (
  deps: TaskDependencies,
  claimed: Claimed<TaskOf<Kind>>,
) => Promise<Done>;

export const UNNEEDED: Done = { outcome: { kind: 'unneeded' } };
