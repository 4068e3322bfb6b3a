import type { PostedMessage } from '../../domain/channel/channel.js';
import type { DepartmentId, RoundId } from '../../domain/ids.js';
import { wasCarriedOut, withPress } from '../../domain/press.js';
import { withCard } from '../../domain/reply/known-cards.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, DepartmentMemory, Members, RoundStore, Stored } from '../ports.js';
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
  /** Without it every press reads the department's row. */
  readonly memory?: DepartmentMemory | undefined;
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
  /** The department's own card that was used; undefined for a card of the secretariat, and where it is not known. */
  used(request: Request): PostedMessage | undefined;
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
 * Where this process wrote the row last, the first decision is made on what it wrote, without a read. It stands only if
 * it changes the row, because the transaction then finds out whether the row was still the same. Every other outcome is
 * decided again on the row as it is.
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
  const { press, roundId, departmentId } = request;
  let remembered = deps.memory?.lastWritten(roundId, departmentId);
  return untilStored(operation, async () => {
    const known = remembered;
    remembered = undefined;
    /** What is decided without writing. It does not stand where the row was not read. */
    const told = <Outcome>(outcome: Outcome) => (known === undefined ? outcome : CONFLICT);
    const found = await scope.find(known === undefined ? deps : readingAs(deps, known), request);
    if (!('present' in found)) return told(found);
    const { present, verdict } = found;
    const department = present.value;
    if (press !== undefined && wasCarriedOut(department, press)) return told({ kind: 'unchanged', department });
    if (department.isLocked) return told({ kind: 'locked', department });
    const tooLate = scope.tooLate(department);
    if (tooLate !== undefined) return told({ kind: tooLate, department });
    const judged = await judge(department, deps.clock.now(), verdict);
    if (!isToStore(judged)) return told({ department, ...judged });
    const { change, done } = judged;
    const after = press === undefined ? change.department : withPress(change.department, press);
    const stored = await commitChange(
      deps.rounds,
      present,
      onCard({ ...change, department: after }, scope.used(request)),
    );
    return stored === undefined ? CONFLICT : { kind: done, department: stored };
  });
}

/** The same, where a read of the department's row gives what this process wrote last. */
function readingAs(deps: PressDependencies, known: Stored<RoundDepartment>): PressDependencies {
  return { ...deps, rounds: { ...deps.rounds, readDepartment: async () => known } };
}

/** The change, with the card that was used among those that are kept true. */
function onCard(change: DepartmentChange, used: PostedMessage | undefined): DepartmentChange {
  const { department, owes } = change;
  if (department.cards !== undefined) return { ...change, department: withCard(department, used) };
  // The row does not tell where the request card is, so the refreshing finds that out, and must be told of this one.
  return { ...change, owes: owes.map((task) => (task.kind === 'refresh cards' ? { ...task, also: used } : task)) };
}

/** The result of a `judge` that makes a change: the change, and the outcome once the change is stored. */
export function toStore<Done extends string>(done: Done, change: DepartmentChange): ToStore<Done> {
  return { done, change };
}

function isToStore<Done extends string, Told extends object>(judged: Judged<Done, Told>): judged is ToStore<Done> {
  return 'change' in judged;
}
