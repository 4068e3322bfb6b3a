import type { DepartmentId, RoundId } from '../../domain/ids.js';
import { wasCarriedOut, withPress } from '../../domain/press.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, Members, RoundStore, Stored } from '../ports.js';
import type { ActorInChannel, Allowed } from '../rights/judge.js';
import { commitChange, type DepartmentChange } from './change-department.js';

/**
 * A button pressed on a card about one department of a round. The channel that the press came from decides whose
 * buttons work there.
 */
export interface DepartmentAction extends ActorInChannel {
  readonly roundId: RoundId;
  readonly departmentId: DepartmentId;
}

/** A press that is to change something. */
export interface DepartmentPress extends DepartmentAction {
  /** Identifies the press. It is the same each time the press is delivered again, even with another activity id. */
  readonly press: string;
}

export interface PressDependencies {
  readonly rounds: RoundStore;
  readonly members: Members;
  readonly clock: Clock;
}

/** A department's row, and what the person may do with it. */
export interface Found {
  readonly present: Stored<RoundDepartment>;
  readonly verdict: Allowed;
}

/** Whose cards a button is on. */
export interface PressScope<Request, NotHere extends object, NotNow extends string> {
  /**
   * The one read of a press, and the judgement of who presses. The outcome is `NotHere` for a press that does not work
   * in the channel that it came from, or for this person.
   */
  find(deps: PressDependencies, request: Request): Promise<Found | NotHere>;
  /** The outcome where the button does not fit the department's present state; undefined where it does. */
  tooLate(department: RoundDepartment): NotNow | undefined;
}

/** An outcome that comes with the present state of the department. */
interface WithDepartment<Kind extends string> {
  readonly kind: Kind;
  readonly department: RoundDepartment;
}

/** A union with one member for each kind, so that a `switch` over the kinds narrows the type. */
export type DepartmentOutcome<Kind extends string> = Kind extends string ? WithDepartment<Kind> : never;

/**
 * The possible outcomes of every press that is allowed. They come with the present state of the department.
 * `unchanged`: the press had already been carried out. `locked`: the round is closed.
 */
export type PressOutcome<Kind extends string> = DepartmentOutcome<'unchanged' | 'locked' | Kind>;

/** The change that a press makes, and the outcome once the change is stored. */
interface ToStore<Done extends string> {
  readonly done: Done;
  readonly change: DepartmentChange;
}

type Judged<Done extends string, Told extends object> = ToStore<Done> | Told;

/**
 * Carries out every press about a department: one read, one decision, one transaction. When someone else changes the
 * department between the read and the transaction, the press is decided again on the new state.
 *
 * @param operation the name of the operation in the log
 * @param request its `press` is undefined for a press that must be carried out again when it is delivered again
 * @param judge returns a change (`toStore`), or an outcome without one, which is combined with the department as it was
 * read
 */
export async function pressDepartment<
  Request extends Omit<DepartmentPress, 'press'> & { readonly press: string | undefined },
  NotHere extends object,
  NotNow extends string,
  Done extends string,
  const Told extends object = never,
>(
  deps: PressDependencies,
  operation: string,
  scope: PressScope<NoInfer<Request>, NotHere, NotNow>,
  request: Request,
  judge: (department: RoundDepartment, at: Date, verdict: Allowed) => Judged<Done, Told> | Promise<Judged<Done, Told>>,
): Promise<
  NotHere | WithDepartment<'unchanged' | 'locked' | NotNow | Done> | (Told & Pick<WithDepartment<string>, 'department'>)
> {
  const { press } = request;
  return untilStored(operation, async () => {
    const found = await scope.find(deps, request);
    if (!('present' in found)) return found;
    const { present, verdict } = found;
    const department = present.value;
    if (press !== undefined && wasCarriedOut(department, press)) return { kind: 'unchanged', department };
    if (department.isLocked) return { kind: 'locked', department };
    const tooLate = scope.tooLate(department);
    if (tooLate !== undefined) return { kind: tooLate, department };
    const judged = await judge(department, deps.clock.now(), verdict);
    if (!isToStore(judged)) return { department, ...judged };
    const { change, done } = judged;
    const after = press === undefined ? change.department : withPress(change.department, press);
    const isStored = await commitChange(deps.rounds, present, { ...change, department: after });
    return isStored ? { kind: done, department: after } : CONFLICT;
  });
}

/** The result of a `judge` that makes a change: the change, and the outcome once the change is stored. */
export function toStore<Done extends string>(done: Done, change: DepartmentChange): ToStore<Done> {
  return { done, change };
}

function isToStore<Done extends string, Told extends object>(judged: Judged<Done, Told>): judged is ToStore<Done> {
  return 'change' in judged;
}
